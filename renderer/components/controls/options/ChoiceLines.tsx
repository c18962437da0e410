import { useRef } from 'react'
import { readChoice } from '../../../../electron/shared/fields/option-kind'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { ControlProblem } from '../ControlProblem'
import type { PropsOf } from '../control'
import { moveTexts } from '../move-texts'
import { useFocusOfLine } from '../use-focus-of-line'
import { ChoiceLine } from './ChoiceLine'
import { NewChoice } from './NewChoice'
import classes from './options.module.css'
import { SortableLines } from './SortableLines'
import { useLineIds } from './use-line-ids'

type Props = Pick<PropsOf<'options'>, 'path' | 'words' | 'texts' | 'readOnly' | 'isInPopover' | 'error'> & {
  /** The option that they are of. */
  name: string
  choices: readonly Entry[]
  saved: readonly Entry[]
  hasColours: boolean
  onChoices: (choices: readonly Entry[]) => void
  onSpoken: (text: string) => void
}

/** The choices of an option, one a line, and a box for the next. */
export function ChoiceLines({ name, choices, saved, hasColours, onChoices, onSpoken, error, ...shared }: Props) {
  const { path, words, texts, readOnly } = shared
  const field = useRef<HTMLFieldSetElement>(null)
  const next = useRef<HTMLInputElement>(null)
  const focusAt = useFocusOfLine(field, choices.length)
  const { ids, arrange: arrangeIds } = useLineIds(choices.length)
  const names = choices.map((choice) => readChoice(choice).text)
  const places = choices.map((_, index) => index)

  function arrange(order: readonly number[]): void {
    moveTexts(texts, path, order)
    arrangeIds(order)
    onChoices(order.map((index) => choices[index] ?? {}))
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
      {choices.length > 0 && (
        <div className={classes.titles} data-colours={hasColours} data-readonly={readOnly} aria-hidden>
          <span>Choice</span>
          <span>Price change</span>
          {hasColours && <span>Colour</span>}
        </div>
      )}
      <SortableLines ids={ids} names={names} disabled={readOnly} onMove={move}>
        <ol className={classes.lines} data-readonly={readOnly}>
          {choices.map((choice, index) => (
            <ChoiceLine
              key={ids[index]}
              {...shared}
              {...{ choice, saved, hasColours }}
              id={ids[index] ?? ''}
              path={`${path}.${index}`}
              line={index + 1}
              onChoice={(edited) => onChoices(choices.map((each, place) => (place === index ? edited : each)))}
              onNext={() => next.current?.focus()}
              onStep={(by, from) => {
                focusAt(index + by, from === 'handle' ? '[data-handle]' : 'input')
                move(index, index + by)
              }}
              onRemove={() => {
                focusAt(index, 'input')
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
          onAdd={(added) => onChoices([...choices, ...added])}
        />
      )}
      <ControlProblem error={error} />
    </fieldset>
  )
}
