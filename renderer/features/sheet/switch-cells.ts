import type { Item } from '@glideapps/glide-data-grid'
import { fieldOf } from '../../../electron/shared/fields/product-fields'
import type { RowCell } from './row-cells'
import { placeAt, type RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import type { CellAt } from './sums'

export const isSwitch = ({ path, field }: SheetColumn): boolean => path === field && fieldOf(field).kind.name === 'flag'

/** Whether a switch is on; null: what is typed into it is neither. */
export function isOn(cell: RowCell): boolean | null {
  const [on, off] = cell.choices()
  const text = cell.text()
  return text === on ? true : text === off ? false : null
}

type Sheet = { columns: readonly SheetColumn[]; layout: RowLayout; cellAt: CellAt }

/** What the switch in a cell says when it is turned over; undefined: it is none. */
export function turnedAt([at, row]: Item, { columns, layout, cellAt }: Sheet): string | undefined {
  const column = columns[at]
  if (!column || !isSwitch(column) || placeAt(layout, row).variation !== null) return undefined
  const cell = cellAt(row, column)
  return cell?.choices()[isOn(cell) ? 1 : 0]
}

const boxWidth = 28
/** Whether a place of a cell is in its box. */
export const isInBox = (x: number): boolean => x < boxWidth
export const switchIndent = boxWidth - 10
