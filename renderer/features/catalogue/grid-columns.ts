import type { SortableColumn } from './product-sorts'

export type GridColumn = {
  key: 'picture' | SortableColumn | 'status' | 'actions'
  /** Read out for the columns without a visible title. */
  title: string
  width: string
  align: 'left' | 'right'
}

const columns = {
  picture: { key: 'picture', title: 'Picture', width: '40px', align: 'left' },
  name: { key: 'name', title: 'Name', width: 'minmax(0, 1fr)', align: 'left' },
  sku: { key: 'sku', title: 'SKU', width: '132px', align: 'left' },
  price: { key: 'price', title: 'Price', width: '104px', align: 'right' },
  stock: { key: 'stock', title: 'Stock', width: '100px', align: 'right' },
  status: { key: 'status', title: 'Status', width: '120px', align: 'left' },
  updated: { key: 'updated', title: 'Updated', width: '104px', align: 'left' },
  actions: { key: 'actions', title: 'Actions', width: '28px', align: 'right' },
} as const satisfies Record<string, GridColumn>

/** Below this width, or beside an open product, the SKU stands under the name. */
const compactBelow = 640

export function isCompactAt(width: number, isProductOpen: boolean): boolean {
  return isProductOpen || width < compactBelow
}

/** The columns that fit into a width in CSS pixels. Without room for the dots, the right button opens their menu. */
export function columnsFor(width: number, isCompact: boolean): GridColumn[] {
  const { picture, name, sku, price, stock, status, updated, actions } = columns
  if (isCompact) return [picture, name, { ...price, width: '84px' }]
  if (width < 800) return [picture, name, sku, price, stock, actions]
  if (width < 940) return [picture, name, sku, price, stock, status, actions]
  return [picture, name, sku, price, stock, status, updated, actions]
}
