import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { fieldOf } from '../../../electron/shared/fields/product-fields'
import { isComposing } from '../../components/keys'
import { forgetStep } from '../../stores/sheet-steps'
import { sheetEdits } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import { choicesFor, withChoice } from './cell-choices'
import { CellChoices, choiceId } from './CellChoices'
import { cellIn, type RowCell } from './row-cells'
import { say } from './said'
import type { SheetColumn } from './sheet-column'
import { typeCells } from './sheet-edits'
import type { SheetRowOf } from './sheet-row'
import classes from './sheet.module.css'

/** A cell that is typed into: held by what it is of, because rows come and go meanwhile. */
export type OpenCell = {
  row: SheetRowOf
  column: SheetColumn
  cell: RowCell
  /** The letter that opened it, in place of what stood there; null: what stands there stays. */
  letter: string | null
  text: string
  /** On the screen. */
  place: { x: number; y: number; width: number; height: number }
}
export type Leaving = 'down' | 'up' | 'right' | 'left' | 'stay'
type Props = { cell: OpenCell; onLeave: (to: Leaving) => void }

let opened = 0

/** The box of one cell while something is typed into it. Each letter is in the draft, as everywhere. */
export function CellEditor({ cell: { row, column, cell, letter, text, place }, onLeave }: Props) {
  const words = useStoreWords()
  const [name] = useState(() => `cell ${(opened += 1)}`)
  const [typed, setTyped] = useState(letter ?? text)
  // Of what stands there already, all that it may become is offered.
  const [isFiltered, setIsFiltered] = useState(letter !== null)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const listId = useId()
  const { isLong } = cell
  const choices = choicesFor(cell.choices(), isFiltered ? typed : '')
  const type = (next: string) => {
    setTyped(next)
    setIsFiltered(true)
    setActive(-1)
    typeCells(name, [{ row, column, text: next }], words)
  }
  useEffect(() => {
    if (letter !== null) type(letter)
    box.current?.focus({ preventScroll: true })
    if (letter === null) box.current?.select()
    // oxlint-disable-next-line react/exhaustive-deps -- once, as the box opens
  }, [])

  const leave = (to: Leaving) => {
    say(sentenceOf(row, column, words))
    onLeave(to)
  }
  const pick = (choice: string) => type(withChoice(isFiltered ? typed : '', choice))
  const press = (event: KeyboardEvent) => {
    // Keys of an input method are not the sheet's.
    if (isComposing(event)) return event.stopPropagation()
    const other = event.key === ' ' ? otherOf(column, cell.choices(), typed) : undefined
    if (other !== undefined) {
      event.preventDefault()
      return type(other)
    }
    const step = choices.length > 0 ? stepOf(event.key) : 0
    const to = leavingBy(event, isLong)
    if (step === 0 && !to) return
    event.preventDefault()
    event.stopPropagation()
    if (step !== 0) return setActive((active + step + choices.length) % choices.length)
    if (!to) return
    if (event.key === 'Escape') {
      forgetStep(name)
      return onLeave(to)
    }
    const chosen = choices[active]
    if (chosen !== undefined) pick(chosen)
    leave(to)
  }
  const shared = {
    'aria-label': column.title,
    value: typed,
    className: classes.editor,
    style: { left: place.x, top: place.y, minWidth: place.width + 1, minHeight: place.height + 1 },
    'data-align': column.align,
    onKeyDown: press,
    onBlur: () => onLeave('stay'),
  }
  if (isLong) {
    return <textarea ref={box} rows={4} {...shared} onChange={({ currentTarget }) => type(currentTarget.value)} />
  }
  if (cell.choices().length === 0) {
    return (
      <input ref={box} autoComplete="off" {...shared} onChange={({ currentTarget }) => type(currentTarget.value)} />
    )
  }
  return (
    <>
      <input
        ref={box}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : choiceId(listId, active)}
        {...shared}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      {choices.length > 0 && (
        <CellChoices
          id={listId}
          label={column.title}
          {...{ choices, active, place }}
          onPick={(choice) => {
            pick(choice)
            leave('down')
          }}
        />
      )}
    </>
  )
}

/** `Price: 15,50.`, and why it cannot be saved. */
function sentenceOf(row: SheetRowOf, column: SheetColumn, words: StoreWords): string {
  const edits = sheetEdits(row.productId)
  if (!edits) return ''
  const cell = cellIn({ row, column, edits, words })
  return `${column.title}: ${cell.shown() || 'empty'}. ${cell.problem() ?? ''}`.trim()
}

/** Of a switch, what it is not. */
function otherOf({ field }: SheetColumn, choices: readonly string[], typed: string): string | undefined {
  if (fieldOf(field).kind.name !== 'flag' || !choices.includes(typed)) return undefined
  return choices.find((choice) => choice !== typed)
}

const stepOf = (key: string): number => (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0)

function leavingBy({ key, shiftKey, altKey }: KeyboardEvent, isLong: boolean): Leaving | null {
  if (key === 'Escape') return 'stay'
  if (key === 'Tab') return shiftKey ? 'left' : 'right'
  if (key !== 'Enter' || (isLong && altKey)) return null
  return shiftKey ? 'up' : 'down'
}
