import {
  drawTextCell,
  GridCellKind,
  type CustomCell,
  type CustomRenderer,
  type Rectangle,
  type Theme,
} from '@glideapps/glide-data-grid'
import type { RowCell } from './row-cells'
import type { SheetColumn } from './sheet-column'
import type { SheetTheme } from './use-sheet-theme'

/** What stands before the text of a first column: a product that unfolds, or one of its variations. */
export type Fold = 'open' | 'closed' | 'none' | 'below'
type SheetCellData = { kind: 'value'; name: string; shown: string; fold: Fold | null }
export type SheetCell = CustomCell<SheetCellData>
type About = { name: string; cell: RowCell; align: SheetColumn['align']; isFixed: boolean; fold: Fold | null }

/** One value as the grid draws it: what is typed and not sent has a colour of its own, what cannot be saved another. */
export function contentOf({ name, cell, align, isFixed, fold }: About, looks: SheetTheme): SheetCell {
  const shown = cell.shown()
  const isReadOnly = isFixed || !cell.takesText
  return {
    kind: GridCellKind.Custom,
    data: { kind: 'value', name, shown, fold },
    copyData: cell.isInherited() ? shown : cell.text(),
    // Its box is ours: the grid's comes a moment after the first letter, and those between are lost.
    allowOverlay: false,
    readonly: isReadOnly,
    contentAlign: align,
    themeOverride: lookOf(cell, isReadOnly, looks),
  }
}

function lookOf(cell: RowCell, isReadOnly: boolean, looks: SheetTheme): Partial<Theme> | undefined {
  if (cell.isTyped()) return cell.problem() === null ? looks.edited : looks.wrong
  if (cell.isInherited()) return looks.inherited
  return isReadOnly ? looks.fixed : undefined
}

export const sheetRenderer: CustomRenderer<SheetCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is SheetCell => (cell.data as Partial<SheetCellData>).kind === 'value',
  draw: (args, { data: { shown, fold }, contentAlign }) => {
    if (fold === null) return drawTextCell(args, shown, contentAlign)
    const { ctx, theme, rect } = args
    const indent = fold === 'below' ? 2 * foldWidth : foldWidth
    if (fold === 'open' || fold === 'closed') drawChevron(ctx, theme.textMedium, rect, fold === 'open')
    drawTextCell({ ...args, rect: { ...rect, x: rect.x + indent, width: rect.width - indent } }, shown, contentAlign)
  },
}

/** Before the text of a first column, in which products unfold. */
export const foldWidth = 20

function drawChevron(ctx: CanvasRenderingContext2D, colour: string, rect: Rectangle, isOpen: boolean): void {
  const [x, y] = [rect.x + 16, rect.y + rect.height / 2]
  ctx.beginPath()
  if (isOpen) ctx.moveTo(x - 4, y - 2)
  else ctx.moveTo(x - 2, y - 4)
  ctx.lineTo(isOpen ? x : x + 2, isOpen ? y + 2 : y)
  if (isOpen) ctx.lineTo(x + 4, y - 2)
  else ctx.lineTo(x - 2, y + 4)
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5
  ctx.stroke()
}
