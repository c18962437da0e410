import { Group, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { generateRuleSchema } from '../../../electron/shared/option-rules'
import { partsOfText } from '../../../electron/shared/parts-of-text'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { NumberBox } from './NumberBox'
import { useAskedAction } from './use-asked-action'
import { WholeBox, wholeOf } from './WholeBox'

const skus = { usual: 'SKU of the product and the choices', pattern: 'By a pattern', none: 'No SKUs' } as const
type Skus = keyof typeof skus
const isOfSkus = (name: string | null): name is Skus => name !== null && Object.hasOwn(skus, name)

/** Every combination of choices that a product lacks. */
export function GenerateForm({ onAction }: Pick<PanelProps, 'onAction'>) {
  const { profile } = useStoreWords()
  const [names, setNames] = useState('')
  const [by, setBy] = useState<Skus>('usual')
  const [typed, setTyped] = useState('{sku}-{Size}')
  const [price, setPrice] = useState<{ typed: string; value: number | null }>({ typed: '', value: null })
  const [stock, setStock] = useState('')
  const options = partsOfText(names, ',')
  const pattern = { usual: null, pattern: typed, none: '' }[by]
  const rule = generateRuleSchema.safeParse({ options, pattern, price: price.value, quantity: wholeOf(stock, profile) })
  const isTyped = (price.typed === '' || price.value !== null) && (stock === '' || wholeOf(stock, profile) !== null)
  const action = rule.success && isTyped ? { kind: 'generate-variations' as const, rule: rule.data } : null
  useAskedAction(action, onAction)
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        label="Of these options"
        description="Names, with commas between them. Empty: all of which shoppers pick one choice"
        placeholder="Colour, Size"
        value={names}
        autoComplete="off"
        onChange={({ currentTarget }) => setNames(currentTarget.value)}
      />
      <Group gap="sm" align="flex-end" grow>
        <Select
          label="SKUs"
          data={Object.entries(skus).map(([value, label]) => ({ value, label }))}
          value={by}
          allowDeselect={false}
          onChange={(name) => isOfSkus(name) && setBy(name)}
        />
        {by === 'pattern' && (
          <TextInput
            label="Pattern of the SKUs"
            value={typed}
            maxLength={500}
            autoComplete="off"
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </Group>
      <Group gap="sm" align="flex-start">
        <NumberBox
          label="Price"
          of="amount"
          typed={price.typed}
          hint="Empty: as product"
          onType={(text, value) => setPrice({ typed: text, value: text.trim() === '' ? null : value })}
        />
        <WholeBox label="Stock" typed={stock} hint="Empty: as product" onType={setStock} />
      </Group>
    </Stack>
  )
}
