import type { Catalogue } from '../catalogue/catalogue'
import { isDelete } from '../shared/change-address'
import type { Lost } from '../shared/change-record'
import { remoteProductSchema } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import { attributesGone, lostBy, type Removal } from './lost-along'
import { createNamesAnew } from './names-anew'

/**
 * What products lose with this change of `shelf` that were deleted before it goes, and are not made anew: an undo may bring them back first,
 * without it, and it then takes them in again.
 */
export function lostByDeleted(catalogue: Catalogue, change: Removal, shelf: RemoteShelf): Lost[] {
  const gone = attributesGone(change)
  if (!isDelete(change) && gone.size === 0) return []
  const deleted = catalogue.changes.deletedProductsWith({
    category: change.thing === 'category' ? shelf.id : null,
    type: change.thing === 'productType' && isDelete(change) ? shelf.id : null,
    attributes: [...gone].map(Number),
  })
  if (deleted.length === 0) return []
  const { nameNow } = createNamesAnew(catalogue)
  const going = { change, shelf, isGone: (key: string) => gone.has(key) }
  // One may have been noted twice, as deleted from here and found gone in the store.
  const products = new Map(
    deleted.map((json) => remoteProductSchema.parse(JSON.parse(json))).map((each) => [each.id, each]),
  )
  return [...products.values()].flatMap((product): Lost[] => {
    const now = nameNow({ thing: 'product', id: product.id })
    const lost = now === null || now === product.id ? lostBy(product, going) : undefined
    return lost ? [{ id: product.id, ...lost }] : []
  })
}
