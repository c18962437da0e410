import { Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isPercent, readPriceChange } from '../../../electron/shared/fields/price-change'
import { mayMeanTwo } from '../../../electron/shared/numbers/read-number'
import { choicePriceProblem, choicePriceRuleSchema, type ChoicePriceRule } from '../../../electron/shared/option-rules'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { NumberBox } from './NumberBox'
import { useAskedAction } from './use-asked-action'

const ways = { set: 'Set', amount: 'By an amount', percent: 'By percent' } as const
type Way = keyof typeof ways
const isWay = (name: string): name is Way => Object.hasOwn(ways, name)

/** What choices of an option add to the price. */
export function ChoicePricesForm({ onAction }: Pick<PanelProps, 'onAction'>) {
  const { profile } = useStoreWords()
  const [option, setOption] = useState('')
  const [choice, setChoice] = useState('')
  const [way, setWay] = useState<Way>('set')
  const [set, typeSet] = useState('')
  const [by, setBy] = useState<{ typed: string; value: number | null }>({ typed: '', value: null })
  const reading = readPriceChange(set, profile)
  const value = way === 'set' ? (reading.kind === 'value' && set.trim() !== '' ? reading.value : null) : by.value
  const changes: Record<Way, unknown> = {
    set: { kind: 'set', value, of: isPercent(set) ? 'PERCENT' : 'ABSOLUTE' },
    amount: { kind: 'amount', amount: value },
    percent: { kind: 'percent', percent: value },
  }
  const rule = choicePriceRuleSchema.safeParse({ option, choice: choice.trim() || null, change: changes[way] })
  const problem = rule.success ? choicePriceProblem(rule.data, profile) : null
  useAskedAction(rule.success && problem === null ? { kind: 'choice-prices', rule: rule.data } : null, onAction)
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" grow>
        <TextInput
          data-autofocus
          label="Option"
          placeholder="Size"
          value={option}
          autoComplete="off"
          onChange={({ currentTarget }) => setOption(currentTarget.value)}
        />
        <TextInput
          label="Choice"
          placeholder="All of them"
          value={choice}
          autoComplete="off"
          onChange={({ currentTarget }) => setChoice(currentTarget.value)}
        />
      </Group>
      <SegmentedControl
        aria-label="How the price changes"
        value={way}
        onChange={(name) => {
          if (!isWay(name)) return
          setWay(name)
          setBy({ typed: '', value: null })
        }}
        data={Object.entries(ways).map(([each, label]) => ({ value: each, label }))}
      />
      {way === 'set' ? (
        <TextInput
          label="Price change"
          description="An amount such as +2.50, or a percentage such as −10 %"
          value={set}
          error={setProblem(set, reading) ?? problem}
          autoComplete="off"
          maw={200}
          onChange={({ currentTarget }) => typeSet(currentTarget.value)}
        />
      ) : (
        <NumberBox
          key={way}
          label={way === 'amount' ? 'Added to it' : 'Percent'}
          of={way}
          hint={hints[way]}
          typed={by.typed}
          problem={problem ?? undefined}
          onType={(typed, next) => setBy({ typed, value: next })}
        />
      )}
    </Stack>
  )
}

const hints: Record<ChoicePriceRule['change']['kind'], string> = {
  set: '',
  amount: 'Below zero takes it off. Price changes in percent stay.',
  percent: '10 makes +5.00 to +5.50',
}

function setProblem(typed: string, reading: ReturnType<typeof readPriceChange>): string | null {
  if (typed.trim() === '' || reading.kind === 'value') return null
  return reading.kind === 'problem' ? reading.message : mayMeanTwo
}
