import type { Operation } from '../../electron/shared/change'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName, type WantedLabel } from '../../electron/shared/set-label'
import { call } from '../bridge'
import { undoChangeSet } from './product-actions'
import { closeProduct, showProduct, useViewStore } from './view-store'

export type ProductTarget = { connectionId: string; productId: number; name: string }

type Deleted = { changeSetId: number | null; undo: () => Promise<ErrorInfo | null> }

/**
 * Deletes a product, in the list or in the form, and closes its form. No question asked: `undo` brings it back. What was
 * typed and not saved stays with it.
 */
export async function deleteProduct(target: ProductTarget): Promise<Deleted> {
  const { connectionId, productId, name } = target
  const { changeSetId } = await apply(
    connectionId,
    { code: 'delete-product', product: shortName(name) },
    { kind: 'delete', productId },
  )
  const wasOpen = useViewStore.getState().product === productId
  if (wasOpen) closeProduct()
  return {
    changeSetId,
    async undo() {
      const problem = changeSetId === null ? null : await undoChangeSet(connectionId, changeSetId)
      const isHere = useViewStore.getState().connectionId === connectionId
      if (!problem && wasOpen && isHere) showProduct(productId)
      return problem
    },
  }
}

/** Makes a new product like this one with everything it has, hidden from shoppers until it got its last touches, and opens it. */
export async function duplicateProduct({ connectionId, productId, name }: ProductTarget): Promise<void> {
  const { productIds } = await apply(
    connectionId,
    { code: 'duplicate-product', product: shortName(name) },
    {
      kind: 'create',
      fields: { name: `${name} (copy)`, sku: '', customSlug: '', enabled: false },
      copyOf: productId,
    },
  )
  if (productIds[0] !== undefined) showProduct(productIds[0], 'general')
}

function apply(connectionId: string, label: WantedLabel, operation: Operation) {
  return call('changes.apply', { connectionId, source: 'list', label, operations: [operation] })
}
