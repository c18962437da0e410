import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { isComposing } from '../../components/keys'
import { forgetStep } from '../../stores/sheet-steps'
import { sheetEdits } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import { say } from './said'
import { cellIn, type RowCell } from './row-cells'
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
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const listId = useId()
  const choices = cell.choices()
  const { isLong } = cell
  const type = (next: string) => {
    setTyped(next)
    typeCells(name, [{ row, column, text: next }], words)
  }
  useEffect(() => {
    if (letter !== null) type(letter)
    box.current?.focus({ preventScroll: true })
    if (letter === null) box.current?.select()
    // oxlint-disable-next-line react/exhaustive-deps -- once, as the box opens
  }, [])

  const press = (event: KeyboardEvent) => {
    // Keys of an input method are not the sheet's.
    if (isComposing(event)) return event.stopPropagation()
    const to = leavingBy(event, isLong)
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') forgetStep(name)
    else say(sentenceOf(row, column, words))
    onLeave(to)
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
  return (
    <>
      <input
        ref={box}
        autoComplete="off"
        list={choices.length > 0 ? listId : undefined}
        {...shared}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
      <datalist id={listId}>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </datalist>
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

function leavingBy({ key, shiftKey, altKey }: KeyboardEvent, isLong: boolean): Leaving | null {
  if (key === 'Escape') return 'stay'
  if (key === 'Tab') return shiftKey ? 'left' : 'right'
  if (key !== 'Enter' || (isLong && altKey)) return null
  return shiftKey ? 'up' : 'down'
}
