import { altTextsOf } from '../shared/alt-translations'
import { listedColumn, listedFields, type ListedColumn } from '../shared/fields/listed-fields'
import { readOwn } from '../shared/fields/own-fields'
import { missingTexts } from '../shared/fields/missing-texts'
import { readField, type ProductField } from '../shared/fields/product-fields'
import type { ProductState } from '../shared/product-query'
import type { Texts } from '../shared/fields/translations'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import type { ProductTypeAttribute } from '../shared/store'
import { nameSortKey } from '../shared/fold-text'
import type { SqlValue } from './database'
import { hasNoAlt, pictures } from './product-facts'

/** Products without a limit of stock come after all others when sorted by stock. */
const unlimitedStock = 2 ** 52

export type ProductColumns = ReturnType<typeof productColumns>

/** Of the product types, by its id; undefined: they do not know it. */
export type AttributeOf = (attributeId: number) => ProductTypeAttribute | undefined
type Around = { state: ProductState; hidden: boolean; attributeOf: AttributeOf }

/** The derived columns of `products`. Stock and sale follow the store's own search: a variation without a SKU shares the product's stock. */
export function productColumns(current: RemoteProduct, { state, hidden, attributeOf }: Around) {
  const { price = 0, compareToPrice, warningLimit = 0, combinations = [] } = current
  const own = stockOf(current)
  const hasOwnStock = own === null || own > 0
  const quantity = stockForSale(current)
  const images = pictures(current)
  const main = images[0]
  const name = current.name ?? ''
  const sku = current.sku ?? ''
  return {
    hidden: hidden ? 1 : 0,
    state,
    name,
    name_key: nameSortKey(name),
    sku,
    sku_key: nameSortKey(sku),
    price,
    compare_to_price: compareToPrice ?? null,
    on_sale: (compareToPrice ?? 0) > price ? 1 : 0,
    quantity,
    stock_key: quantity ?? unlimitedStock,
    in_stock:
      hasOwnStock || combinations.some((each) => each.sku && (each.unlimited === true || (each.quantity ?? 0) > 0))
        ? 1
        : 0,
    low_stock: quantity !== null && quantity <= warningLimit ? 1 : 0,
    enabled: current.enabled === false ? 0 : 1,
    front_page: (current.showOnFrontpage ?? 0) > 0 ? (current.showOnFrontpage ?? null) : null,
    ...fieldColumns(current),
    thumbnail: main?.image160pxUrl ?? main?.image400pxUrl ?? main?.imageOriginalUrl ?? null,
    picture_count: images.length,
    without_alt: images.filter(hasNoAlt).length,
    untranslated: untranslated(current, attributeOf),
    variation_count: combinations.length,
    created_at: current.createTimestamp ?? 0,
    updated_at: current.updateTimestamp ?? 0,
  } satisfies Record<string, SqlValue>
}

type Stock = Pick<RemoteProduct, 'unlimited' | 'quantity'>

/** Null: without a limit. Only what is unlimited has no quantity. */
const stockOf = ({ unlimited, quantity = 0 }: Stock): number | null => (unlimited === true ? null : quantity)

/** Where shoppers choose a variation, what all of them hold; those without a SKU share what the product holds. */
function stockForSale({ combinations = [], ...product }: RemoteProduct): number | null {
  const apart = combinations.filter(({ sku }) => sku)
  const shared = apart.length < combinations.length || combinations.length === 0 ? [product] : []
  const held = [...shared, ...apart].map(stockOf)
  return held.includes(null) ? null : held.reduce((sum: number, each) => sum + (each ?? 0), 0)
}

/** The languages of the store in which one of its texts says nothing, each between spaces. */
function untranslated(current: RemoteProduct, attributeOf: AttributeOf): string {
  const [, ...others] = current.storeLanguages ?? []
  if (others.length === 0) return ''
  const all = {
    read: (name: ProductField) => readField(current, name),
    attributeOf: (id: string) => attributeOf(Number(id)),
    pictures: pictures(current).map(({ alt }) => {
      return { alt: alt?.main ?? '', altTexts: altTextsOf(alt, current.storeLanguages) }
    }),
    variations: (current.combinations ?? []).map((variation) => variationTexts(variation, current)),
  }
  const missing = others.filter((language) => missingTexts(all, language).length > 0)
  return missing.map((language) => ` ${language} `).join('')
}

/** A text about a picture that it has not is none. */
function variationTexts(variation: RemoteVariation, product: RemoteProduct) {
  const { originalImageUrl, imageUrl, alt } = variation
  const isShown = (originalImageUrl ?? imageUrl) !== undefined
  // What a variation has of its own are values of these fields, or none.
  const own = (name: ProductField) => (readOwn(variation, product, name) ?? {}) as Texts
  return {
    label: '',
    alt: isShown ? (alt?.main ?? '') : '',
    altTexts: altTextsOf(alt, product.storeLanguages),
    own: { attributes: own('attributes'), attributesTranslated: own('attributesTranslated') },
  }
}

/** Of the fields that lists are filtered or sorted by as they are; no other key is there. */
function fieldColumns(current: RemoteProduct): Record<ListedColumn, SqlValue> {
  const columns: Record<string, SqlValue> = {}
  for (const name of listedFields) columns[listedColumn(name)] = asSql(readField(current, name))
  return columns
}

const asSql = (value: unknown): SqlValue => (typeof value === 'string' || typeof value === 'number' ? value : null)

const nothingAround: Around = { state: 'synced', hidden: false, attributeOf: () => undefined }

/** Their names, in the order of the UPDATE that writes them. */
export const derivedColumns = Object.keys(productColumns({ id: 0 }, nothingAround)) as (keyof ProductColumns)[]
