import type { Said } from '../shared/imported'
import { picturesPath } from '../shared/product-table/picture-columns'
import type { Known } from './match-row'
import { hasSkuOfVariation } from './ties'

// Of a row that makes a product, or a variation, or both.

const ofVariationAlone: ReadonlySet<string> = new Set(['quantity', 'unlimited'])

/** What is said of the product: its first variation has its own stock, and its own SKU where each row has one. */
export const saidOfProduct = (known: Known, said: readonly Said[]): Said[] =>
  known.options.length === 0
    ? [...said]
    : said.filter(({ path }) => !ofVariationAlone.has(path) && (path !== 'sku' || !hasSkuOfVariation(known)))

/** What is said of the variation. `isFirst`: the pictures of the row are its product’s. */
export function saidOfVariation(
  known: Known,
  { said, pictures, isFirst }: { said: readonly Said[]; pictures: readonly Said[]; isFirst: boolean },
): Said[] {
  const { kind, sku, variationSku } = known
  const own = variationSku || (kind === 'variation' || hasSkuOfVariation(known) ? sku : '')
  const unread = own === '' ? undefined : said.find(({ path, odd }) => path === 'sku' && odd !== null)
  return [
    ...(own === '' ? [] : [unread ?? { path: 'sku', text: own, value: own, odd: null }]),
    ...said.filter(({ path }) => path !== 'sku' && (!isFirst || path !== picturesPath)),
    ...pictures,
  ]
}
