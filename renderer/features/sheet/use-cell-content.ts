import type { GridCell, Item } from '@glideapps/glide-data-grid'
import { useCallback } from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { contentOf } from './cell-content'
import { hasDialog } from './FieldDialog'
import { loading } from './grid-settings'
import { useFind } from './find/find-store'
import { needleOf } from './find/hits-in'
import { placeAt, type RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import type { CellAt } from './sums'
import { isOn, isSwitch } from './switch-cells'
import type { useRowLead } from './use-row-lead'
import type { SheetTheme } from './use-sheet-theme'

type Parts = {
  layout: RowLayout
  columns: readonly SheetColumn[]
  looks: SheetTheme
  cellAt: CellAt
  leadOf: ReturnType<typeof useRowLead>['leadOf']
  isFixed: (productId: number) => boolean
}

/** What the grid draws of each cell. */
export function useCellContent({ layout, columns, looks, cellAt, leadOf, isFixed }: Parts): (item: Item) => GridCell {
  const pages = useCatalogueStore((state) => state.pages)
  const needle = useFind(({ isOpen, text }) => (isOpen ? needleOf(text) : ''))
  return useCallback(
    ([at, row]: Item): GridCell => {
      const place = placeAt(layout, row)
      const [column, product] = [columns[at], rowAt(pages, place.index)]
      const cell = column && cellAt(row, column)
      if (!product || !cell) return loading
      const lead = at === 0 ? leadOf(product, place) : null
      const name = `${product.id} ${place.variation ?? ''} ${column.path}`
      const isTypable = cell.takesText || (hasDialog(column) && place.variation === null)
      const box = isSwitch(column) && place.variation === null && !lead ? isOn(cell) : null
      const isReadOnly = isFixed(product.id) || !isTypable
      return contentOf({ name, cell, align: column.align, isReadOnly, lead, box, needle }, looks)
    },
    [layout, columns, pages, cellAt, leadOf, isFixed, looks, needle],
  )
}
