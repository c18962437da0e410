import type { DataEditorRef, Item } from '@glideapps/glide-data-grid'
import { useState, type RefObject } from 'react'
import type { OpenCell } from './CellEditor'
import { hasDialog } from './FieldDialog'
import type { RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import { rowNow } from './sheet-row'
import type { CellAt } from './sums'

type Parts = {
  grid: RefObject<DataEditorRef | null>
  columns: readonly SheetColumn[]
  layout: RowLayout
  cellAt: CellAt
  isFixed: (productId: number) => boolean
  onDialog: (productId: number, column: SheetColumn) => void
}

/** The box of the cell that is typed into. */
export function useCellBox({ grid, columns, layout, cellAt, isFixed, onDialog }: Parts) {
  const [openCell, setOpenCell] = useState<OpenCell | null>(null)
  return {
    openCell,
    close: () => setOpenCell(null),
    /** `letter`: the first one of what is typed; null: what stands there stays. */
    open: ([at, index]: Item, letter: string | null): void => {
      const [column, row, place] = [columns[at], rowNow(layout, index), grid.current?.getBounds(at, index)]
      const cell = column && cellAt(index, column)
      if (!column || !row || !cell || !place || isFixed(row.productId)) return
      if (letter === null && hasDialog(column) && !row.variation) return onDialog(row.productId, column)
      if (cell.takesText) setOpenCell({ row, column, cell, letter, text: cell.text(), place })
    },
  }
}
