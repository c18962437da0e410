import { Text } from '@mantine/core'
import type { Importing } from '../../stores/imports-store'
import { leftOutColumnsText } from './import-words'

/** Columns of which nothing is taken, beside the button that goes on: some are out of sight by then. */
export function LeftOutColumns({ importing: { look, asked } }: { importing: Importing }) {
  const names = look.shape.columns.filter((_, at) => asked.targets[at] === null && look.notes[at]?.filled !== 0)
  if (names.length === 0) return null
  return (
    <Text c="dimmed" title={names.join(', ')} lineClamp={2}>
      {leftOutColumnsText(names)}
    </Text>
  )
}
