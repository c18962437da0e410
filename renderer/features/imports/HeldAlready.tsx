import { Text } from '@mantine/core'
import { guessTargets, type Target } from '../../../electron/shared/product-table/column-names'
import { heldByText } from './import-words'

type Props = { at: number; columns: readonly string[]; targets: readonly (string | null)[]; known: readonly Target[] }

/** Of two columns of one name the first is guessed: the other one says so. */
export function HeldAlready({ at, columns, targets, known }: Props) {
  // The second of one name has its number behind it.
  const name = (columns[at] ?? '').replace(/ \(\d+\)$/, '')
  const [guess] = targets[at] === null ? guessTargets([name], known) : []
  const other = guess ? targets.indexOf(guess) : -1
  if (other < 0) return null
  const title = known.find(({ path }) => path === guess)?.title ?? ''
  return (
    <Text size="xs" c="dimmed" mt={6}>
      {heldByText(columns[other] ?? '', title)}
    </Text>
  )
}
