import { ApiError } from './api-error'
import { isJsonObject } from './json-object'
import type { Store } from './store'

/** With the store's non-unique-SKU feature neither uniqueness nor presence is asked for. */
function allowsRepeatedSkus(store: Store): boolean {
  const toggles = store.data.profile['featureToggles']
  return (
    Array.isArray(toggles) &&
    toggles.some(
      (each) => isJsonObject(each) && each['name'] === 'ALLOW_EMPTY_AND_NON_UNIQUE_SKU' && each['enabled'] === true,
    )
  )
}

/**
 * A SKU belongs to one product, whose variations may carry it too.
 * @param variationId of the variation that gets the SKU; undefined when the product itself gets it
 */
export function assertSkuFree(sku: string, productId: number, variationId: number | undefined, store: Store): void {
  if (sku.trim() === '' || allowsRepeatedSkus(store)) return
  for (const product of store.data.products.values()) {
    const inVariation = product.combinations.some((each) => each.values.sku === sku && each.id !== variationId)
    const isOwn = product.id === productId
    const isTaken = isOwn ? variationId !== undefined && inVariation : product.values.sku === sku || inVariation
    if (isTaken) throw new ApiError(409, `A product with SKU ${sku} already exists`, 'SKU_ALREADY_EXISTS')
  }
}

/** The next free number in five digits, for a product created without a SKU; empty where the store allows that. */
export function nextSku(store: Store): string {
  if (allowsRepeatedSkus(store)) return ''
  const taken = new Set<string>()
  for (const { values } of store.data.products.values()) taken.add(values.sku)
  for (;;) {
    const sku = String(store.nextId('sku')).padStart(5, '0')
    if (!taken.has(sku)) return sku
  }
}
