import { ApiError } from './api-error'
import { readNumbers } from './body-fields'
import { isJsonObject, type JsonObject } from './json-object'
import type { Store } from './store'

const mostRelated = 100

/** `relatedProducts` of a body; `productSkus` names products instead of their ids and is never given back. */
export function readRelated(sent: unknown, store: Store): JsonObject | undefined {
  if (!isJsonObject(sent)) return undefined
  const { productSkus, ...related } = sent
  const path = 'Product.relatedProducts'
  const listed = related['productIds'] === undefined ? [] : readNumbers(related['productIds'], `${path}.productIds`)
  const skus = Array.isArray(productSkus) ? productSkus.map(String) : []
  if (listed.length + skus.length > mostRelated) {
    throw new ApiError(
      402,
      `A product can have at most ${mostRelated} related products per request`,
      'MAX_PRODUCTS_FOR_API_REQUEST_LIMIT_EXCEEDED',
    )
  }
  if (productSkus === undefined) return related
  return { ...related, productIds: [...new Set([...listed, ...idsOfSkus(skus, store)])] }
}

function idsOfSkus(skus: readonly string[], store: Store): number[] {
  const products = [...store.data.products.values()]
  return skus.flatMap((sku) => {
    const found = products.find(
      ({ values, combinations }) => values.sku === sku || combinations.some((each) => each.values.sku === sku),
    )
    return found ? [found.id] : []
  })
}
