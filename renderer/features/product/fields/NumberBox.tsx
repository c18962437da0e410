import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { setUnparsed, useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import classes from './fields.module.css'

type Props = {
  /** Field, or field and part: `dimensions.length`. */
  path: string
  label: string
  value: number | null
  onValue: (value: number | null) => void
  format: (value: number) => string
  /** Undefined for text that is no number (yet). */
  parse: (text: string) => number | undefined
  /** What an empty box means; undefined: it is no value. */
  blank?: number | null
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
 * written in the store's format when the focus leaves.
 */
export function NumberBox(props: Props) {
  const { path, value, blank, format, parse, onValue } = props
  const [typed, setTyped] = useState<string | null>(null)
  const unparsed = useProductStore(({ open }) => open?.edits.unparsed[path])
  const { errors, readOnly } = useFormState()
  const error = errors.find((one) => one.path === path)?.message ?? props.error

  const change = (text: string) => {
    setTyped(text)
    const isBlank = text.trim() === ''
    const next = isBlank ? blank : parse(text)
    if (next === undefined) return setUnparsed(path, text)
    setUnparsed(path, null)
    onValue(next)
  }

  return (
    <div className={classes.field} data-field={path}>
      <TextInput
        label={props.label}
        value={unparsed ?? typed ?? (value === null ? '' : format(value))}
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
    </div>
  )
}

const widthOf = (unit: string) => 18 + unit.length * 8
