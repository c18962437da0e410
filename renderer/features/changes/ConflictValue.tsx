import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ConflictView } from '../../../electron/shared/change'
import { NumberChoice } from '../../components/NumberChoice'
import { readTyped, typedNumber } from '../../../electron/shared/fields/typed'
import { numberQuestion } from '../../format/number-question'
import { Popover } from '../../overlays/Popover'
import { useStoreStore } from '../../stores/store-store'
import { setsAlt, setsField } from '../../../electron/shared/change-address'
import { decideValue } from './conflict-actions'

const longFields = ['description', 'seoDescription']
const label = 'Neither, but'

/** A third value, for fields that are one text or number. Everything else is edited in the product's form. */
export function ConflictValue({ connectionId, conflict }: { connectionId: string; conflict: ConflictView }) {
  const { after, field } = conflict
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const number = setsField(conflict) ? typedNumber(field ?? '', profile) : undefined
  const [opened, setOpened] = useState(false)
  const [value, setValue] = useState(() => (number ? numberIn(after, number.write) : String(after ?? '')))
  const [problem, setProblem] = useState<string | null>(null)
  const [readings, setReadings] = useState<number[]>([])
  const isText = typeof after === 'string' && field !== 'description'
  if ((!setsField(conflict) && !setsAlt(conflict)) || (!number && !isText)) return null

  function type(text: string): void {
    setValue(text)
    setProblem(null)
    setReadings([])
  }

  async function take(third: unknown): Promise<void> {
    setReadings([])
    const refused = await decideValue(connectionId, conflict.id, third)
    setProblem(refused)
    if (refused === null) setOpened(false)
  }

  function submit(): void {
    if (!number) return void take(value)
    const reading = readTyped(value, number)
    if (reading.kind === 'value') return void take(reading.value)
    if (reading.kind === 'problem') return setProblem(reading.message)
    setProblem(numberQuestion(reading.readings, number.write))
    setReadings(reading.readings)
  }

  const common = { label, error: problem, 'data-autofocus': true, value }
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
            submit()
          }}
        >
          {longFields.includes(field ?? '') ? (
            <Textarea {...common} autosize onChange={(event) => type(event.currentTarget.value)} />
          ) : (
            <TextInput
              {...common}
              inputMode={number ? 'decimal' : undefined}
              onChange={(event) => type(event.currentTarget.value)}
            />
          )}
          {number && (
            <NumberChoice
              label={label}
              readings={readings}
              write={number.write}
              onChoose={(chosen) => {
                setValue(number.write(chosen))
                void take(chosen)
              }}
            />
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

const numberIn = (value: unknown, write: (value: number) => string): string =>
  typeof value === 'number' ? write(value) : ''
