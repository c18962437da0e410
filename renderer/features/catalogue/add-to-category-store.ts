import { create } from 'zustand'
import { tellWhyNot } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
import { propose } from '../../stores/bulk-store'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { putInCategory } from '../../stores/category-actions'
import { isPicked, pickedCount, pickedProducts, useProductSelection } from '../../stores/product-selection'

type Named = { id: number; name: string }

/** For which products a category is being chosen; null: for none. */
export const useAddToCategoryStore = create<{ products: readonly Named[] | null }>(() => ({ products: null }))

export const askForCategory = (products: readonly Named[] | null): void => useAddToCategoryStore.setState({ products })

/** A row that is selected stands for all that are; those are reviewed before anything is written. */
export async function dropInCategory(products: readonly Named[], category: Named): Promise<void> {
  const { connectionId, total } = useCatalogueStore.getState()
  const { picked } = useProductSelection.getState()
  const isOfSelection = products.some(({ id }) => isPicked(picked, id)) && pickedCount(picked, total ?? 0) > 1
  if (!isOfSelection || connectionId === null) return tellDone(await putInCategory(products, category))
  const action = { kind: 'add-to-categories' as const, categoryIds: [category.id] }
  tellWhyNot(await propose(connectionId, { selection: pickedProducts(), action }))
}
