import type { Catalogue } from '../catalogue/catalogue'
import { shelfGone } from '../changes/shelf-gone'
import { shelfChangesByOthers } from '../changes/shelf-history'
import { reindexShelf } from '../changes/shelves'
import { recordByOthers, type ByOthers } from '../changes/store-history'
import { mayBeUnread, type Unread } from '../ecwid/unread'
import type { RemoteShelf } from '../shared/remote-shelf'
import type { ShelfThing } from '../shared/fields/shelf-fields'

/** `passOver`: local ids of which the list may tell something older than what is known here. */
export type ShelfList = { items: readonly RemoteShelf[]; unread: Unread; passOver: ReadonlySet<number> }

/**
 * Takes the store's whole list of categories or product types into the local copy; what waits of them stays. What of the list
 * cannot be read stays as it was. False: nothing differed. True of types: products have to be indexed anew where the
 * visibility of an attribute changed. Belongs into a transaction.
 */
export function takeInShelves(
  catalogue: Catalogue,
  thing: ShelfThing,
  { items, unread, passOver }: ShelfList,
  now: number,
): boolean {
  const known = catalogue.shelves.sent(thing)
  const isUnread = mayBeUnread(unread)
  const listed = new Set(items.map(({ id }) => id))
  const changed = items.filter((item) => {
    const before = known.get(item.id)
    if (before === undefined) return !isOnTheWay(catalogue, thing, item)
    return !passOver.has(before.id) && before.json !== JSON.stringify(item)
  })
  const news = changed.flatMap((item) => takeInShelf(catalogue, thing, item, now))
  const gone = [...known].filter(([ecwidId, { id }]) => !listed.has(ecwidId) && !isUnread(ecwidId) && !passOver.has(id))
  const left = gone.flatMap(([, { id }]) => shelfGone(catalogue, id, now) ?? [])
  const deletions = left.flatMap(({ byOthers: change }) => (change ? [{ change, at: now }] : []))
  recordByOthers(catalogue, [...news, ...deletions])
  return changed.length + left.length > 0
}

/** One as the store has it now, with what others changed of it. Belongs into a transaction. */
export function takeInShelf(catalogue: Catalogue, thing: ShelfThing, item: RemoteShelf, now: number): ByOthers[] {
  const known = catalogue.shelves.findByEcwidId(thing, item.id)
  const before = known === undefined ? null : (catalogue.shelves.get(known)?.remote ?? null)
  const id = catalogue.shelves.putRemote(thing, item)
  reindexShelf(catalogue, id)
  if (!before) return []
  return shelfChangesByOthers(
    { thing, id, before, after: item, languages: catalogue.languages() },
    catalogue.changes.openOf(thing, id),
    now,
  )
}

/** One made here whose create has no answer yet: it is in the list already, under its local id. */
export function isOnTheWay({ changes }: Catalogue, thing: ShelfThing, item: RemoteShelf): boolean {
  if (thing === 'category') return changes.openReferences().has(String(item['externalReferenceId']))
  return changes.openNames(thing).has(String(item['name']))
}
