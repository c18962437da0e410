import { Checkbox, Stack, Text } from '@mantine/core'
import { isList } from '../../../electron/shared/product-table/whole-lists'
import { setReplacesLists, type Importing } from '../../stores/imports-store'
import { listsText, othersGoText } from './import-words'

/** Categories and the like that the table names are added; those that it does not name stay, unless a person says that they go. */
export function OtherCategories({ importing: { asked, look } }: { importing: Importing }) {
  const lists = asked.targets.flatMap((target) => (target !== null && isList(target) ? [target] : []))
  if (lists.length === 0) return null
  const value = asked.replacesLists === true
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed">
        {listsText(lists, look.listsAll)}
      </Text>
      <Checkbox
        size="xs"
        color="red.9"
        c={value ? 'var(--stock-danger-text)' : 'dimmed'}
        label={othersGoText(lists)}
        checked={value}
        onChange={({ currentTarget: { checked } }) => setReplacesLists(checked)}
      />
    </Stack>
  )
}
