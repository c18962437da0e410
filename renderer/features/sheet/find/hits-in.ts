import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { foldText } from '../../../../electron/shared/fold-text'
import type { SheetEdits } from '../../../stores/sheet-store'
import { cellIn } from '../row-cells'
import type { SheetColumn } from '../sheet-column'
import type { SheetRowOf } from '../sheet-row'

/** A cell that shows what is looked for: by its product's place in the list, its variation, the first of which is 0, and its column. */
export type Hit = { index: number; variation: number | null; across: number; shown: string; product: string }

type Product = { index: number; name: string; rows: readonly SheetRowOf[]; edits: SheetEdits }
type Sheet = { columns: readonly SheetColumn[]; words: StoreWords }

export const needleOf = (text: string): string => foldText(text.trim())
export const isFound = (shown: string, needle: string): boolean => needle !== '' && foldText(shown).includes(needle)

/** The cells of a product and of its variations that show it, as they stand. */
export function hitsIn({ index, name, rows, edits }: Product, { columns, words }: Sheet, needle: string): Hit[] {
  const variations = rows.flatMap(({ variation }) => variation ?? [])
  return rows.flatMap((row) =>
    columns.flatMap((column, across): Hit[] => {
      const shown = cellIn({ row, column, edits, words }).shown()
      if (!isFound(shown, needle)) return []
      const variation = row.variation ? variations.indexOf(row.variation) : null
      return [{ index, variation, across, shown, product: name }]
    }),
  )
}

type Spot = Pick<Hit, 'index' | 'variation' | 'across'>

export function isBefore(a: Spot, b: Spot): boolean {
  if (a.index !== b.index) return a.index < b.index
  const [rowOfA, rowOfB] = [a.variation ?? -1, b.variation ?? -1]
  return rowOfA === rowOfB ? a.across < b.across : rowOfA < rowOfB
}
