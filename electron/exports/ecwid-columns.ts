import { hasOwnStock, readOwn } from '../shared/fields/own-fields'
import { fieldOf, productFieldNames, readField, type ProductField } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import type { Cell } from '../shared/product-table/cell'
import { partOf } from '../shared/product-table/table-column'
import { pathOf, type CellWords } from '../shared/product-table/written-cell'
import { markupOf, type EcwidRow } from './ecwid-rows'
import { attributesBy, picturesOf, type Found } from './found'
import type { ExportColumn } from './row'
import { chosen } from './spreadsheet-columns'

type Column = ExportColumn<EcwidRow>
const column = (title: string, cell: Column['cell']): Column => ({ title, width: 16, cell })

/** The columns of Ecwid's own catalogue files, by its names and in its order; those that nothing stands in are left out. */
export function ecwidColumns(found: Found, words: CellWords): Column[] {
  const named = new Map(ofFields().map((each) => [each.title, each]))
  const isWanted = (title: string) => core.includes(title) || found.paths.has(pathOfColumn(title))
  const standing = order.flatMap((title) => (isWanted(title) ? (named.get(title) ?? []) : []))
  const upTo = standing.findIndex(({ title }) => title === 'product_description') + 1
  return [
    ...identity,
    ...standing.slice(0, upTo),
    ...pictures(found),
    ...Array.from({ length: found.mostCategories }, (_, at) => categoryColumn(at)),
    ...[...found.attributes].map((name) => attributeColumn(name, words)),
    ...standing.slice(upTo),
    ...(found.options.size > 0 ? options : []),
    ...(found.variations > 0 ? [...found.options].map(variationOption) : []),
    ...(found.variations > 0 ? [variationSku] : []),
  ]
}

const id = ({ id: given }: RemoteProduct): Cell => (given > 0 ? given : null)
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

/** In the order of Ecwid's own exports; the description is the last of what stands before the pictures. */
const order: readonly string[] = [
  ...['product_name', 'product_price', 'product_compare_to_price', 'product_cost_price'],
  ...['product_is_inventory_tracked', 'product_quantity', 'product_quantity_out_of_stock_behaviour'],
  ...['product_low_stock_notification_quantity', 'product_quantity_minimum_allowed_for_purchase'],
  ...['product_quantity_maximum_allowed_for_purchase', 'product_is_available', 'product_description'],
  ...productFieldNames.flatMap((name) => Object.keys(fieldOf(name).inFiles)),
].filter((title, at, all) => title !== 'product_sku' && all.indexOf(title) === at)

const fieldByColumn = new Map(
  productFieldNames.flatMap((field) =>
    Object.entries(fieldOf(field).inFiles).map(([title, part]) => [title, { field, part: part || null }] as const),
  ),
)

function pathOfColumn(title: string): string {
  const at = fieldByColumn.get(title)
  return at ? [at.field, at.part].filter(Boolean).join('.') : ''
}

const ofFields = (): Column[] =>
  [...fieldByColumn].map(([title, { field, part }]) =>
    column(title, (row) => written(title, partOf({ part }, valueIn(row, field)))),
  )

/** A variation's own, but for what its row says of it whether or not it has its own. */
function valueIn({ product, variation, option }: EcwidRow, field: ProductField): unknown {
  if (option) return null
  if (!variation) return readField(product, field)
  const own = fieldOf(field).isInherited ? readOwn(variation, product, field) : null
  if (own !== null) return own
  if (field === 'price') return priceByChoices(product, variation.options ?? [])
  return field === 'unlimited' && !hasOwnStock(variation, product) ? readField(product, field) : null
}

function priceByChoices(product: RemoteProduct, picked: readonly { name: string; value: string }[]): number {
  const added = picked.map(({ name, value }) => {
    const choice = product.options?.find((one) => one.name === name)?.choices?.find(({ text }) => text === value)
    return choice ? markupOf(choice, product) : 0
  })
  return added.reduce((sum, each) => Math.round((sum + each) * 100) / 100, product.price ?? 0)
}

/** Ecwid's words as they are; whether a stock is counted is the opposite of whether it is unlimited. */
function written(title: string, value: unknown): Cell {
  if (title === 'product_is_inventory_tracked') return typeof value === 'boolean' ? !value : null
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : null
}

function pictures({ mostPictures }: Found): Column[] {
  const of = (at: number, what: 'url' | 'alt', title: string) =>
    column(title, ({ product, variation, option }) => {
      if (option) return null
      if (!variation) return picturesOf(product)[at]?.[what] ?? null
      return at === 0 && what === 'url' ? (variation.originalImageUrl ?? variation.imageUrl ?? null) : null
    })
  return Array.from({ length: mostPictures }, (_, at) => {
    const [before, after] = at === 0 ? ['product_media_main_image', ''] : ['product_media_gallery_image', `_${at}`]
    return [of(at, 'url', `${before}_url${after}`), of(at, 'alt', `${before}_alt${after}`)]
  }).flat()
}

const categoryColumn = (at: number) =>
  column(`product_category_${at + 1}`, ({ product, variation, option }, { paths }) => {
    const filed = variation || option ? undefined : product.categoryIds?.[at]
    return filed === undefined ? null : pathOf(filed, paths)
  })

const inBraces = (name: string): string => (/^\w+$/.test(name) ? name : `{${name}}`)

function attributeColumn(name: string, { words }: CellWords): Column {
  const type = words.productTypes.flatMap(({ attributes }) => attributes).find((one) => one.name === name)?.type
  const own = type === 'UPC' ? 'product_upc' : type === 'BRAND' ? 'product_brand' : null
  return column(own ?? `product_attribute_${inBraces(name)}`, ({ product, variation, option }, said) => {
    if (option) return null
    const values = variation ? readOwn(variation, product, 'attributes') : readField(product, 'attributes')
    return attributesBy(values, said).get(name) ?? null
  })
}

const inFile: Readonly<Record<string, string>> = { RADIO: 'RADIOBUTTONS', SELECT: 'DROPDOWNLIST' }
const options = [
  column('product_option_name', ({ option }) => option?.name ?? null),
  column('product_option_type', ({ option }) => (option ? (inFile[option.type] ?? option.type) : null)),
  column('product_option_is_required', ({ option }) => option?.required ?? null),
  column('product_option_value', ({ choice }) => choice?.text ?? null),
  column('product_option_markup', ({ choice }) => choice?.markup ?? null),
  column('product_option_is_default_option_selection', ({ choice }) => choice?.isDefault ?? null),
  column('product_option_swatch_hex_value', ({ choice }) => choice?.colour || null),
]

const variationOption = (name: string) =>
  column(`product_variation_option_${inBraces(name)}`, ({ variation }) =>
    variation ? (chosen(variation, name) ?? null) : null,
  )
const variationSku = column('product_variation_sku', ({ variation }) => variation?.sku || null)
