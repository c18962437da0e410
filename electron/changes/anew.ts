import type { Catalogue } from '../catalogue/catalogue'
import { AppError } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import { shortName, type SetLabel } from '../shared/set-label'
import type { Applied } from './apply'
import { isGone } from './gone-reason'
import { madeAnew } from './inverse'
import { rowAgain } from './row-again'
import { writeSet } from './write-set'

/**
 * A product that was deleted in the store is made anew from `product`: what is here of it, edits included. The edits that
 * waited are in it and end; what was typed and not saved stays with it. It is what a put-back of the deletion would have made: there is
 * nothing left of that to put back.
 */
export function makeAnew(catalogue: Catalogue, now: number, productId: number, product: RemoteProduct): Applied {
  return catalogue.transaction(() => {
    assertGone(catalogue, productId)
    const draft = catalogue.drafts.get(productId)
    endAll(catalogue, productId)
    const again = rowAgain(catalogue, 'product', productId)
    const reverts = catalogue.changes.deletionOf('product', productId)
    const planned = madeAnew(catalogue, product, { productId: again, reverts })
    if (draft) catalogue.drafts.put(again, draft)
    const label: SetLabel = { code: 'make-anew', product: shortName(product.name ?? '') }
    const written = writeSet(catalogue, now, { source: 'form', label })
    written.add(planned)
    return { changeSetId: written.id(), productIds: [again] }
  })
}

/** The product goes from here too; what was typed stays in the history. */
export function letGo(catalogue: Catalogue, productId: number): number[] {
  return catalogue.transaction(() => {
    assertGone(catalogue, productId)
    endAll(catalogue, productId)
    return [productId]
  })
}

function assertGone(catalogue: Catalogue, productId: number): void {
  if (catalogue.changes.openOf('product', productId).some(isGone)) return
  throw new AppError('not-found', 'This was decided already.')
}

function endAll(catalogue: Catalogue, productId: number): void {
  for (const { id } of catalogue.changes.openOf('product', productId)) {
    catalogue.changes.update(id, { state: 'taken-back', retryAt: null })
  }
  catalogue.drafts.remove(productId)
  catalogue.products.remove(productId)
}
