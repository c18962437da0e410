import { readSheetRows, sheetEdits, useSheetStore, withEveryRow } from '../../stores/sheet-store'
import { columnsOf, rowsOf, type Block } from './paste'
import { cellIn } from './row-cells'
import type { SheetColumn } from './sheet-column'
import { rowNow, rowsFrom, type SheetRowOf } from './sheet-row'
import { createWriting, type Placed, type Shown } from './written-cells'

/** Cells as they are copied, and whose they are: others may stand in their places when a cut empties them. */
export type CopiedBlock = {
  top: number
  rows: readonly SheetRowOf[]
  columns: readonly SheetColumn[]
  texts: string[][]
}

/** Every cell of a block, also of rows where nobody looked yet. */
export function copyBlock(shown: Shown, block: Block): Promise<CopiedBlock> {
  return withEveryRow(async () => copyRows(shown, block, await rowsFrom(shown.layout, block.top, block.bottom)))
}

/** The same at once; null: some of the rows are not read yet. */
export function copyLoaded(shown: Shown, block: Block): CopiedBlock | null {
  const rows = rowsOf(block).map((row) => rowNow(shown.layout, row))
  return rows.every((row) => row !== undefined) ? copyRows(shown, block, rows) : null
}

function copyRows({ columns: all, words }: Shown, block: Block, rows: readonly SheetRowOf[]): CopiedBlock {
  const columns = columnsOf(block).flatMap((at) => all[at] ?? [])
  const texts = rows.map((row) => {
    const edits = sheetEdits(row.productId)
    return columns.map((column) => (edits ? cellIn({ row, column, edits, words }).text() : ''))
  })
  return { top: block.top, rows, columns, texts }
}

/** What a cut leaves: those very cells, wherever their rows are by now. What is gone meanwhile is left out. */
export async function emptyCopied(shown: Shown, { top, rows, columns }: CopiedBlock): Promise<void> {
  await withEveryRow(async () => {
    await readSheetRows([...new Set(rows.map(({ productId }) => productId))])
    const typed = rows.flatMap((copied, down) => {
      const row = asItIs(copied)
      return row ? columns.map((column): Placed => ({ row, column, text: '', at: top + down })) : []
    })
    const writing = createWriting(shown, 'empty')
    writing.write(typed)
    writing.end(0)
  })
}

function asItIs({ productId, variation, ...row }: SheetRowOf): SheetRowOf | undefined {
  const read = useSheetStore.getState().rows.get(productId)
  if (!read || !variation) return read && { ...row, productId, variation }
  const now = read.variations?.find(({ id }) => id === variation.id)
  return now && { ...row, productId, variation: now }
}
