import type { StoreWords } from '../../../electron/shared/fields/kind'
import { notifyLeftOut } from '../../components/notify'
import { sheetEdits } from '../../stores/sheet-store'
import { say } from './said'
import { columnsOf, placeFill, placePaste, rowsOf, type Block } from './paste'
import { cellIn } from './row-cells'
import type { RowLayout } from './row-layout'
import { noteRefused } from './refused-cells'
import type { SheetColumn } from './sheet-column'
import { typeCells, type Typed } from './sheet-edits'
import { rowNow, rowsFrom, type SheetRowOf } from './sheet-row'
import { isSwitch } from './switch-cells'

export type Shown = {
  columns: readonly SheetColumn[]
  layout: RowLayout
  words: StoreWords
  isFixed: (id: number) => boolean
}

/** With its row of the sheet. */
type Placed = Typed & { at: number }

type Act = 'paste' | 'empty' | 'fill' | 'switch'
const done: Record<Act, string> = { paste: 'pasted', empty: 'emptied', fill: 'filled', switch: 'switched' }
let acts = 0

/** Answers where it went. */
export async function pasteInto(shown: Shown, selected: Block, texts: readonly (readonly string[])[]): Promise<Block> {
  const placed = placePaste(selected, texts, { rows: shown.layout.rows, columns: shown.columns.length })
  const rows = await rowsFrom(shown.layout, placed.into.top, placed.into.bottom)
  const typed = rows.flatMap((row, down) =>
    columnsOf(placed.into).flatMap((at, across) =>
      cell(shown, [row, placed.into.top + down], at, placed.texts[down]?.[across]),
    ),
  )
  write(shown, 'paste', typed, placed.left)
  return placed.into
}

export async function emptyBlock(shown: Shown, block: Block): Promise<void> {
  const rows = await rowsFrom(shown.layout, block.top, block.bottom)
  const typed = rows.flatMap((row, down) =>
    columnsOf(block).flatMap((at) => cell(shown, [row, block.top + down], at, '')),
  )
  write(shown, 'empty', typed, 0)
}

/** All switches of a block on, or off. */
export async function turnSwitches(shown: Shown, block: Block, text: string): Promise<void> {
  const rows = await rowsFrom(shown.layout, block.top, block.bottom)
  const switches = columnsOf(block).filter((at) => shown.columns[at] && isSwitch(shown.columns[at]))
  const typed = rows.flatMap((row, down) =>
    row.variation ? [] : switches.flatMap((at) => cell(shown, [row, block.top + down], at, text)),
  )
  write(shown, 'switch', typed, 0)
}

/** What is at one end of a block, in the rest of it. */
export async function fillBlock(shown: Shown, block: Block, along: 'down' | 'right'): Promise<void> {
  const placed = placeFill(block, along)
  if (placed) await fillFrom(shown, placed.from, placed.to)
}

/** The cells of one block, again and again, in another one beside it. */
export async function fillFrom(shown: Shown, from: Block, to: Block): Promise<void> {
  const sources = await rowsFrom(shown.layout, from.top, from.bottom)
  const texts = sources.map((row) => columnsOf(from).map((at) => textAt(shown, row, shown.columns[at])))
  const rows = await rowsFrom(shown.layout, to.top, to.bottom)
  const [height, width] = [texts.length, texts[0]?.length ?? 1]
  const typed = rows.flatMap((row, down) =>
    columnsOf(to).flatMap((at) =>
      cell(
        shown,
        [row, to.top + down],
        at,
        texts[modulo(to.top + down - from.top, height)]?.[modulo(at - from.left, width)],
      ),
    ),
  )
  write(shown, 'fill', typed, 0)
}

/** Every cell as it is copied; null: some of the rows are not read yet. */
export function loadedTexts(shown: Shown, block: Block): string[][] | null {
  const rows = rowsOf(block).map((row) => rowNow(shown.layout, row))
  if (!rows.every((row) => row !== undefined)) return null
  return rows.map((row) => columnsOf(block).map((at) => textAt(shown, row, shown.columns[at])))
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by

function textAt({ words }: Shown, row: SheetRowOf, column: SheetColumn | undefined): string {
  const edits = sheetEdits(row.productId)
  return edits && column ? cellIn({ row, column, edits, words }).text() : ''
}

function cell({ columns }: Shown, [row, at]: [SheetRowOf, number], across: number, text: string | undefined): Placed[] {
  const column = columns[across]
  return column && text !== undefined ? [{ row, column, text, at }] : []
}

function write(shown: Shown, act: Act, typed: readonly Placed[], left: number): void {
  const open = typed.filter(({ row }) => !shown.isFixed(row.productId))
  const name = `${act} ${(acts += 1)}`
  const refused = typed.length - open.length + typeCells(name, open, shown.words)
  const stand = typed.map((each) => standing(shown, each))
  const wrong = typed.filter((_, at) => stand[at] === 'wrong')
  // From the top, as one goes through them.
  const notWell = typed.filter((_, at) => stand[at] !== 'well')
  const all = typed.length + left
  const sentence = saidOf(done[act], all, { left, refused, wrong: wrong.length })
  noteRefused(
    notWell.map(({ at, column }) => ({ row: at, path: column.path })),
    `${(typed.length - notWell.length).toLocaleString('en')} of ${cells(all)} ${done[act]}`,
  )
  if (sentence && notWell.length === 0) notifyLeftOut(sentence)
  // A message is heard by itself.
  else if (all > 0) say(sentence || `${cells(all)} ${done[act]}.`)
}

function standing(shown: Shown, { row, column }: Placed): 'well' | 'wrong' | 'untaken' {
  const edits = sheetEdits(row.productId)
  const now = edits && cellIn({ row, column, edits, words: shown.words })
  if (!now?.takesText || shown.isFixed(row.productId)) return 'untaken'
  return now.problem() === null ? 'well' : 'wrong'
}

/** Nothing where all of it is well. */
export function saidOf(
  verb: string,
  all: number,
  { left, refused, wrong }: Record<'left' | 'refused' | 'wrong', number>,
): string {
  const parts = [
    left > 0 && `${cells(left)} had no place in the sheet`,
    refused > 0 && `${cells(refused)} cannot be typed into here`,
    wrong > 0 && `${cells(wrong)} cannot be saved as they are: they are red, and keep what was put into them`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : `${all - left - refused - wrong} of ${cells(all)} ${verb}. ${parts.join('. ')}.`
}

export const cells = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'cell' : 'cells'}`
