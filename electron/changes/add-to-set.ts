import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import type { NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import { planChanges } from './plan'
import { currentProduct, reindexProduct } from './reindex'

/** Plans operations on products that exist into a set that grows; call inside a transaction. The changes' ids, in order. */
export function addToSet(catalogue: Catalogue, setId: number, operations: readonly Operation[]): number[] {
  // Planning writes nothing, so that a product is read once for all its pictures.
  const known = new Map<number, RemoteProduct>()
  const planned = planChanges(operations, {
    current(productId) {
      const current = known.get(productId) ?? currentProduct(catalogue, productId)
      if (current) {
        known.set(productId, current)
        return current
      }
      throw new AppError('not-found', 'This product is no longer in the catalogue.')
    },
    newProduct: () => catalogue.products.create(),
  })
  return insertAll(catalogue, setId, planned)
}

function insertAll(catalogue: Catalogue, setId: number, planned: readonly NewChange[]): number[] {
  const ids = planned.map((change) => catalogue.changes.insert(setId, change))
  for (const productId of new Set(planned.map((change) => change.productId))) reindexProduct(catalogue, productId)
  return ids
}
