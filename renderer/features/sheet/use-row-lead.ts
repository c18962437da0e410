import type { Theme } from '@glideapps/glide-data-grid'
import { useCallback } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ProductRow } from '../../../electron/shared/product-query'
import { rowAt } from '../../stores/catalogue-pages'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { isPicked, useProductSelection } from '../../stores/product-selection'
import { isUnfolded, unfold, useSheetStore } from '../../stores/sheet-store'
import { useVariedProducts } from '../../stores/varied-products'
import { placeAt, rowOfPlace, type RowLayout, type RowPlace } from './row-layout'
import { leadPart, type RowLead } from './row-lead'
import { say } from './said'
import { tickProduct } from './tick-product'

/** Ticks and folds of the rows, in their first column. */
export function useRowLead(layout: RowLayout) {
  const pages = useCatalogueStore((state) => state.pages)
  const unfolding = useSheetStore((sheet) => sheet.unfolding)
  const isVaried = useVariedProducts(({ isAny }) => isAny)
  const picked = useProductSelection((state) => state.picked)

  const leadOf = useCallback(
    ({ id, variationCount }: ProductRow, { variation }: RowPlace): RowLead => {
      // Actions are about products: where those have no rows, the box is at the first of their variations, once.
      if (unfolding.isFlat) return { isPicked: variation ? null : isPicked(picked, id), fold: null }
      if (variation !== null) return { isPicked: null, fold: 'none' }
      const unfolds = isUnfolded(id, unfolding) ? 'open' : 'closed'
      return { isPicked: isPicked(picked, id), fold: isVaried ? (variationCount > 0 ? unfolds : 'none') : null }
    },
    [isVaried, unfolding, picked],
  )
  /** `look`: of rows whose product is selected. */
  const lookOf = useCallback(
    (row: number, look: Partial<Theme>) => {
      const product = rowAt(pages, placeAt(layout, row).index)
      return product && isPicked(picked, product.id) ? look : undefined
    },
    [layout, pages, picked],
  )
  const at = (row: number) => {
    const place = placeAt(layout, row)
    return { place, product: rowAt(pages, place.index) }
  }
  return {
    leadOf,
    lookOf,
    /** What of a row is under a place of its first cell. */
    partAt(row: number, x: number) {
      const { place, product } = at(row)
      return product ? leadPart(leadOf(product, place), x) : null
    },
    tick(row: number, isRange: boolean): void {
      const { place, product } = at(row)
      if (product) void tickProduct(product, place, isRange)
    },
    /** Answers the row of the product, if its variations come or go; `wanted`: open or not, else the other way. */
    fold(row: number, wanted?: boolean): number | null {
      const { place, product } = at(row)
      if (!product || product.variationCount === 0 || unfolding.isFlat) return null
      const isOpen = wanted ?? !isUnfolded(product.id)
      if (isUnfolded(product.id) === isOpen) return null
      unfold(product.id, isOpen)
      const count = product.variationCount
      say(`${formatNumber(count)} ${count === 1 ? 'variation' : 'variations'} ${isOpen ? 'shown' : 'hidden'}.`)
      return rowOfPlace(layout, { ...place, variation: null })
    },
  }
}
