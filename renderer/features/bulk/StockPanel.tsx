import { Checkbox, Group, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import type { StockLine, StockRule } from '../../../electron/shared/stock-rule'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { PastedStock } from './PastedStock'
import { WholeBox, wholeOf } from './WholeBox'
import { useAskedAction } from './use-asked-action'

const ways = { add: 'Add', subtract: 'Take away', set: 'Set' } as const
const isWay = (name: string): name is StockRule['by'] => Object.hasOwn(ways, name)

/** More, less or so many, the same for all or by a list. */
export function StockPanel({ connectionId, onAction }: PanelProps) {
  const { profile } = useStoreWords()
  const [by, setBy] = useState<StockRule['by']>('add')
  const [from, setFrom] = useState<'same' | 'list'>('same')
  const [typed, setTyped] = useState('')
  const [lines, setLines] = useState<readonly StockLine[]>([])
  const [variations, setVariations] = useState(true)
  const [countUnlimited, setCountUnlimited] = useState(false)
  const amount = from === 'same' ? wholeOf(typed, profile) : lines.length > 0 ? [...lines] : null
  const action = amount === null ? null : { kind: 'stock' as const, rule: { by, amount, variations, countUnlimited } }
  useAskedAction(action, onAction)
  return (
    <Stack gap="sm">
      <Group gap="md">
        <SegmentedControl
          aria-label="What is done with the stock"
          value={by}
          onChange={(name) => isWay(name) && setBy(name)}
          data={Object.entries(ways).map(([value, label]) => ({ value, label }))}
        />
        <SegmentedControl
          aria-label="How many"
          value={from}
          onChange={(next) => setFrom(next === 'list' ? 'list' : 'same')}
          data={[
            { value: 'same', label: 'The same for all' },
            { value: 'list', label: 'From a list' },
          ]}
        />
      </Group>
      {from === 'same' ? (
        <>
          <WholeBox label="Pieces" typed={typed} onType={setTyped} />
          <Checkbox
            label="Variations that have a stock of their own too"
            checked={variations}
            onChange={({ currentTarget }) => setVariations(currentTarget.checked)}
          />
        </>
      ) : (
        <PastedStock connectionId={connectionId} onLines={setLines} />
      )}
      {by === 'set' && (
        <Checkbox
          label="Count what is unlimited now"
          checked={countUnlimited}
          onChange={({ currentTarget }) => setCountUnlimited(currentTarget.checked)}
        />
      )}
    </Stack>
  )
}
