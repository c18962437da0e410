import type { Catalogue } from '../catalogue/catalogue'
import { currentProduct } from '../changes/reindex'
import { priceByChoices } from '../exports/ecwid-columns'
import { readOwn } from '../shared/fields/own-fields'
import { isProductField, readField } from '../shared/fields/product-fields'
import type { StoreWords } from '../shared/fields/kind'
import type { Said } from '../shared/imported'
import { kindOfTarget } from '../shared/product-table/target-kind'
import { cellWords } from '../shared/product-table/written-cell'

/**
 * Rows of variations in Ecwid's own files say all that a variation is shown with. What it has of its product, and is said to have as it
 * is, is nothing of its own.
 */
export function createVariationNews(catalogue: Catalogue, words: StoreWords) {
  return ({ productId, variationId }: { productId: number; variationId: number }, said: readonly Said[]): Said[] => {
    const product = currentProduct(catalogue, productId)
    const variation = product?.combinations?.find(({ id }) => id === variationId)
    if (!product || !variation) return [...said]
    const isUncounted = said.some(({ path, value }) => path === 'unlimited' && value === true)
    return said.filter(({ path, value, odd }) => {
      const [field = '', part] = path.split('.')
      if (odd !== null || !isProductField(field) || readOwn(variation, product, field) !== null) return true
      if (field === 'quantity' && isUncounted) return false
      const shown = field === 'price' ? priceByChoices(product, variation, cellWords(words)) : readField(product, field)
      const now: unknown = part === undefined ? shown : Object(shown ?? {})[part]
      return !(kindOfTarget(path)?.isSame(value, now) ?? value === now)
    })
  }
}
