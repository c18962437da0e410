import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BulkAction } from '../../../electron/shared/bulk-action'
import { category } from '../../../electron/shared/fields/reference-kinds'
import { CategoryPicker } from '../../components/controls/CategoryPicker'
import { CategoryControl } from '../../components/controls/ChoiceControl'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { useTexts } from './use-texts'
import { useAskedAction } from './use-asked-action'

type Way = 'add' | 'remove' | 'move'
const ways: { value: Way; label: string }[] = [
  { value: 'add', label: 'Add to' },
  { value: 'remove', label: 'Remove from' },
  { value: 'move', label: 'Move' },
]
const isWay = (value: string): value is Way => ways.some((way) => way.value === value)

/** Into categories, out of them, or out of one and into another. */
export function CategoriesPanel({ onAction }: PanelProps) {
  const { categories } = useStoreWords()
  const [way, setWay] = useState<Way>('add')
  const [chosen, setChosen] = useState<number[]>([])
  const [from, setFrom] = useState(0)
  const [to, setTo] = useState(0)
  const action = actionOf(way, { chosen, from, to })
  useAskedAction(action, onAction)
  return (
    <Stack gap="sm">
      <SegmentedControl
        data={ways}
        value={way}
        aria-label="What is done with categories"
        onChange={(next) => isWay(next) && setWay(next)}
        style={{ alignSelf: 'flex-start' }}
      />
      {way === 'move' ? (
        <>
          <OneCategory label="Out of" value={from} onChange={setFrom} />
          <OneCategory label="Into" value={to} onChange={setTo} />
          <Text fz="xs" c="dimmed">
            Products that are not in the first one stay as they are.
          </Text>
        </>
      ) : (
        <CategoryPicker categories={categories} chosen={chosen} onChange={setChosen} readOnly={false} />
      )}
    </Stack>
  )
}

type OneProps = { label: string; value: number; onChange: (id: number) => void }

function OneCategory({ label, value, onChange }: OneProps) {
  const words = useStoreWords()
  const texts = useTexts()
  return (
    <CategoryControl
      path={label}
      label={label}
      kind={category}
      value={value}
      saved={0}
      onChange={onChange}
      words={words}
      texts={texts}
      readOnly={false}
    />
  )
}

function actionOf(way: Way, asked: { chosen: number[]; from: number; to: number }): BulkAction | null {
  const { chosen: categoryIds, from, to } = asked
  if (way === 'move') return from === 0 || to === 0 || from === to ? null : { kind: 'move-to-category', from, to }
  if (categoryIds.length === 0) return null
  return { kind: way === 'add' ? 'add-to-categories' : 'remove-from-categories', categoryIds }
}
