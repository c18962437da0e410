import type { Catalogue } from '../catalogue/catalogue'
import { shelfGone } from '../changes/shelf-gone'
import { reindexShelf } from '../changes/shelves'
import { mayBeUnread, type Unread } from '../ecwid/unread'
import type { RemoteShelf } from '../shared/fields/shelf-field'
import type { ShelfThing } from '../shared/fields/shelf-fields'

export type ShelfList = { items: readonly RemoteShelf[]; unread: Unread }

/**
 * Takes the store's whole list of categories or product types into the local copy; what waits of them stays. What of the list
 * cannot be read stays as it was. False: nothing differed. True of types: products have to be indexed anew where the
 * visibility of an attribute changed. Belongs into a transaction.
 */
export function takeInShelves(
  catalogue: Catalogue,
  thing: ShelfThing,
  { items, unread }: ShelfList,
  now: number,
): boolean {
  const known = catalogue.shelves.sent(thing)
  const isUnread = mayBeUnread(unread)
  const listed = new Set(items.map(({ id }) => id))
  const changed = items.filter((item) => known.get(item.id)?.json !== JSON.stringify(item))
  for (const item of changed) reindexShelf(catalogue, catalogue.shelves.putRemote(thing, item))
  const gone = [...known].filter(([ecwidId]) => !listed.has(ecwidId) && !isUnread(ecwidId))
  const left = gone.filter(([, { id }]) => shelfGone(catalogue, id, now))
  return changed.length + left.length > 0
}
