import type { ProductRow } from '../../../electron/shared/product-query'
import type { Category } from '../../../electron/shared/store'
import { showProduct } from '../../stores/view-store'
import { useWalkedList, walkIn } from '../../stores/walked-list'

/** Those right in it, in its owner's order. */
export const productsOf = (categoryId: number) => ({ categoryIds: [categoryId] })

type Listed = { rows: readonly ProductRow[]; total: number }

/** Next and previous lead through the category from there. */
export function openFromCategory(connectionId: string, { id, name }: Category, { rows, total }: Listed, index: number) {
  const row = rows[index]
  if (!row) return
  walkIn({ connectionId, query: productsOf(id), name, total, index, productId: row.id })
  showProduct(row.id)
}

/** The product of it that was open last. */
export function placeInCategory(connectionId: string, { id }: Category): number | null {
  const { list } = useWalkedList.getState()
  return list?.connectionId === connectionId && list.query.categoryIds?.[0] === id ? list.productId : null
}
