import type { Catalogue } from '../catalogue/catalogue'
import { shelfGone } from '../changes/shelf-gone'
import { reindexShelf } from '../changes/shelves'
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
  for (const item of changed) reindexShelf(catalogue, catalogue.shelves.putRemote(thing, item))
  const gone = [...known].filter(([ecwidId, { id }]) => !listed.has(ecwidId) && !isUnread(ecwidId) && !passOver.has(id))
  const left = gone.filter(([, { id }]) => shelfGone(catalogue, id, now))
  return changed.length + left.length > 0
}

/** One made here whose create has no answer yet: it is in the list already, under its local id. */
function isOnTheWay({ changes }: Catalogue, thing: ShelfThing, item: RemoteShelf): boolean {
  if (thing === 'category') return changes.openReferences().has(String(item['externalReferenceId']))
  return changes.openNames(thing).has(String(item['name']))
}
