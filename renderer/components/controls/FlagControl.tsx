import { Switch } from '@mantine/core'
import type { PropsOf } from './control'

export function FlagControl({ label, value, error, hint, readOnly, onChange }: PropsOf<'flag'>) {
  return (
    <Switch
      label={label}
      description={hint}
      checked={value}
      error={error}
      disabled={readOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
