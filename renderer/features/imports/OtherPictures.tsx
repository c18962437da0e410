import { Checkbox, Stack, Text } from '@mantine/core'
import { setReplacesPictures } from '../../stores/imports-store'

/** Pictures that the table names are added; those that it does not name stay, unless a person says that they go. */
export function OtherPictures({ value }: { value: boolean }) {
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed">
        A picture is named by its address, or by a file in the folder of the table or below it.
      </Text>
      <Checkbox
        size="xs"
        color="red.9"
        c={value ? 'var(--stock-danger-text)' : 'dimmed'}
        label="Where a row names pictures, remove the product’s others"
        checked={value}
        onChange={({ currentTarget: { checked } }) => setReplacesPictures(checked)}
      />
    </Stack>
  )
}
