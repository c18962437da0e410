import type { Catalogue } from '../../electron/catalogue/catalogue'
import type { RemoteShelf } from '../../electron/shared/remote-shelf'
import { takeInShelves } from '../../electron/sync/take-in-shelves'

/** The store's list of categories is this now. False: nothing differed. */
export const categoriesAre = (catalogue: Catalogue, items: readonly RemoteShelf[]): boolean =>
  catalogue.transaction(() => takeInShelves(catalogue, 'category', listOf(items), 1))

export const productTypesAre = (catalogue: Catalogue, items: readonly RemoteShelf[]): boolean =>
  catalogue.transaction(() => takeInShelves(catalogue, 'productType', listOf(items), 1))

const listOf = (items: readonly RemoteShelf[]) => ({
  items,
  unread: { ids: [], nameless: 0 },
  passOver: new Set<number>(),
})
