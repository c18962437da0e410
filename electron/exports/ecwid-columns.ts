import { hasOwnStock, readOwn } from '../shared/fields/own-fields'
import { fieldOf, readField, type ProductField } from '../shared/fields/product-fields'
import type { WrittenCell } from '../shared/table'
import { ecwidFields } from '../shared/product-table/ecwid-fields'
import { inCurrency, markupOf } from '../shared/product-table/markup'
import { partOf } from '../shared/product-table/table-column'
import type { CellWords } from '../shared/product-table/written-cell'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { column, type EcwidColumn } from './ecwid-column'
import {
  attributeColumns,
  categoryColumn,
  optionColumns,
  pictureColumns,
  variationOption,
  variationSku,
} from './ecwid-list-columns'
import { inEcwidsOrder } from './ecwid-order'
import type { EcwidRow } from './ecwid-rows'
import type { Found } from './found'

/** The columns of Ecwid's own catalogue files, by its names and in its order; those that nothing stands in are left out. */
export function ecwidColumns(found: Found, words: CellWords): EcwidColumn[] {
  const isWanted = (title: string) => core.includes(title) || found.paths.has(ecwidFields.get(title)?.path ?? '')
  return inEcwidsOrder([
    ...identity,
    ...ofFields().filter(({ title }) => title !== 'product_sku' && isWanted(title)),
    ...pictureColumns(found),
    ...Array.from({ length: found.mostCategories }, (_, at) => categoryColumn(at)),
    ...attributeColumns(found.attributes, words),
    ...(found.options.size > 0 ? optionColumns : []),
    ...(found.variations > 0 ? [...found.options].map(variationOption) : []),
    ...(found.variations > 0 ? [variationSku] : []),
  ])
}

const id = ({ id: given }: RemoteProduct): WrittenCell => (given > 0 ? given : null)
const identity = [
  column('type', ({ option, variation }) => (option ? 'product_option' : variation ? 'product_variation' : 'product')),
  column('product_internal_id', ({ product }) => id(product)),
  column('product_sku', ({ product }) => product.sku ?? null),
]

/** These stand in every file. */
const core: readonly string[] = [
  ...['product_name', 'product_price', 'product_is_inventory_tracked', 'product_quantity'],
  ...['product_is_available', 'product_description'],
]

const ofFields = (): EcwidColumn[] =>
  [...ecwidFields].map(([title, { field, part }]) =>
    column(title, (row, words) => written(title, partOf({ part }, valueIn(row, field, words)))),
  )

/** A variation's own, but for what its row says of it whether or not it has its own. */
function valueIn({ product, variation, option }: EcwidRow, field: ProductField, words: CellWords): unknown {
  if (option) return null
  if (!variation) return readField(product, field)
  const own = fieldOf(field).isInherited ? readOwn(variation, product, field) : null
  if (own !== null) return own
  if (field === 'price') return priceByChoices(product, variation, words)
  return field === 'unlimited' && !hasOwnStock(variation, product) ? readField(product, field) : null
}

/** What a variation costs that has no price of its own. */
export function priceByChoices(
  product: RemoteProduct,
  { options: picked = [] }: RemoteVariation,
  { words: { profile } }: CellWords,
): number {
  const added = picked.map(({ name, value }) => {
    const choice = product.options?.find((one) => one.name === name)?.choices?.find(({ text }) => text === value)
    return choice ? markupOf(choice, product.price ?? 0, profile) : 0
  })
  return added.reduce((sum, each) => inCurrency(sum + each, profile), product.price ?? 0)
}

/** Ecwid's words as they are; whether a stock is counted is the opposite of whether it is unlimited. */
function written(title: string, value: unknown): WrittenCell {
  if (title === 'product_is_inventory_tracked') return typeof value === 'boolean' ? !value : null
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : null
}
