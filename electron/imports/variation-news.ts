import type { Catalogue } from '../catalogue/catalogue'
import { currentProduct } from '../changes/reindex'
import { priceByChoices } from '../exports/ecwid-columns'
import { attributesBy } from '../exports/found'
import { readOwn } from '../shared/fields/own-fields'
import { isProductField, readField } from '../shared/fields/product-fields'
import type { StoreWords } from '../shared/fields/kind'
import type { Said } from '../shared/imported'
import { kindOfTarget } from '../shared/product-table/target-kind'
import { cellWords } from '../shared/product-table/written-cell'
import { lastFew } from './last-few'

/**
 * Rows of variations in Ecwid's own files, and in those of other shops, say all that a variation is shown with. What it has of its product, and is said to have as it
 * is, is nothing of its own.
 */
export function createVariationNews(catalogue: Catalogue, words: StoreWords) {
  const productOf = lastFew((productId) => {
    const product = currentProduct(catalogue, productId)
    return { product, variations: new Map(product?.combinations?.map((each) => [each.id, each])) }
  })

  return ({ productId, variationId }: { productId: number; variationId: number }, said: readonly Said[]): Said[] => {
    const { product, variations } = productOf(productId)
    const variation = variations.get(variationId)
    if (!product || !variation) return [...said]
    const isUncounted = said.some(({ path, value }) => path === 'unlimited' && value === true)
    return said.filter(({ path, value, odd }) => {
      const [field = '', part] = path.split('.')
      if (odd !== null || !isProductField(field) || readOwn(variation, product, field) !== null) return true
      if (field === 'quantity' && isUncounted) return false
      const shown = field === 'price' ? priceByChoices(product, variation, cellWords(words)) : readField(product, field)
      // Tables call attributes by their names.
      const parts: unknown = field === 'attributes' ? Object.fromEntries(attributesBy(shown, cellWords(words))) : shown
      const now: unknown = part === undefined ? shown : Object(parts ?? {})[part]
      return !(kindOfTarget(path)?.isSame(value, now) ?? value === now)
    })
  }
}
