import { useRef, useState } from 'react'
import { choices as kind, readChoice } from '../../../../electron/shared/fields/option-kind'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { ControlProblem } from '../ControlProblem'
import type { PropsOf, TextsSet } from '../control'
import { movedTexts } from '../moved-texts'
import { useFocusOfLine } from '../use-focus-of-line'
import { ChoiceLine } from './ChoiceLine'
import { NewChoice } from './NewChoice'
import { renamed } from './option-edits'
import classes from './options.module.css'
import { SortableLines } from './SortableLines'
import { useLineIds } from './use-line-ids'

type Props = Pick<PropsOf<'options'>, 'path' | 'words' | 'texts' | 'readOnly' | 'isInPopover' | 'error'> & {
  /** The option that they are of. */
  name: string
  choices: readonly Entry[]
  saved: readonly Entry[]
  hasColours: boolean
  onChoices: (choices: readonly Entry[], typed?: TextsSet) => void
  onSpoken: (text: string) => void
}

/** The choices of an option, one a line, and a box for the next. */
export function ChoiceLines({ name, choices, saved, hasColours, onChoices, onSpoken, error, ...shared }: Props) {
  const { path, words, texts, readOnly } = shared
  const field = useRef<HTMLFieldSetElement>(null)
  const next = useRef<HTMLInputElement>(null)
  const focusAt = useFocusOfLine(field, choices.length)
  const { ids, arrange: arrangeIds } = useLineIds(choices.length)
  // It is a choice with its first letter, and gets its line once the box is left for the next.
  const [begun, setBegun] = useState<number | null>(null)
  const inBox = begun === choices.length - 1 ? choices[begun] : undefined
  const lines = inBox ? choices.slice(0, -1) : choices
  const names = lines.map((choice) => readChoice(choice).text)
  const places = choices.map((_, index) => index)
  const called = (text: string) => renamed(kind.list, inBox ?? {}, text, saved)

  function arrange(order: readonly number[]): void {
    arrangeIds(order)
    onChoices(
      order.map((index) => choices[index] ?? {}),
      movedTexts(texts, path, order),
    )
  }
  function move(from: number, to: number): void {
    if (!(to in choices)) return
    const others = places.filter((place) => place !== from)
    onSpoken(`${names[from] ?? ''} is at place ${to + 1} of ${choices.length}.`)
    arrange([...others.slice(0, to), from, ...others.slice(to)])
  }

  return (
    <fieldset className={classes.choices} ref={field} data-field={path}>
      <legend className="visually-hidden">Choices of {name}</legend>
      {lines.length > 0 && (
        <div className={classes.titles} data-colours={hasColours} data-readonly={readOnly} aria-hidden>
          <span>Choice</span>
          <span>Price change</span>
          {hasColours && <span>Colour</span>}
          {hasColours && <span>Picture</span>}
        </div>
      )}
      <SortableLines ids={ids} names={names} disabled={readOnly} onMove={move}>
        <ol className={classes.lines} data-readonly={readOnly}>
          {lines.map((choice, index) => (
            <ChoiceLine
              key={ids[index]}
              {...shared}
              {...{ choice, saved, hasColours }}
              id={ids[index] ?? ''}
              path={`${path}.${index}`}
              line={index + 1}
              onChoice={(edited, typed) =>
                onChoices(
                  choices.map((each, place) => (place === index ? edited : each)),
                  typed,
                )
              }
              onNext={() => next.current?.focus()}
              onStep={(by, from) => {
                focusAt(index + by, from === 'handle' ? '[data-handle]' : 'input')
                move(index, index + by)
              }}
              onRemove={() => {
                // In a text, undo by the keys would mean what was typed before.
                focusAt(index, '[data-handle], input')
                arrange(places.filter((place) => place !== index))
              }}
            />
          ))}
        </ol>
      </SortableLines>
      {!readOnly && (
        <NewChoice
          ref={next}
          option={name}
          taken={names}
          profile={words.profile}
          text={inBox && readChoice(inBox).text}
          onText={(text) => {
            setBegun(text === null ? null : lines.length)
            // It may be in the store by now.
            onChoices(text === null ? lines : [...lines, called(text)])
          }}
          onAdd={(added, first) => {
            setBegun(null)
            const ended = inBox && first !== undefined ? [...lines, called(first)] : choices
            if (ended !== choices || added.length > 0) onChoices([...ended, ...added])
          }}
        />
      )}
      <ControlProblem error={error} />
    </fieldset>
  )
}
