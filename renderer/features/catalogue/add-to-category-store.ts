import { create } from 'zustand'
import { notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { propose } from '../../stores/bulk-store'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { addedSentence, addToCategory } from '../../stores/category-actions'
import { undoChangeSet } from '../../stores/product-actions'
import { isPicked, pickedCount, pickedProducts, useProductSelection } from '../../stores/product-selection'
import { useViewStore } from '../../stores/view-store'

type Named = { id: number; name: string }

/** For which products a category is being chosen; null: for none. */
export const useAddToCategoryStore = create<{ products: readonly Named[] | null }>(() => ({ products: null }))

export const askForCategory = (products: readonly Named[] | null): void => useAddToCategoryStore.setState({ products })

/** Told with the way back. */
export async function putInCategory(products: readonly Named[], category: Named): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (connectionId === null) return
  const { changeSetId, problem } = await addToCategory({ connectionId, products, category })
  if (problem) notifyProblem(problem)
  if (changeSetId === null) return
  offerUndo({ message: addedSentence(products, category), undo: () => undoChangeSet(connectionId, changeSetId) })
}

/** A row that is selected stands for all that are; those are reviewed before anything is written. */
export async function dropInCategory(products: readonly Named[], category: Named): Promise<void> {
  const { connectionId, total } = useCatalogueStore.getState()
  const { picked } = useProductSelection.getState()
  const isOfSelection = products.some(({ id }) => isPicked(picked, id)) && pickedCount(picked, total ?? 0) > 1
  if (!isOfSelection || connectionId === null) return putInCategory(products, category)
  const action = { kind: 'add-to-categories' as const, categoryIds: [category.id] }
  const problem = await propose(connectionId, { selection: pickedProducts(), action })
  if (problem) notifyProblem(problem)
}
