import type { ProductRow } from '../../../electron/shared/product-query'
import { useAccess } from '../../stores/access'
import { catalogueRow, useCatalogueStore } from '../../stores/catalogue-store'
import { useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { useCommand } from '../../stores/command-store'
import { showProduct, useViewStore } from '../../stores/view-store'
import { walkCatalogue } from '../../stores/walked-list'
import { tellNotAllowed } from '../../components/notify'
import { askForCategory } from './add-to-category-store'
import { duplicate, remove } from './row-actions'

export type RowActions = {
  canUpdate: boolean
  canCreate: boolean
  /** Why not. */
  reason: string | null
  open: (row: ProductRow) => void
  create: () => void
  duplicate: (row: ProductRow) => void
  remove: (row: ProductRow) => void
  addToCategory: (row: ProductRow) => void
}

/**
 * What can be done with a row; also answers the menu's commands for the active row while no product is open. What the
 * key does not allow says so instead.
 */
export function useRowActions(): RowActions {
  const { canUpdate, canCreate, reason } = useAccess()
  const connectionId = useCatalogueStore((state) => state.connectionId)
  const isProductOpen = useViewStore((view) => view.product !== null)

  const target = ({ id: productId, name }: ProductRow) => ({ connectionId: connectionId ?? '', productId, name })
  const actions: RowActions = {
    canUpdate,
    canCreate,
    reason,
    open: (row) => {
      walkCatalogue()
      showProduct(row.id)
    },
    create: () => (canCreate ? showProduct('new') : tellNotAllowed(reason)),
    duplicate: (row) => (canCreate ? void duplicate(target(row)) : tellNotAllowed(reason)),
    remove: (row) => (canUpdate ? void remove(target(row)) : tellNotAllowed(reason)),
    addToCategory: (row) => (canUpdate ? askForCategory([row]) : tellNotAllowed(reason)),
  }
  const withActiveRow = (action: (row: ProductRow) => void) => () => {
    const row = catalogueRow(useCatalogueViewStore.getState().activeIndex)
    if (row && useViewStore.getState().screen === 'catalogue') action(row)
  }
  useCommand('new-product', actions.create)
  useCommand('duplicate-product', isProductOpen ? null : withActiveRow(actions.duplicate))
  useCommand('delete-product', isProductOpen ? null : withActiveRow(actions.remove))
  return actions
}
