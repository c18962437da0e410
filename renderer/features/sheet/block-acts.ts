import { sheetEdits, withEveryRow } from '../../stores/sheet-store'
import { copyBlock } from './copied-block'
import { changed, type NumberChange } from './number-change'
import { columnsOf, placeFill, placePaste, type Block } from './paste'
import { cellIn } from './row-cells'
import type { SheetColumn } from './sheet-column'
import { rowsFrom, type SheetRowOf } from './sheet-row'
import { isSwitch } from './switch-cells'
import { writeCells, type Act, type Placed, type Shown } from './written-cells'

type TextAt = (row: SheetRowOf, at: { row: number; across: number }) => string | undefined

/** Puts a text into each cell of a block; where there is none, the cell stays. All of its rows are here until it is done. */
async function writeBlock(shown: Shown, act: Act, into: Block, textAt: TextAt, left = 0): Promise<void> {
  await withEveryRow(async () => {
    const rows = await rowsFrom(shown.layout, into.top, into.bottom)
    const typed = rows.flatMap((row, down) =>
      columnsOf(into).flatMap((across): Placed[] => {
        const at = into.top + down
        const column = shown.columns[across]
        const text = column && textAt(row, { row: at, across })
        return column && text !== undefined ? [{ row, column, text, at }] : []
      }),
    )
    writeCells(shown, act, typed, left)
  })
}

/** Answers where it went. */
export async function pasteInto(shown: Shown, selected: Block, texts: readonly (readonly string[])[]): Promise<Block> {
  const { into, ...placed } = placePaste(selected, texts, { rows: shown.layout.rows, columns: shown.columns.length })
  const textAt: TextAt = (_, { row, across }) => placed.texts[row - into.top]?.[across - into.left]
  await writeBlock(shown, 'paste', into, textAt, placed.left)
  return into
}

export const emptyBlock = (shown: Shown, block: Block): Promise<void> => writeBlock(shown, 'empty', block, () => '')

/** All switches of a block on, or off. */
export function turnSwitches(shown: Shown, block: Block, text: string): Promise<void> {
  const isTurned = (column: SheetColumn | undefined) => column !== undefined && isSwitch(column)
  return writeBlock(shown, 'switch', block, ({ variation }, { across }) =>
    !variation && isTurned(shown.columns[across]) ? text : undefined,
  )
}

/** The numbers of a block, each changed alike; what is none stays as it is. */
export function changeNumbers(shown: Shown, block: Block, change: NumberChange): Promise<void> {
  const { words } = shown
  return writeBlock(shown, 'change', block, (row, { across }) => {
    const [edits, column] = [sheetEdits(row.productId), shown.columns[across]]
    const cell = edits && column?.amount && cellIn({ row, column, edits, words })
    const [value] = cell?.takesText && cell.problem() === null ? cell.amounts() : []
    return column && value !== undefined ? column.written?.(changed(value, change, column, words), words) : undefined
  })
}

/** What is at one end of a block, in the rest of it. */
export async function fillBlock(shown: Shown, block: Block, along: 'down' | 'right'): Promise<void> {
  const placed = placeFill(block, along)
  if (placed) await fillFrom(shown, placed.from, placed.to)
}

/** The cells of one block, again and again, in another one beside it. */
export async function fillFrom(shown: Shown, from: Block, to: Block): Promise<void> {
  await withEveryRow(async () => {
    const { texts } = await copyBlock(shown, from)
    const [height, width] = [texts.length, texts[0]?.length ?? 1]
    await writeBlock(
      shown,
      'fill',
      to,
      (_, { row, across }) => texts[modulo(row - from.top, height)]?.[modulo(across - from.left, width)],
    )
  })
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by
