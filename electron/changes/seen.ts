import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeRecord } from '../shared/change-record'
import { isSince } from './open-in-names-of'
import { namesNow } from './picture-names'
import { imagesOf } from './pictures'
import type { InSight } from './adapters/adapter'
import { currentProduct } from './reindex'
import { isShelf } from './reindex-thing'
import { variationsNow } from './variation-names'
import { seeShelf, type SeenShelf } from './shelves'

export type Sight = InSight | (SeenShelf & Pick<InSight, 'since'>)

/** A thing as its owner sees it now; undefined: it is not here any more. */
export function seenOf(catalogue: Catalogue, productId: number): Sight | undefined {
  const since = (change: ChangeRecord) => catalogue.changes.alike(change).filter(isSince(change))
  const shelf = isShelf(productId) ? seeShelf(catalogue, productId) : undefined
  if (isShelf(productId)) return shelf && { ...shelf, since }
  const product = currentProduct(catalogue, productId)
  if (!product) return undefined
  const nameNow = namesNow(catalogue, productId, imagesOf(product))
  return { product, nameNow, since, variations: variationsNow(catalogue, productId, product) }
}
