import { productNotFound, wrongParameter } from './api-error'
import { readItems } from './body-fields'
import type { Store } from './store'
import type { CompositeComponent, StoredProduct } from './stored-catalogue'

/** `compositeComponents` of a body: what a set is made of. */
export function readComponents(value: unknown, store: Store): CompositeComponent[] {
  return readItems(value, 'Product.compositeComponents').map(({ productId, combinationId, quantity = 1 }, at) => {
    const path = `Product.compositeComponents[${at}]`
    if (typeof productId !== 'number') throw wrongParameter(`Field ${path}.productId is expected to be a number`)
    if (typeof quantity !== 'number' || quantity < 1) {
      throw wrongParameter(`Field ${path}.quantity is expected to be a number`)
    }
    if (!store.product(productId)) throw productNotFound(productId)
    return { productId, ...(typeof combinationId === 'number' ? { combinationId } : {}), quantity }
  })
}

/** For each product the sets it is part of. */
export function parentsByComponent(products: Iterable<StoredProduct>): Map<number, number[]> {
  const parents = new Map<number, number[]>()
  for (const { id, values } of products) {
    for (const component of new Set((values.compositeComponents ?? []).map(({ productId }) => productId))) {
      parents.set(component, [...(parents.get(component) ?? []), id])
    }
  }
  return parents
}
