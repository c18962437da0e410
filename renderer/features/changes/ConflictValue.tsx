import { Button, Group, NumberInput, Popover, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ConflictView } from '../../../electron/shared/change'
import { decideValue } from './conflict-actions'

const longFields = ['description', 'seoDescription']

/** A third value, for fields that are one text or number. Everything else is edited in the product's form. */
export function ConflictValue({ connectionId, conflict }: { connectionId: string; conflict: ConflictView }) {
  const { after, theirs, field, kind } = conflict
  const isNumber = typeof after === 'number' || typeof theirs === 'number'
  const isText = typeof after === 'string' && field !== 'description'
  const [opened, setOpened] = useState(false)
  const [value, setValue] = useState<string | number>(isNumber ? Number(after ?? 0) : String(after ?? ''))
  const [problem, setProblem] = useState<string | null>(null)
  if ((kind !== 'field' && kind !== 'picture.alt') || (!isNumber && !isText)) return null

  async function take(): Promise<void> {
    if (isNumber && value === '') return setProblem('Enter a number.')
    const refused = await decideValue(connectionId, conflict.id, isNumber ? Number(value) : value)
    setProblem(refused)
    if (refused === null) setOpened(false)
  }

  const common = { label: 'Neither, but', error: problem, 'data-autofocus': true }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus width={320} withinPortal>
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => setOpened(!opened)}>
          Other…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void take()
          }}
        >
          {isNumber ? (
            <NumberInput {...common} value={value} onChange={setValue} hideControls />
          ) : longFields.includes(field ?? '') ? (
            <Textarea {...common} autosize value={value} onChange={(event) => setValue(event.currentTarget.value)} />
          ) : (
            <TextInput {...common} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
          )}
          <Group justify="flex-end" gap="xs" mt="sm">
            <Button size="compact-sm" type="submit">
              Take this
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
