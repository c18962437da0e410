import type { Store } from './store'
import type { StoredProduct } from './stored-catalogue'

/** How many products have each value; a product counts once per value. */
export function countValues(
  products: readonly StoredProduct[],
  valuesOf: (product: StoredProduct) => string[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const product of products) {
    for (const value of new Set(valuesOf(product))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

export function attributeValues(product: StoredProduct, nameOrType: string, store: Store): string[] {
  const wanted = nameOrType.toLowerCase()
  return product.values.attributes
    .filter(({ id }) => {
      const attribute = store.attribute(id)
      return attribute?.type.toLowerCase() === wanted || attribute?.name.toLowerCase() === wanted
    })
    .map(({ value }) => value)
}
