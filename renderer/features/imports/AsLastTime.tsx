import { Anchor, Text } from '@mantine/core'
import { formatDate } from '../../format/dates'
import { takeGuess } from '../../stores/imports-store'

/** What was chosen for a table with the same header is chosen again, unless its owner wants otherwise. */
export function AsLastTime({ at }: { at: number }) {
  return (
    <Text c="dimmed">
      As last time, on {formatDate(at)}.{' '}
      <Anchor component="button" type="button" onClick={takeGuess}>
        Go by the names of the columns
      </Anchor>
    </Text>
  )
}
