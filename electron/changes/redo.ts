import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import {
  actOf,
  addsPicture,
  isCreate,
  ordersPictures,
  setsAlt,
  setsField,
  setsVariationPicture,
} from '../shared/change-address'
import { addedPictureSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { isProductField, readField } from '../shared/fields/product-fields'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { redoOf } from '../shared/set-label'
import type { Applied } from './apply'
import { withNamesNow } from './picture-names'
import { imagesOf, pictureKey, toRemovedPicture } from './pictures'
import { currentProduct } from './reindex'
import { withoutEnding } from './redoable'
import { revertSet } from './revert'
import { variationOfChange, variationPicture } from './variation-pictures'
import { writeSet, type WrittenSet } from './write-set'

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
  return catalogue.transaction(() => withoutEnding(catalogue, setId, () => redone(catalogue, now, set, revertSetId)))
}

function redone(catalogue: Catalogue, now: number, set: ChangeSetRecord, revertSetId: number | null): Applied {
  const as = { source: set.source, label: redoOf(set.label) }
  const reverted = revertSetId === null ? null : revertSet(catalogue, now, { setId: revertSetId }, as)
  const written = writeSet(catalogue, now, reverted?.changeSetId ?? as)
  doAgain(catalogue, takenBack(catalogue, set.id), written)
  if (!reverted && written.id() === null) {
    throw new AppError(
      'not-found',
      'This cannot be done again: it was, or its product is not in the catalogue any more.',
    )
  }
  const productIds = [...new Set([...(reverted?.productIds ?? []), ...written.productIds()])]
  return { changeSetId: written.id(), productIds }
}

/** What an undo took out of the queue, and was not done again yet. */
const takenBack = ({ changes }: Catalogue, setId: number): ChangeRecord[] =>
  changes.ofSet(setId).filter(({ id, state }) => {
    const again = state === 'dropped' ? changes.redoneBy(id) : null
    return state === 'dropped' && (again === null || changes.get(again)?.state === 'dropped')
  })

/** One after the other, because each starts from what the one before it made of the product. */
function doAgain(catalogue: Catalogue, changes: readonly ChangeRecord[], into: WrittenSet): void {
  // A product that was never sent is gone from here; its new row takes what belonged to it.
  const rows = new Map<number, number>()
  for (const change of changes) {
    const planned = again(catalogue, change, rows)
    if (planned) into.add([{ ...planned, redoes: change.id }])
  }
}

function again(catalogue: Catalogue, change: ChangeRecord, rows: Map<number, number>): NewChange | null {
  const { productName, before, after } = change
  const same = { productName, ...actOf(change), before, after }
  if (isCreate(change)) {
    const productId = catalogue.products.create()
    rows.set(change.productId, productId)
    return { ...same, productId, token: { reference: `stockroom-${randomUUID()}` } }
  }
  const productId = rows.get(change.productId) ?? change.productId
  const current = currentProduct(catalogue, productId)
  return current ? fromNow(catalogue, { ...same, productId }, change.theirs, current) : null
}

/** The same again, from what the product is now: that is what its owner sees. Null: there is nothing left to do it to. */
function fromNow(catalogue: Catalogue, change: NewChange, theirs: unknown, current: RemoteProduct): NewChange | null {
  if (setsField(change)) {
    const { field } = change
    if (field === 'quantity' || !isProductField(field)) return change
    // What was a conflict has been seen: it is done over what the store has.
    return { ...change, before: theirs ?? readField(current, field) }
  }
  if (setsVariationPicture(change)) {
    const variation = variationOfChange(current, change)
    return variation ? { ...change, before: variationPicture(variation) } : null
  }
  const shown = imagesOf(current)
  const named = withNamesNow(catalogue, change, shown)
  if (ordersPictures(change)) return { ...named, before: shown.map(pictureKey) }
  if (addsPicture(change)) {
    const isMain = addedPictureSchema.parse(change.after).role === 'main'
    return { ...named, before: isMain ? (mainOf(shown) ?? null) : null }
  }
  if (named.key === null) return named
  const picture = toRemovedPicture(shown, named.key)
  if (!picture) return null
  return { ...named, before: setsAlt(change) ? picture.alt : picture }
}

function mainOf(shown: RemoteImage[]) {
  const [main] = shown
  return main && toRemovedPicture(shown, pictureKey(main))
}
