import type { Catalogue } from '../catalogue/catalogue'
import type { StoredShelf } from '../catalogue/shelves-table'
import { isDelete, setsField } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import type { RemoteShelf } from '../shared/fields/shelf-field'
import { readShelfField, shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { remoteCategorySchema, remoteProductTypeSchema } from '../shared/remote-product'
import { mergeValues } from './merge'

/** Brings lists and searches in line with what the store sent of a category or product type, and what waits. Belongs into the transaction that touched either. */
export function reindexShelf(catalogue: Catalogue, id: number): void {
  const shelf = catalogue.shelves.get(id)
  if (!shelf) return
  const open = catalogue.changes.openOf(shelf.thing, id)
  const shown = shelf.remote && !hides(open) ? laidOver(shelf, shelf.remote, open) : null
  if (shown) show(catalogue, shelf.thing, shown)
  else if (shelf.ecwidId !== null) hideShelf(catalogue, shelf.thing, shelf.ecwidId)
}

/** Takes it out of every list. */
export const hideShelf = ({ categories, productTypes }: Catalogue, thing: ShelfThing, ecwidId: number): void =>
  (thing === 'category' ? categories : productTypes).hide(ecwidId)

function show({ categories, productTypes }: Catalogue, thing: ShelfThing, current: RemoteShelf): void {
  if (thing === 'category') categories.show(remoteCategorySchema.parse(current))
  else productTypes.show(remoteProductTypeSchema.parse(current))
}

const hides = (open: readonly ChangeRecord[]): boolean =>
  open.some((change) => isDelete(change) && change.state !== 'refused' && change.state !== 'conflict')

/** A category or product type with its open changes laid over it, oldest first. */
const laidOver = ({ thing }: Pick<StoredShelf, 'thing'>, remote: RemoteShelf, open: readonly ChangeRecord[]) =>
  open.filter(setsField).reduce((shown, change) => withEdit(thing, shown, change), remote)

function withEdit(thing: ShelfThing, shelf: RemoteShelf, { field, before, after }: ChangeRecord): RemoteShelf {
  const known = shelfFieldOf(thing, field)
  if (field === null || known === undefined) return shelf
  const merge = mergeValues(
    { merge: known.merge, isSame: known.kind.isSame },
    before,
    after,
    readShelfField(shelf, field, known),
  )
  return merge.outcome === 'same' ? shelf : { ...shelf, [field]: merge.value }
}
