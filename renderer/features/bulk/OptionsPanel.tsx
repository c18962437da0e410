import { SegmentedControl, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { AddOptionForm } from './AddOptionForm'
import type { PanelProps } from './AskBulk'
import { ChoicePricesForm } from './ChoicePricesForm'
import { GenerateForm } from './GenerateForm'

const ways = { add: 'Add an option', generate: 'Generate variations', prices: 'Price changes' } as const
type Way = keyof typeof ways
const isWay = (name: string): name is Way => Object.hasOwn(ways, name)

/** What shoppers pick from, and what is made of it. */
export function OptionsPanel({ onAction }: PanelProps) {
  const [way, setWay] = useState<Way>('add')
  const forms: Record<Way, ReactNode> = {
    add: <AddOptionForm onAction={onAction} />,
    generate: <GenerateForm onAction={onAction} />,
    prices: <ChoicePricesForm onAction={onAction} />,
  }
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="What is done with options"
        value={way}
        onChange={(name) => isWay(name) && setWay(name)}
        data={Object.entries(ways).map(([value, label]) => ({ value, label }))}
      />
      {forms[way]}
    </Stack>
  )
}
