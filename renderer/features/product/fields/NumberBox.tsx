import { TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import { NumberChoice } from '../../../components/NumberChoice'
import { readTyped, typedNumber } from '../../../../electron/shared/fields/typed'
import { readingsToChoose } from '../../../format/number-question'
import { setUnparsed, useProductStore } from '../../../stores/product-store'
import { useFieldError } from '../form-problems'
import { useFormState } from '../form-state'
import classes from './fields.module.css'

type Props = {
  /** Field, or field and part: `dimensions.length`. Its format is the store's. */
  path: string
  label: string
  value: number | null
  /** What the store has. */
  saved: number | null
  onValue: (value: number | null) => void
  prefix?: string
  suffix?: string
  placeholder?: string
  hint?: ReactNode
  /** A sentence about the field the box is a part of. */
  error?: string
  disabled?: boolean
}

/**
 * A number as text. What is typed stays as typed while the box has the focus, also when it is no number yet; it is
 * written in the store's format when the focus leaves. Text that may mean two numbers stays until one is chosen.
 */
export function NumberBox(props: Props) {
  const { path, value, saved, onValue } = props
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const unparsed = useProductStore(({ open }) => open?.edits.unparsed[path])
  const { readOnly, profile } = useFormState()
  const error = useFieldError(path) ?? props.error
  const number = typedNumber(path, profile)
  if (!number) throw new Error(`${path} has no format.`)
  const { read, write } = number

  const take = (next: number | null) => {
    setUnparsed(path, null)
    onValue(next)
  }
  const change = (text: string) => {
    setTyped(text)
    // The store may have let in what nobody could type, such as a price finer than its currency.
    if (saved !== null && text === write(saved)) return take(saved)
    const reading = readTyped(text, number)
    if (reading.kind === 'value') take(reading.value)
    else setUnparsed(path, text)
  }
  const choose = (chosen: number) => {
    setTyped(null)
    take(chosen)
    input.current?.focus()
  }

  return (
    <div className={classes.field} data-field={path}>
      <TextInput
        ref={input}
        label={props.label}
        value={unparsed ?? typed ?? (value === null ? '' : write(value))}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
        error={error}
        description={props.hint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={props.placeholder}
        readOnly={readOnly}
        disabled={props.disabled}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ input: 'tabular' }}
        leftSection={props.prefix ? <span className={classes.unit}>{props.prefix}</span> : undefined}
        rightSection={props.suffix ? <span className={classes.unit}>{props.suffix}</span> : undefined}
        leftSectionWidth={props.prefix ? widthOf(props.prefix) : undefined}
        rightSectionWidth={props.suffix ? widthOf(props.suffix) : undefined}
        leftSectionPointerEvents="none"
        rightSectionPointerEvents="none"
      />
      {unparsed !== undefined && !readOnly && (
        <NumberChoice label={props.label} readings={readingsToChoose(read(unparsed))} write={write} onChoose={choose} />
      )}
    </div>
  )
}

const widthOf = (unit: string) => 18 + unit.length * 8
