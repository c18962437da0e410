import { Button, Checkbox, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { faultSentence, fillFaults, fillNames, fillRuleSchema, type FillRule } from '../../../electron/shared/fill-rule'
import { labelOf } from '../../../electron/shared/fields/shown'
import { SearchSelect } from '../../components/SearchSelect'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { FaultPlace } from './FaultPlace'
import { WholeBox, wholeOf } from './WholeBox'
import { useAskedAction } from './use-asked-action'

type Field = FillRule['field']
const filled = fillRuleSchema.shape.field.options
const fieldsData = filled.map((field) => ({ value: field, label: labelOf(field) }))
const isFilled = (name: string | null): name is Field => filled.some((field) => field === name)

/** A text for each of them, made of what each has. */
export function FillPanel({ onAction }: PanelProps) {
  const words = useStoreWords()
  const input = useRef<HTMLInputElement>(null)
  const [of, setOf] = useState<FillRule['of']>('products')
  const [chosen, setField] = useState<Field>('name')
  const [pattern, setPattern] = useState('')
  const [onlyEmpty, setOnlyEmpty] = useState(false)
  const [start, setStart] = useState('1')
  const [step, setStep] = useState('1')
  const field = of === 'products' ? chosen : 'sku'
  const [fault] = fillFaults({ pattern, of }, words)
  const numbers = { start: wholeOf(start, words.profile), step: wholeOf(step, words.profile) }
  const rule = fillRuleSchema.safeParse({ field, pattern, of, onlyEmpty, ...numbers })
  const action = rule.success && !fault ? { kind: 'fill' as const, rule: rule.data } : null
  useAskedAction(action, onAction)
  const insert = (name: string) => {
    const at = input.current?.selectionStart ?? pattern.length
    setPattern(`${pattern.slice(0, at)}{${name}}${pattern.slice(input.current?.selectionEnd ?? at)}`)
    input.current?.focus()
  }
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          aria-label="What is filled"
          value={of}
          onChange={(next) => setOf(next === 'variations' ? 'variations' : 'products')}
          data={[
            { value: 'products', label: 'Products' },
            { value: 'variations', label: 'SKUs of variations' },
          ]}
        />
        {of === 'products' && (
          <SearchSelect
            label="Field"
            data={fieldsData}
            value={chosen}
            allowDeselect={false}
            onChange={(name) => isFilled(name) && setField(name)}
          />
        )}
      </Group>
      <TextInput
        ref={input}
        data-autofocus
        label="Pattern"
        description={hints[of]}
        placeholder={of === 'products' ? '{brand} {name}' : '{sku}-{Size:3}'}
        value={pattern}
        maxLength={500}
        error={fault && faultSentence(fault)}
        onChange={({ currentTarget }) => setPattern(currentTarget.value)}
      />
      {fault && <FaultPlace pattern={pattern} fault={fault} />}
      <Group gap={4}>
        {fillNames.map((name) => (
          <Button key={name} size="compact-xs" variant="default" onClick={() => insert(name)}>
            {`{${name}}`}
          </Button>
        ))}
      </Group>
      {pattern.includes('{number') && (
        <Group gap="sm" align="flex-start">
          <WholeBox label="First number" typed={start} onType={setStart} />
          <WholeBox label="Step" typed={step} onType={setStep} />
        </Group>
      )}
      <Checkbox
        label="Only where it is empty"
        checked={onlyEmpty}
        onChange={({ currentTarget }) => setOnlyEmpty(currentTarget.checked)}
      />
    </Stack>
  )
}

const hints: Record<FillRule['of'], string> = {
  products:
    'Attributes by their names, too. {name:upper}, lower, title, trim, slug and sku change a text, {name:20} cuts it.',
  variations: 'Options by their names, too: {Size}. {Size:3} are its first three letters, {Size:sku} what fits a SKU.',
}
