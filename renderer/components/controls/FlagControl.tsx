import { Switch } from '@mantine/core'
import { labelOf, type PropsOf } from './control'

export function FlagControl({ value, error, hint, readOnly, onChange, ...named }: PropsOf<'flag'>) {
  return (
    <Switch
      {...labelOf(named)}
      description={hint}
      checked={value}
      error={error}
      disabled={readOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
