import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import type { NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { ProductField } from '../shared/product'
import { storeChanges, type Applied } from './apply'
import { readFields } from './product-fields'
import { currentProduct } from './reindex'
import { revertSet } from './revert'
import { variationOfChange, variationPicture } from './variation-pictures'

/**
 * Does again what an undo of `setId` took back: `revertSetId` is the change set the undo made, null when everything was
 * still waiting and simply taken out of the queue.
 */
export function redoSet(
  catalogue: Catalogue,
  now: number,
  { setId, revertSetId }: { setId: number; revertSetId: number | null },
): Applied {
  const set = catalogue.changes.findSet(setId)
  if (!set) return { changeSetId: null, productIds: [] }
  return catalogue.transaction(() => {
    const reverted = revertSetId === null ? null : revertSet(catalogue, now, { setId: revertSetId })
    const label = `Redo: ${set.label.replace(/^Redo: /, '')}`.slice(0, 200)
    if (reverted?.changeSetId) catalogue.changes.relabel(reverted.changeSetId, set.source, label)
    const again = storeChanges(
      catalogue,
      now,
      { source: set.source, label, revertOf: null },
      takenBack(catalogue, setId),
    )
    if (!reverted && again.changeSetId === null) {
      throw new AppError('not-found', 'This cannot be done again: the product is not in the catalogue any more.')
    }
    const productIds = [...new Set([...(reverted?.productIds ?? []), ...again.productIds])]
    return { changeSetId: again.changeSetId ?? reverted?.changeSetId ?? null, productIds }
  })
}

function takenBack(catalogue: Catalogue, setId: number): NewChange[] {
  // A product that was never sent is gone from here; its new row takes what belonged to it.
  const rows = new Map<number, number>()
  return catalogue.changes
    .ofSet(setId)
    .filter(({ state }) => state === 'dropped')
    .flatMap(({ productId: oldId, productName, kind, field, before, after, theirs }): NewChange[] => {
      if (kind === 'create') {
        rows.set(oldId, catalogue.products.create())
        const token = { reference: `stockroom-${randomUUID()}` }
        return [{ productId: rows.get(oldId) ?? oldId, productName, kind, field, before, after, token }]
      }
      const productId = rows.get(oldId) ?? oldId
      const current = rows.has(oldId) ? undefined : currentProduct(catalogue, productId)
      if (!current && !rows.has(oldId)) return []
      const values = { productId, productName, kind, field, before, after }
      if (kind === 'picture.variation') {
        const variation = current && variationOfChange(current, { field })
        return variation ? [{ ...values, before: variationPicture(variation) }] : []
      }
      if (kind !== 'field' || field === 'quantity') return [values]
      // What was a conflict has been seen: it is done over what the store has.
      if (theirs !== null) return [{ ...values, before: theirs }]
      return current ? [{ ...values, before: readFields(current)[field as ProductField] }] : [values]
    })
}
