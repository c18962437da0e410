import type { GridColumn } from '@glideapps/glide-data-grid'
import { useMemo } from 'react'
import { orderBy } from '../../../electron/shared/fields/listed-fields'
import type { ProductSort } from '../../../electron/shared/product-query'
import { columnFilterOf, hasColumnHead } from '../../format/column-filter'
import { useCatalogueStore, type CatalogueFilters } from '../../stores/catalogue-store'
import type { SheetColumn } from './sheet-column'
import type { SheetTheme } from './use-sheet-theme'

/** The heads of the columns, each with what the list is filtered and sorted by. */
export function useHeads(
  columns: readonly SheetColumn[],
  widths: Readonly<Record<string, number>>,
  { filtered }: Pick<SheetTheme, 'filtered'>,
): (GridColumn & { width: number })[] {
  const filters = useCatalogueStore((state) => state.filters)
  const sort = useCatalogueStore((state) => state.sort)
  return useMemo(
    () =>
      columns.map((column) => ({
        id: column.path,
        title: `${column.title}${signOf(column, sort)}`,
        width: widths[column.path] ?? column.width,
        hasMenu: hasColumnHead(column),
        ...(isFiltered(column, filters) ? { themeOverride: filtered } : {}),
      })),
    [columns, widths, filters, sort, filtered],
  )
}

function signOf({ path, field }: SheetColumn, sort: ProductSort | null): string {
  const by = path === field ? orderBy(field) : null
  if (by === null || sort === null) return ''
  return sort === `${by}_ASC` ? ' ↑' : sort === `${by}_DESC` ? ' ↓' : ''
}

/** A part of a value is filtered by nothing, whatever its field is. */
function isFiltered({ path, field, own }: SheetColumn, filters: CatalogueFilters): boolean {
  if (field === 'attributes') return filters.attributes?.some(({ name }) => name === own?.title) ?? false
  if (path !== field) return false
  switch (columnFilterOf(field)) {
    case 'price':
      return filters.priceFrom !== undefined || filters.priceTo !== undefined
    case 'on-sale':
      return filters.onSale !== undefined
    case 'in-stock':
      return filters.inStock !== undefined
    case 'enabled':
      return filters.enabled !== undefined
    case 'categories':
      return filters.categoryIds !== undefined
    case 'sku':
      return filters.sku !== undefined
    case 'field':
      return filters.fields?.some((one) => one.field === field) ?? false
    case 'attribute':
    case null:
      return false
  }
}
