import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { readOption } from '../../../../electron/shared/fields/option-kind'
import { ControlProblem } from '../ControlProblem'
import type { PropsOf } from '../control'
import { beginLine, useTextsInLines } from '../fresh-line'
import { movedTexts } from '../moved-texts'
import { useFocusOfLine } from '../use-focus-of-line'
import { OptionCard } from './OptionCard'
import classes from './options.module.css'
import { SortableLines } from './SortableLines'
import { useLineIds } from './use-line-ids'

/** So many choices are in sight without folding. */
const mostOpen = 24

/** What shoppers pick or fill in, each option with its choices. */
export function OptionsControl({ texts: allTexts, ...others }: PropsOf<'options'>) {
  const props = { ...others, texts: useTextsInLines(allTexts) }
  const { path, label, hint, value, saved, texts, readOnly, onChange } = props
  const field = useRef<HTMLFieldSetElement>(null)
  const focusAt = useFocusOfLine(field, value.length)
  const { ids, arrange: arrangeIds } = useLineIds(value.length)
  const [isFew] = useState(() => value.flatMap((option) => readOption(option).choices).length <= mostOpen)
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [spoken, setSpoken] = useState('')
  const names = value.map((option) => readOption(option).name)
  const places = value.map((_, index) => index)

  function isOpen(index: number): boolean {
    const { name, choices } = readOption(value[index] ?? {})
    const isNew = name === '' && choices.length === 0
    return texts.isWrong(`${path}.${index}`) || (opened.get(ids[index] ?? '') ?? (isFew || isNew))
  }
  const open = (index: number, how: boolean) => setOpened((now) => new Map([...now, [ids[index] ?? '', how]]))

  function arrange(order: readonly number[]): void {
    arrangeIds(order)
    onChange(
      order.map((index) => value[index] ?? {}),
      movedTexts(texts, path, order),
    )
  }
  function move(from: number, to: number): void {
    if (!(to in value)) return
    const others = places.filter((place) => place !== from)
    setSpoken(`${names[from] ?? ''} is at place ${to + 1} of ${value.length}.`)
    arrange([...others.slice(0, to), from, ...others.slice(to)])
  }
  function add(): void {
    focusAt(value.length, 'input')
    beginLine(`${path}.${value.length}`)
    onChange([...value, { type: 'SELECT', name: '', choices: [], required: false }])
  }

  return (
    <fieldset className={classes.field} ref={field}>
      <legend className={props.isLabelHidden ? 'visually-hidden' : classes.legend}>{label}</legend>
      {hint && <p className={classes.quiet}>{hint}</p>}
      <SortableLines ids={ids} names={names} disabled={readOnly} onMove={move}>
        {value.length > 0 && (
          <ol className={classes.lines}>
            {value.map((option, index) => (
              <OptionCard
                key={ids[index]}
                {...props}
                {...{ option, saved }}
                id={ids[index] ?? ''}
                path={`${path}.${index}`}
                line={index + 1}
                isOpen={isOpen(index)}
                onToggle={() => open(index, !isOpen(index))}
                onOption={(edited, typed) => {
                  // What was open because something was wrong stays so when that is mended.
                  open(index, true)
                  onChange(
                    value.map((each, place) => (place === index ? edited : each)),
                    typed,
                  )
                }}
                onStep={(by, from) => {
                  focusAt(index + by, from === 'handle' ? '[data-handle]' : 'input')
                  move(index, index + by)
                }}
                onRemove={() => {
                  focusAt(index, '[data-handle]')
                  arrange(places.filter((place) => place !== index))
                }}
                onSpoken={setSpoken}
              />
            ))}
          </ol>
        )}
      </SortableLines>
      {readOnly && value.length === 0 && <p className={classes.quiet}>None.</p>}
      {!readOnly && (
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          Add option
        </Button>
      )}
      <ControlProblem error={props.error} />
      <output className="visually-hidden">{spoken}</output>
    </fieldset>
  )
}
