import type { Catalogue } from '../catalogue/catalogue'
import type { StoredShelf } from '../catalogue/shelves-table'
import { altTextsOf } from '../shared/alt-translations'
import { isCreate, isDelete, setsField, setsOwnPicture } from '../shared/change-address'
import { shelfBodySchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteShelf } from '../shared/remote-shelf'
import { missingCategoryTexts } from '../shared/fields/missing-category-texts'
import { withIdsInOrder } from '../shared/fields/product-order'
import { shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { layShelf, readShelf } from '../shared/fields/shelf-values'
import { remoteCategorySchema, remoteProductTypeSchema } from '../shared/remote-product'
import { waitingForBelow } from './below-first'
import { placedLast } from './category-places'
import { mergeValues } from './merge'
import { ownPicture, withOwnPicture } from './own-picture'
import { noteWaiting } from './reindex'

/** What the store sent of a category or product type, its open changes, and what the person sees of both. */
export type SeenShelf = StoredShelf & {
  open: ChangeRecord[]
  current: RemoteShelf
  /** The store's, its first one first. */
  languages: readonly string[]
}

/** The local id of what products name so; 0: there is none. */
export const shelfNamed = ({ shelves }: Catalogue, thing: ShelfThing, id: number): number =>
  id < 0 ? id : (shelves.findByEcwidId(thing, id) ?? 0)

/** Undefined when the local copy has no such thing. */
export function seeShelf(catalogue: Catalogue, id: number): SeenShelf | undefined {
  const shelf = catalogue.shelves.get(id)
  if (!shelf) return undefined
  const open = catalogue.changes.openOf(shelf.thing, id)
  const languages = catalogue.languages()
  return { ...shelf, open, languages, current: laidOver(shelf, open, languages) }
}

/**
 * Brings lists and searches in line with what the store sent of a category or product type, and what waits. Belongs into the
 * transaction that touched either.
 */
export function reindexShelf(catalogue: Catalogue, id: number): void {
  const shelf = seeShelf(catalogue, id)
  if (!shelf) return
  catalogue.snapshots.note(id)
  const { thing, ecwidId, remote, open, current } = shelf
  noteWaiting(catalogue, open, waitingForBelow(catalogue, shelf, open))
  noteAbove(catalogue, shelf, open)
  if (ecwidId !== null) hide(catalogue, thing, id)
  if (!remote && open.length === 0) return removeShelf(catalogue, id)
  if (hides(open)) hide(catalogue, thing, current.id)
  else if (thing === 'category')
    catalogue.categories.show(remoteCategorySchema.parse(current), {
      madeAs: isOurs(current) ? id : null,
      untranslated: untranslated(shelf),
    })
  else catalogue.productTypes.show(remoteProductTypeSchema.parse(current))
}

/** Deletes of what it is below, or was, may go now, or wait for what became of it. */
function noteAbove(catalogue: Catalogue, { thing, remote }: StoredShelf, open: readonly ChangeRecord[]): void {
  if (thing !== 'category') return
  const parentId = Number(remote?.['parentId'] ?? 0)
  const parent = parentId > 0 ? catalogue.shelves.findByEcwidId('category', parentId) : undefined
  const waiting = open.flatMap(({ id }) => catalogue.changes.waitingFor(id))
  for (const id of new Set([...waiting, ...(parent === undefined ? [] : [parent])])) noteDelete(catalogue, id)
}

function noteDelete(catalogue: Catalogue, id: number): void {
  const above = catalogue.shelves.get(id)
  const open = above ? catalogue.changes.openOf(above.thing, id) : []
  const before = open.find(isDelete)
  if (!above || !before) return
  noteWaiting(catalogue, open, waitingForBelow(catalogue, above, open))
  if (catalogue.changes.get(before.id)?.waitsFor !== before.waitsFor) noteAbove(catalogue, above, open)
}

function untranslated({ current, languages }: SeenShelf): string[] {
  const read = (field: string) => readShelf('category', current, field, languages)
  const category = remoteCategorySchema.parse(current)
  const { source, alt } = ownPicture(category)
  const picture = source && { alt, altTexts: altTextsOf(category.alt, languages) }
  return languages.slice(1).filter((language) => missingCategoryTexts({ read, picture }, language).length > 0)
}

/** Where what was typed on its page and not saved is kept. */
export const draftPrefix = 'draft of '
export const draftKeyOf = (id: number): string => draftPrefix + id

/** It is neither in the store nor here any more. */
export function removeShelf(catalogue: Catalogue, id: number): void {
  const shelf = catalogue.shelves.get(id)
  if (!shelf) return
  catalogue.snapshots.note(id)
  hide(catalogue, shelf.thing, shelf.ecwidId ?? id)
  catalogue.shelves.remove(id)
  noteAbove(catalogue, shelf, [])
  // Another one may get its id.
  catalogue.meta.remove(draftKeyOf(id))
}

/** Its reference tells. */
const isOurs = ({ externalReferenceId }: RemoteShelf): boolean => String(externalReferenceId).startsWith('stockroom-')

const hide = ({ categories, productTypes }: Catalogue, thing: ShelfThing, id: number): void =>
  (thing === 'category' ? categories : productTypes).hide(id)

/** A delete of it waits. */
export const hides = (open: readonly ChangeRecord[]): boolean =>
  open.some((change) => isDelete(change) && change.state !== 'refused' && change.state !== 'conflict')

/** A category or product type with its open changes laid over it, oldest first. */
function laidOver(
  { id, thing, ecwidId, remote }: StoredShelf,
  open: readonly ChangeRecord[],
  languages: readonly string[],
): RemoteShelf {
  const made = { orderBy: placedLast, ...shelfBodySchema.safeParse(open.find(isCreate)?.after).data }
  const shelf: RemoteShelf = { ...(remote ?? made), id: ecwidId ?? id }
  return open.filter(setsField).reduce((shown, change) => withEdit(thing, shown, change, languages), shelf)
}

function withEdit(
  thing: ShelfThing,
  shelf: RemoteShelf,
  change: ChangeRecord,
  languages: readonly string[],
): RemoteShelf {
  if (setsOwnPicture(change)) return withOwnPicture(remoteCategorySchema.parse(shelf), change, languages)
  const { field, before, after } = change
  const known = shelfFieldOf(thing, field)
  if (field === null || known === undefined) return shelf
  const merge = mergeValues(known, before, after, readShelf(thing, shelf, field, languages))
  return merge.outcome === 'same' ? shelf : withIdsInOrder(layShelf(thing, shelf, field, merge.value, languages))
}
