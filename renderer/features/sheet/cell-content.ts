import {
  drawTextCell,
  GridCellKind,
  type CustomCell,
  type CustomRenderer,
  type Theme,
} from '@glideapps/glide-data-grid'
import { drawTick } from './draw-tick'
import { isFound } from './find/hits-in'
import type { RowCell } from './row-cells'
import { drawLead, leadWidth, type RowLead } from './row-lead'
import type { SheetColumn } from './sheet-column'
import { switchIndent } from './switch-cells'
import type { SheetTheme } from './use-sheet-theme'

/** `lead`: of the first column. `box`: of a switch, whether it is on. */
type SheetCellData = { kind: 'value'; name: string; shown: string; lead: RowLead | null; box: boolean | null }
export type SheetCell = CustomCell<SheetCellData>
type About = {
  name: string
  cell: RowCell
  align: SheetColumn['align']
  isReadOnly: boolean
  /** What is looked for, as folded. */
  needle: string
  lead: RowLead | null
  box: boolean | null
}

/** One value as the grid draws it: what is typed and not sent has a colour of its own, what cannot be saved another. */
export function contentOf({ name, cell, align, isReadOnly, needle, lead, box }: About, looks: SheetTheme): SheetCell {
  const shown = cell.shown()
  const look = lookOf(cell, isReadOnly, looks)
  return {
    kind: GridCellKind.Custom,
    data: { kind: 'value', name, shown, lead, box },
    copyData: cell.isInherited() ? shown : cell.text(),
    // Its box is ours: the grid's comes a moment after the first letter, and those between are lost.
    allowOverlay: false,
    readonly: isReadOnly,
    contentAlign: align,
    themeOverride: isFound(shown, needle) ? { ...look, ...looks.found } : look,
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
  draw: (args, { data: { shown, lead, box }, contentAlign }) => {
    const { ctx, theme, rect } = args
    if (lead) drawLead(args, lead)
    if (box !== null) drawTick(ctx, theme, rect.x + 17, rect.y + rect.height / 2, box)
    const indent = lead ? leadWidth(lead) : box === null ? 0 : switchIndent
    drawTextCell({ ...args, rect: { ...rect, x: rect.x + indent, width: rect.width - indent } }, shown, contentAlign)
  },
}
