import { Stack, TextInput } from '@mantine/core'
import { attributes as attributesKind } from '../../../electron/shared/fields/record-kinds'
import type { PropsOf } from './control'

/** Those that have a value, here or in the store. */
export function AttributesControl({ value, saved, words, readOnly, error, onChange }: PropsOf<'attributes'>) {
  const named = attributesKind.apart?.({ ...saved, ...value }, words) ?? []
  return (
    <Stack gap="xs">
      {named.map(({ key, label }) => (
        <TextInput
          key={key}
          label={label}
          value={value[key] ?? ''}
          readOnly={readOnly}
          error={error}
          onChange={(event) => onChange({ ...value, [key]: event.target.value })}
        />
      ))}
    </Stack>
  )
}
