import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { optionTypes } from '../../../electron/shared/fields/option-kind'
import { optionRuleSchema, pickedTypes } from '../../../electron/shared/option-rules'
import { partsOfText } from '../../../electron/shared/parts-of-text'
import type { PanelProps } from './AskBulk'
import { useAskedAction } from './use-asked-action'

/** An option with its choices; where one of the name is there, the choices that it lacks. */
export function AddOptionForm({ onAction }: Pick<PanelProps, 'onAction'>) {
  const [name, setName] = useState('')
  const [type, setType] = useState('SELECT')
  const [typed, setTyped] = useState('')
  const choices = partsOfText(typed, '\n')
  const rule = optionRuleSchema.safeParse({ name, type, choices })
  useAskedAction(rule.success ? { kind: 'add-option', rule: rule.data } : null, onAction)
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" grow>
        <TextInput
          data-autofocus
          label="Name"
          placeholder="Size"
          value={name}
          maxLength={255}
          autoComplete="off"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Select
          label="Shown as"
          data={pickedTypes.map((value) => ({ value, label: optionTypes[value] ?? value }))}
          value={type}
          allowDeselect={false}
          onChange={(next) => next !== null && setType(next)}
        />
      </Group>
      <Textarea
        label="Choices, one a line"
        description="A product that has an option of this name gets the choices that it lacks. Nothing is taken away."
        placeholder={'S\nM\nL'}
        value={typed}
        autosize
        minRows={3}
        maxRows={8}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </Stack>
  )
}
