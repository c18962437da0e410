import {
  drawTextCell,
  GridCellKind,
  type CustomCell,
  type CustomRenderer,
  type Theme,
} from '@glideapps/glide-data-grid'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import type { SheetEdits } from '../../stores/sheet-store'
import { isTyped, problemAt, shownIn, textIn, type SheetColumn } from './sheet-column'
import type { SheetTheme } from './use-sheet-theme'

type SheetCellData = { kind: 'value'; productId: number; path: string; shown: string }
export type SheetCell = CustomCell<SheetCellData>
type About = { productId: number; column: SheetColumn; edits: SheetEdits; words: StoreWords; isFixed: boolean }

/** One value as the grid draws it: what is typed and not sent has a colour of its own, what cannot be saved another. */
export function cellOf({ productId, column, edits, words, isFixed }: About, looks: SheetTheme): SheetCell {
  const shown = shownIn(column, edits, words)
  const isReadOnly = isFixed || !column.typing
  return {
    kind: GridCellKind.Custom,
    data: { kind: 'value', productId, path: column.path, shown },
    copyData: textIn(column, edits, words),
    // Its box is ours: the grid's comes a moment after the first letter, and those between are lost.
    allowOverlay: false,
    readonly: isReadOnly,
    contentAlign: column.align,
    themeOverride: lookOf({ column, edits, words, isReadOnly }, looks),
  }
}

type Standing = Pick<About, 'column' | 'edits' | 'words'> & { isReadOnly: boolean }

function lookOf({ column, edits, words, isReadOnly }: Standing, looks: SheetTheme): Partial<Theme> | undefined {
  if (isTyped(column, edits)) return problemAt(column, edits, words) === null ? looks.edited : looks.wrong
  return isReadOnly ? looks.fixed : undefined
}

export const sheetRenderer: CustomRenderer<SheetCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is SheetCell => (cell.data as Partial<SheetCellData>).kind === 'value',
  draw: (args, { data, contentAlign }) => drawTextCell(args, data.shown, contentAlign),
}
