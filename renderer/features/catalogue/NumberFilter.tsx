import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { TypedNumber } from '../../../electron/shared/fields/kind'
import { NumberChoice } from '../../components/NumberChoice'
import { numberQuestion } from '../../format/number-question'

type Props = {
  label: string
  /** The store's own format of such a number. */
  number: TypedNumber
  value: number | undefined
  /** What is wrong with it beside the other end of its range. */
  problem?: string | null
  onChange: (value: number | undefined) => void
}

/** One end of a range. What is no number yet, or may be two, stays as typed and filters nothing. */
export function NumberFilter({ label, number, value, problem = null, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const { read, write } = number
  const reading = typed === null || typed.trim() === '' ? null : read(typed)
  const readings = reading?.kind === 'ambiguous' ? reading.readings : []
  const question = readings.length > 0 ? numberQuestion(readings, write) : null

  const change = (text: string) => {
    setTyped(text)
    const next = read(text)
    onChange(next.kind === 'value' ? next.value : undefined)
  }
  const choose = (chosen: number) => {
    setTyped(null)
    onChange(chosen)
    input.current?.focus()
  }
  return (
    <div>
      <TextInput
        ref={input}
        label={label}
        inputMode="decimal"
        leftSection={number.prefix || null}
        rightSection={number.suffix || null}
        value={typed ?? (value === undefined ? '' : write(value))}
        error={reading?.kind === 'problem' ? reading.message : (question ?? problem)}
        onChange={(event) => change(event.currentTarget.value)}
        // Out of the field, a number is shown as the store writes it.
        onBlur={() => (reading === null || reading.kind === 'value') && setTyped(null)}
      />
      <NumberChoice label={label} readings={readings} write={write} onChoose={choose} />
    </div>
  )
}
