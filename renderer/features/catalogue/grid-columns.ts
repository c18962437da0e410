import type { Column } from '../../../electron/shared/fields/field'
import { fieldOf, isProductField, type ProductField } from '../../../electron/shared/fields/product-fields'

/** What is no field of a product. */
const ownColumns = {
  picture: { title: 'Picture', width: 40, align: 'left' },
  updated: { title: 'Updated', width: 104, align: 'left' },
  actions: { title: 'Actions', width: 28, align: 'right' },
} as const satisfies Record<string, Column>

export type ColumnKey = ProductField | keyof typeof ownColumns
export type GridColumn = Column & { key: ColumnKey }

/** In their order, each where the list is as wide as this in CSS pixels. */
const arranged: { key: ColumnKey; from: number }[] = [
  { key: 'picture', from: 0 },
  { key: 'name', from: 0 },
  { key: 'sku', from: 0 },
  { key: 'price', from: 0 },
  { key: 'quantity', from: 0 },
  { key: 'enabled', from: 800 },
  { key: 'updated', from: 940 },
  { key: 'actions', from: 0 },
]

/** Below this width, or beside an open product, the SKU stands under the name. */
const compactBelow = 640

export function isCompactAt(width: number, isProductOpen: boolean): boolean {
  return isProductOpen || width < compactBelow
}

const columnOf = (key: ColumnKey): GridColumn => ({
  key,
  ...(isProductField(key) ? fieldOf(key).column : ownColumns[key]),
})

/**
 * The columns that fit into a width in CSS pixels, with the one that the list is sorted by. Without room for the dots, the right
 * button opens their menu.
 */
export function columnsFor(width: number, isCompact: boolean, sorted: ColumnKey | null): GridColumn[] {
  if (isCompact) return [columnOf('picture'), columnOf('name'), { ...columnOf('price'), width: 84 }]
  const isNew = sorted !== null && !arranged.some(({ key }) => key === sorted)
  return arranged.flatMap(({ key, from }) => {
    const before = isNew && key === 'actions' ? [columnOf(sorted)] : []
    return width < from ? before : [...before, columnOf(key)]
  })
}

/** For `grid-template-columns`. */
export const cssWidth = ({ width }: Column): string => (width === 'rest' ? 'minmax(0, 1fr)' : `${width}px`)
