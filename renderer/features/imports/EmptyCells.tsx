import { Checkbox } from '@mantine/core'
import { countOf } from '../../../electron/shared/words/counts'

type Props = { name: string; count: number; value: boolean; onValue: (empties: boolean) => void }

/** Empty cells change nothing, unless a person says of their column that they empty what it holds. */
export function EmptyCells({ name, count, value, onValue }: Props) {
  if (count === 0 && !value) return null
  return (
    <Checkbox
      size="xs"
      mt={6}
      color="red.9"
      c={value ? 'var(--stock-danger-text)' : 'dimmed'}
      label={
        value
          ? countOf(count, 'empty cell clears its value', 'empty cells clear their values')
          : 'Empty cells clear the value'
      }
      aria-label={`Empty cells of ${name} clear the value`}
      checked={value}
      onChange={({ currentTarget: { checked } }) => onValue(checked)}
    />
  )
}
