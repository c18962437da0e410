import type { GridKeyEventArgs, Item } from '@glideapps/glide-data-grid'
import { useRef, type RefObject } from 'react'
import type { Block } from './paste'
import { keyAct } from './sheet-keys'

type Acts = {
  /** Leaves the block for its active cell. */
  calm: (cell: Item) => void
  fill: (block: Block, way: 'down' | 'right') => void
  fold: (row: number, isOpen: boolean) => void
  tick: (row: number) => void
  menu: (cell: Item) => void
  /** What the head of its column offers. */
  head: (cell: Item) => void
  /** Turns a switch, or opens the product beside. */
  show: (cell: Item, block: Block) => void
  /** `letter`: the first one of what is typed. */
  open: (cell: Item, letter: string | null) => void
}
type Parts = {
  frame: RefObject<HTMLElement | null>
  cell: Item | undefined
  block: Block | null
  acts: Acts
}

/** What the keys do in the sheet. */
export function useGridPress({ frame, cell, block, acts }: Parts): (event: GridKeyEventArgs) => void {
  const isLeaving = useRef(false)
  return (event) => {
    // Tab goes from cell to cell; after Escape it leaves the sheet, as it leaves a text.
    if (event.key === 'Tab' && isLeaving.current) return leaveFrom(event, frame.current)
    if (event.key !== 'Shift') isLeaving.current = event.key === 'Escape'
    const wanted = cell && block && keyAct(event)
    if (!wanted) return
    event.cancel()
    event.preventDefault()
    if (wanted === 'calm') acts.calm(cell)
    else if (wanted === 'fill-down' || wanted === 'fill-right')
      acts.fill(block, wanted === 'fill-down' ? 'down' : 'right')
    else if (wanted === 'fold' || wanted === 'unfold') acts.fold(cell[1], wanted === 'unfold')
    else if (wanted === 'tick') acts.tick(cell[1])
    else if (wanted === 'head') acts.head(cell)
    else if (wanted === 'menu') {
      // What closes menus hears keys that nobody has taken.
      event.stopPropagation()
      acts.menu(cell)
    } else if (wanted === 'show') acts.show(cell, block)
    else acts.open(cell, wanted === 'open' ? null : event.key)
  }
}

/** The browser goes on to what comes after the sheet, or before it. */
function leaveFrom(event: GridKeyEventArgs, frame: HTMLElement | null): void {
  event.cancel()
  if (event.shiftKey) frame?.querySelector('canvas')?.focus()
}
