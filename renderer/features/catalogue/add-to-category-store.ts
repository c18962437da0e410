import type { DragEvent } from 'react'
import { create } from 'zustand'
import { productsText } from '../../../electron/shared/words/counts'
import { showDragCount } from '../../components/drag-count'
import { tellWhyNot } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
import { propose } from '../../stores/bulk-store'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { putInCategory } from '../../stores/category-actions'
import { dragProducts } from '../../stores/dragged-products'
import { isPicked, pickedCount, pickedProducts, useProductSelection } from '../../stores/product-selection'

type Named = { id: number; name: string }

/** For which products a category is being chosen; null: for none. */
export const useAddToCategoryStore = create<{ products: readonly Named[] | null }>(() => ({ products: null }))

export const askForCategory = (products: readonly Named[] | null): void => useAddToCategoryStore.setState({ products })

/** How many go along: a row that is selected stands for all that are. */
function draggedWith(product: Named): number {
  const { picked } = useProductSelection.getState()
  return isPicked(picked, product.id) ? pickedCount(picked, useCatalogueStore.getState().total ?? 0) : 1
}

/** Which ones are selected is found out where it is dropped: they may be more than the window has. */
export function dragRow(event: DragEvent, row: Named): void {
  const count = draggedWith(row)
  dragProducts(event, [row], count)
  if (count > 1) showDragCount(event, productsText(count))
}

/** All that are selected are reviewed before anything is written. */
export async function dropInCategory(products: readonly Named[], category: Named): Promise<void> {
  const { connectionId } = useCatalogueStore.getState()
  const isOfSelection = products.some((product) => draggedWith(product) > 1)
  if (!isOfSelection || connectionId === null) return tellDone(await putInCategory(products, category))
  const action = { kind: 'add-to-categories' as const, categoryIds: [category.id] }
  tellWhyNot(await propose(connectionId, { selection: pickedProducts(), action }))
}
