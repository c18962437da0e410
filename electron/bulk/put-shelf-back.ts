import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import { createNamesAnew } from '../changes/names-anew'
import { setShelf, shelfAnew } from '../changes/shelf-acts'
import { seeShelf, type SeenShelf } from '../changes/shelves'
import type { NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { isEqual } from '../shared/fields/equal'
import type { Entry } from '../shared/fields/kind'
import { idsInOrder } from '../shared/fields/product-order'
import type { RemoteShelf } from '../shared/remote-shelf'
import { says } from '../shared/sentence'
import { shelfEditSchema, type ShelfEdit } from '../shared/shelf-edit'
import type { ShelfNames } from '../snapshots/shelf-names'
import { contentThen } from '../snapshots/thing-content'

type Of = { snapshotId: number; localId: number; names: ShelfNames }

/** The changes that put it back, as it was reviewed. Throws what keeps it from that. */
export function shelfBack(
  catalogue: Catalogue,
  of: Of,
  edits: readonly Pick<IncludedEdit, 'before' | 'after'>[],
): NewChange[] {
  const wanted = edits.map(({ before, after }) => ({
    before: shelfEditSchema.nullable().parse(before),
    after: shelfEditSchema.parse(after),
  }))
  if (wanted.some(({ after }) => after.field === null)) return wholeBack(catalogue, of)
  const shelf = seeShelf(catalogue, of.localId)
  if (!shelf) throw new AppError('not-found', says('shelf-not-here'))
  return wanted.flatMap(({ before, after }): NewChange[] => {
    if (after.field === null) return []
    if (after.field === 'productIds') return orderBack(catalogue, shelf, { before, after })
    const value = after.field === 'parentId' ? parentNow(catalogue, after.value, shelf.current.id) : after.value
    return [setShelf(shelf, after.field, before && before.field !== null ? before.value : null, value)]
  })
}

/** Of those that are in it, or come. The others keep nobody waiting. */
function orderBack(
  catalogue: Catalogue,
  shelf: SeenShelf,
  { before, after }: { before: ShelfEdit | null; after: ShelfEdit },
): NewChange[] {
  const was = orderIn(before)
  if (isInOtherOrder(was, idsInOrder(shelf.current['productIds']))) {
    throw new AppError('invalid-input', says('order-since-review'))
  }
  const wasIn = new Set(was)
  const order = orderIn(after).flatMap((id) => {
    const named = id < 0 ? (catalogue.products.ecwidIdOf(-id) ?? id) : id
    return wasIn.has(id) || isFiledIn(catalogue, named, shelf.current.id) ? [named] : []
  })
  if (isEqual(was, order)) return []
  return [setShelf(shelf, 'productIds', asEntries(was), asEntries(order))]
}

/** As far as they are in both. */
function isInOtherOrder(was: readonly number[], now: readonly number[]): boolean {
  const [before, after] = [new Set(was), new Set(now)]
  return !isEqual(
    was.filter((id) => after.has(id)),
    now.filter((id) => before.has(id)),
  )
}

const asEntries = (ids: readonly number[]): Entry[] => ids.map((id) => ({ id }))

const orderIn = (edit: ShelfEdit | null): number[] => (edit && edit.field !== null ? idsInOrder(edit.value) : [])

function isFiledIn(catalogue: Catalogue, id: number, category: number): boolean {
  const localId = id < 0 ? -id : catalogue.products.findByEcwidId(id)
  return localId !== undefined && catalogue.categories.holds(category, localId)
}

/** As a delete is undone, in the row that it had. */
function wholeBack(catalogue: Catalogue, { snapshotId, localId, names }: Of): NewChange[] {
  if (catalogue.shelves.get(localId)) throw new AppError('not-found', says('here-again'))
  const then = contentThen(catalogue, snapshotId, localId)
  if (!then || then.thing === 'product') throw new AppError('not-found', says('not-in-snapshot'))
  const { thing, is } = then
  const parentId = names.nameNow({ thing: 'category', id: Number(is['parentId'] ?? 0) }) ?? 0
  const before = {
    ...is,
    ...(thing === 'category' && {
      parentId: parentNow(catalogue, parentId, 0),
      ...pictureKept(catalogue, localId, is),
    }),
  }
  const id = catalogue.changes.deletionOf(thing, localId)
  return shelfAnew(catalogue, { thing, productId: localId, before, id }, createNamesAnew(catalogue))
}

/** Below what it was, which is here, and not below itself. */
function parentNow(catalogue: Catalogue, value: unknown, ownId: number): number {
  const parentId = Number(value ?? 0)
  if (parentId === 0) return 0
  const parent = catalogue.categories.placeOf(parentId)
  if (!parent) throw new AppError('not-found', says('parent-not-here'))
  if (ownId !== 0 && isWithin(catalogue, parent.id, ownId)) {
    throw new AppError('invalid-input', says('category-below-itself'))
  }
  return parent.id
}

/** Up from it, without reading the other categories. */
function isWithin({ categories }: Catalogue, id: number, ownId: number): boolean {
  const seen = new Set<number>()
  for (let at = categories.placeOf(id); at && !seen.has(at.id); at = categories.placeOf(at.parentId)) {
    if (at.id === ownId) return true
    seen.add(at.id)
  }
  return false
}

/** From the copy that its delete kept. */
function pictureKept({ changes }: Catalogue, localId: number, { originalImageUrl }: RemoteShelf) {
  const deletion = changes.deletionOf('category', localId)
  const gone = (deletion === undefined ? null : changes.get(deletion)?.before) as RemoteShelf | null | undefined
  const isSame = gone && originalImageUrl !== undefined && gone['originalImageUrl'] === originalImageUrl
  return isSame ? { smallThumbnailUrl: gone['smallThumbnailUrl'] } : {}
}
