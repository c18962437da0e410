import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { readTyped } from '../../../electron/shared/fields/typed'
import { readingsToChoose } from '../../format/number-question'
import { NumberChoice } from '../NumberChoice'
import { labelOf, wrapperOrder, type PropsOf } from './control'
import classes from './controls.module.css'

/**
 * A number as text. What is typed stays as typed while the box has the focus, also when it is no number yet; it is
 * written in the store's format when the focus leaves. Text that may mean two numbers stays until one is chosen.
 */
export function NumberControl(props: PropsOf<'number'>) {
  const { path, kind, value, saved, onChange, texts, words, readOnly } = props
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const unparsed = texts.at(path)
  const number = kind.typed?.(words.profile)
  if (!number) throw new Error(`${path} has no format.`)
  const { read, write, prefix, suffix } = number

  const take = (next: number | null) => onChange(next, { [path]: null })
  /** Undefined: the text is no value. */
  const valueOf = (text: string): number | null | undefined => {
    // The store may have let in what nobody could type, such as a price finer than its currency.
    if (saved !== null && text === write(saved)) return saved
    const reading = readTyped(text, number)
    return reading.kind === 'value' ? reading.value : undefined
  }
  const change = (text: string) => {
    setTyped(text)
    const next = valueOf(text)
    if (next === undefined) texts.set(path, text)
    else take(next)
  }
  const choose = (chosen: number) => {
    setTyped(null)
    take(chosen)
    input.current?.focus()
  }

  return (
    <>
      <TextInput
        ref={input}
        {...labelOf(props)}
        value={unparsed ?? (typed !== null && valueOf(typed) === value ? typed : value === null ? '' : write(value))}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
        error={texts.problemAt(path) ?? props.error}
        description={props.hint}
        inputWrapperOrder={wrapperOrder}
        placeholder={props.placeholder}
        readOnly={readOnly}
        inputMode="decimal"
        maw={440}
        autoComplete="off"
        classNames={{ input: 'tabular' }}
        {...sideOf('left', prefix)}
        {...sideOf('right', suffix)}
      />
      {unparsed !== undefined && !readOnly && (
        <NumberChoice label={props.label} readings={readingsToChoose(read(unparsed))} write={write} onChoose={choose} />
      )}
    </>
  )
}

function sideOf(side: 'left' | 'right', unit: string | undefined) {
  if (!unit) return {}
  const section = <span className={classes.unit}>{unit}</span>
  const width = 18 + unit.length * 8
  return side === 'left'
    ? { leftSection: section, leftSectionWidth: width, leftSectionPointerEvents: 'none' as const }
    : { rightSection: section, rightSectionWidth: width, rightSectionPointerEvents: 'none' as const }
}
