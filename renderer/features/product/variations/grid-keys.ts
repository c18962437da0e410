import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { beginTyping, emptyRange, fillDown, removeOrKeep, type Shown } from './grid-edits'
import { goToCell, rangeOf, showDetails, useGridStore, type Place, type Range } from './grid-store'

type Keys = {
  shown: Shown
  readOnly: boolean
  rowsInView: number
  moveTo: (place: Place, isRange: boolean) => void
  leave: () => void
}

/** The keys of a table: arrows, Tab and Enter move, F2 and letters type, Delete empties, Ctrl+D fills down, Ctrl+Delete removes rows, Alt+Enter shows more. */
export function gridKeys(event: KeyboardEvent, keys: Keys): void {
  const { active, anchor, editor } = useGridStore.getState()
  const range = rangeOf({ active, anchor })
  const done = () => event.preventDefault()
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
  // It saves.
  if (isCommand && event.key === 'Enter') return
  const next = placeAfter(event, active, keys)
  if (event.key === 'Enter' && event.altKey) {
    done()
    showDetails(keys.shown.variations[active.row]?.id ?? null)
  } else if (editor && event.key === 'Enter') {
    done()
    const row = within(active.row + (event.shiftKey ? -1 : 1), keys.shown.variations.length - 1)
    keys.moveTo({ ...active, row }, false)
  } else if (next) {
    done()
    keys.moveTo(next, event.shiftKey && event.key !== 'Tab')
  } else if (event.key === 'Escape') {
    done()
    if (range.top !== range.bottom || range.left !== range.right) goToCell(active)
    else keys.leave()
  } else if (isCommand && event.key.toLowerCase() === 'a') {
    done()
    selectAll(keys.shown)
  } else if (isCommand && event.key.toLowerCase() === 'd') {
    // The menu has another meaning for it.
    done()
    if (!keys.readOnly) fillDown(keys.shown, range)
  } else if (isCommand && (event.key === 'Delete' || event.key === 'Backspace') && !editor) {
    done()
    if (!keys.readOnly) removeOrKeep(keys.shown.variations.slice(range.top, range.bottom + 1))
  } else if (!keys.readOnly && !isCommand && !editor) {
    // A letter of several keys, as of an accent or an input method, is composed in the box that opens.
    if (event.key === 'Dead' || event.key === 'Process') return flushSync(() => beginTyping(keys.shown, ''))
    if (!typeOn(event, keys.shown, range)) return
    done()
    // A letter is no shortcut here.
    event.stopPropagation()
  }
}

/** Whether the key begins typing, or empties. A letter goes on into the box that opens. */
function typeOn({ key, altKey }: KeyboardEvent, shown: Shown, range: Range): boolean {
  if (key === 'Delete' || key === 'Backspace') emptyRange(shown, range)
  else if (key === 'F2' || key === 'Enter') beginTyping(shown, null)
  else if (key.length === 1 && !altKey) beginTyping(shown, key)
  else return false
  return true
}

function selectAll({ variations, columns }: Shown): void {
  useGridStore.setState({
    active: { row: 0, column: 0 },
    anchor: { row: variations.length - 1, column: columns.length - 1 },
  })
}

/** Undefined: the key leads nowhere here. */
function placeAfter(
  {
    key,
    shiftKey,
    ctrlKey,
    metaKey,
    altKey,
  }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { row, column }: Place,
  { shown, rowsInView }: Pick<Keys, 'shown' | 'rowsInView'>,
): Place | undefined {
  const [lastRow, lastColumn] = [shown.variations.length - 1, shown.columns.length - 1]
  if (altKey) return undefined
  const isFar = ctrlKey || metaKey
  if (key === 'Tab') return isFar ? undefined : placeByTab({ row, column }, shiftKey ? -1 : 1, lastRow, lastColumn)
  const step = steps(rowsInView)[key]
  if (key === 'Home') return { row: isFar ? 0 : row, column: 0 }
  if (key === 'End') return { row: isFar ? lastRow : row, column: lastColumn }
  // With Ctrl they go to the next product.
  if (!step || (isFar && step.row !== 0)) return undefined
  const across = isFar ? step.column * shown.columns.length : step.column
  return { row: within(row + step.row, lastRow), column: within(column + across, lastColumn) }
}

const steps = (page: number): Record<string, Place> => ({
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -page, column: 0 },
  PageDown: { row: page, column: 0 },
})

/** On to the next row at the end of one; after the last box out of the table. */
function placeByTab({ row, column }: Place, by: 1 | -1, lastRow: number, lastColumn: number): Place | undefined {
  const next = column + by
  if (next >= 0 && next <= lastColumn) return { row, column: next }
  const other = row + by
  return other < 0 || other > lastRow ? undefined : { row: other, column: by > 0 ? 0 : lastColumn }
}

const within = (at: number, last: number): number => Math.max(0, Math.min(at, last))
