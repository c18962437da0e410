import { useCallback, useMemo } from 'react'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { editsIn, isUnfolded, useSheetStore } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import { useVariedProducts } from '../../stores/varied-products'
import { cellIn } from './row-cells'
import { layoutRows, type RowLayout } from './row-layout'
import { rowIn } from './sheet-row'
import type { CellAt } from './sums'

/** The rows of what the list finds, with the variations that are unfolded. */
export function useRowLayout(): RowLayout {
  const products = useCatalogueStore((state) => state.total ?? 0)
  const varied = useVariedProducts(({ all }) => all)
  const unfolding = useSheetStore((sheet) => sheet.unfolding)
  return useMemo(() => {
    const unfolded = varied.filter(({ id }) => isUnfolded(id, unfolding))
    return layoutRows(products, unfolded, unfolding.isFlat ? 0 : 1)
  }, [products, varied, unfolding])
}

/** What stands in a cell now. */
export function useCellAt(layout: RowLayout): CellAt {
  const words = useStoreWords()
  const pages = useCatalogueStore((state) => state.pages)
  const rows = useSheetStore((sheet) => sheet.rows)
  const edits = useSheetStore((sheet) => sheet.edits)
  return useCallback(
    (at, column) => {
      const row = rowIn(layout, at, { pages, rows })
      const typed = row && editsIn({ rows, edits }, row.productId)
      return typed && cellIn({ row, column, edits: typed, words })
    },
    [layout, words, pages, rows, edits],
  )
}
