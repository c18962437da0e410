import type { Catalogue } from '../catalogue/catalogue'
import type { SentProduct } from '../catalogue/sent-products'
import type { StoreWords } from '../shared/fields/kind'
import { ownValues } from '../shared/fields/own-fields'
import { readField, type ProductField } from '../shared/fields/product-fields'
import { foldText } from '../shared/fold-text'
import type { ProductQuery } from '../shared/product-query'
import type { RemoteProduct } from '../shared/remote-product'
import type { RowsThatMayShow } from '../shared/sheet'
import { storeProfileSchema } from '../shared/store'
import { isNeverShown, piecesOf, shownOf, standsInJson } from './may-show'
import { variationLabel } from './variation-pictures'

type Asked = {
  query: ProductQuery
  text: string
  fields: readonly ProductField[]
  variations: boolean
  from: number
  before: number
}

const atOnce = 100

/**
 * Of a stretch of a list, as far as one comes within some milliseconds, the products whose cells may show a text: all that do, and some
 * that do not. What cells show for sure is known in the window alone, which has only these to look at.
 */
export function rowsThatMayShow(catalogue: Catalogue, asked: Asked, withinMs = 15): RowsThatMayShow {
  const end = performance.now() + withinMs
  const ids = catalogue.searchIds(asked.query)
  const before = Math.min(asked.before, ids.length)
  const mayShow = tellerOf(catalogue, asked)
  const found: RowsThatMayShow['found'] = []
  let next = asked.from
  while (next < before) {
    const part = Array.from(ids.slice(next, Math.min(next + atOnce, before)))
    const places = new Map(part.map((id, step) => [id, next + step]))
    for (const product of catalogue.sentProducts(part)) {
      if (mayShow(product)) found.push({ id: product.id, at: places.get(product.id) ?? next })
    }
    next += part.length
    if (performance.now() > end) break
  }
  return { found, next: Math.max(next, asked.from), total: ids.length }
}

function tellerOf(catalogue: Catalogue, { text, fields, variations }: Asked): (product: SentProduct) => boolean {
  const needle = foldText(text.trim())
  const words = wordsOf(catalogue)
  const pieces = piecesOf(needle)
  const inSight = fields.filter((field) => !isNeverShown(needle, field, words))
  const isInJson = standsInJson(needle, inSight)
  return ({ asSent }) => {
    // What is typed is known better in the window.
    if (!asSent) return true
    if (isInJson && !hasAll(foldText(asSent.json), pieces)) return false
    return isShownIn(asSent.product(), needle, { fields: inSight, variations, words })
  }
}

const hasAll = (folded: string, pieces: readonly string[]): boolean => pieces.every((piece) => folded.includes(piece))

const wordsOf = ({ meta, categories, productTypes }: Catalogue): StoreWords => ({
  profile: meta.get('profile', storeProfileSchema) ?? null,
  categories: categories.list(),
  productTypes: productTypes.list(),
})

type Sheet = { fields: readonly ProductField[]; variations: boolean; words: StoreWords }

function isShownIn(product: RemoteProduct, needle: string, { fields, variations, words }: Sheet): boolean {
  const has = (field: ProductField, value: unknown): boolean => {
    const texts = shownOf(field, value, words)
    return texts === null || texts.some((text) => foldText(text).includes(needle))
  }
  if (fields.some((field) => has(field, readField(product, field)))) return true
  if (!variations) return false
  return (product.combinations ?? []).some((variation) => {
    const label = variationLabel(variation)
    if (foldText(`${product.name ?? ''}, ${label}`).includes(needle)) return true
    const own = Object.entries(ownValues(variation, product))
    return own.some(([name, value]) => fields.some((field) => field === name && has(field, value)))
  })
}
