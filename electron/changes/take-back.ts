import type { Catalogue } from '../catalogue/catalogue'
import { addsPicture, isCreate, isOfPictures, isSameAct, setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { isGone } from './gone'
import { giveUpUpload } from './mending'
import { localKey } from './pictures'
import { rebaseMains } from './rebase-mains'
import { reindexProduct } from './reindex'

/** Takes changes back that are not in the store. Returns the products they belonged to. */
export function takeBack(catalogue: Catalogue, changeIds: readonly number[]): number[] {
  return catalogue.transaction(() => {
    const changes = changeIds
      .flatMap((id) => catalogue.changes.get(id) ?? [])
      .filter(({ state }) => state !== 'taken-back')
    if (changes.some(({ state }) => state === 'sending' || state === 'unknown')) {
      const message =
        'This change is on its way to the store right now. Wait a moment, then revert it from the Sent tab.'
      throw new AppError('conflict', message)
    }
    if (changes.some(({ state }) => state === 'sent')) {
      throw new AppError('conflict', 'This change is in the store already. Revert it from the Sent tab.')
    }
    for (const change of changes) takeBackOne(catalogue, change)
    const productIds = [...new Set(changes.map(({ productId }) => productId))]
    for (const productId of productIds) {
      if (changes.some((change) => change.productId === productId && isOfPictures(change) && change.verb !== 'set'))
        rebaseMains(catalogue, productId)
      const wasGone = changes.some((change) => change.productId === productId && isGone(change))
      // Without its edits nothing keeps a product here that the store has deleted.
      if (wasGone && catalogue.changes.openOf(productId).length === 0) catalogue.products.remove(productId)
      else reindexProduct(catalogue, productId)
    }
    return productIds
  })
}

function takeBackOne(catalogue: Catalogue, change: ChangeRecord): void {
  const { changes } = catalogue
  const later = changes.openOf(change.productId).filter(({ id }) => id > change.id)
  changes.update(change.id, { state: 'taken-back', retryAt: null })
  if (isCreate(change)) {
    // Without the product, nothing that was planned for it has a place to go.
    for (const { id } of later) changes.update(id, { state: 'taken-back', retryAt: null })
  } else if (change.verb === 'set' || change.verb === 'order') {
    // The next one of the same started from this one.
    const next = later.find((each) => isSameAct(each, change))
    if (next) changes.update(next.id, rebased(change, next))
  } else if (addsPicture(change)) {
    giveUpUpload(catalogue, change)
    const key = localKey(change.id)
    for (const each of later)
      if (isOfPictures(each) && each.key === key) changes.update(each.id, { state: 'taken-back', retryAt: null })
  }
}

/** The next edit of the same thing now starts from where the one taken back had started. */
function rebased(
  gone: ChangeRecord,
  next: ChangeRecord,
): Pick<ChangeRecord, 'before'> | Pick<ChangeRecord, 'before' | 'after'> {
  if (!setsThis(gone, 'quantity')) return { before: gone.before }
  // Stock travels as a difference: +5 stays +5.
  return { before: gone.before, after: Number(gone.before) + Number(next.after) - Number(next.before) }
}
