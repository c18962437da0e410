import { readOwn } from '../shared/fields/own-fields'
import { readField } from '../shared/fields/product-fields'
import { markupOf } from '../shared/product-table/markup'
import { typesInFiles } from '../shared/product-table/option-rows'
import { pathOf, type CellWords } from '../shared/product-table/written-cell'
import { column, type EcwidColumn } from './ecwid-column'
import { attributesBy, picturesOf, type Found } from './found'
import type { EcwidRow } from './ecwid-rows'
import { onceARow } from './once-a-row'
import { chosen } from './spreadsheet-columns'

/** Addresses and alt texts, the main one first, under other names than the rest. */
export function pictureColumns({ mostPictures }: Found): EcwidColumn[] {
  const pictures = onceARow(({ product, variation, option }: EcwidRow, _: CellWords) => {
    if (option) return []
    if (!variation) return picturesOf(product)
    return [{ url: variation.originalImageUrl ?? variation.imageUrl ?? null, alt: null }]
  })
  const of = (at: number, what: 'url' | 'alt', title: string) =>
    column(title, (row, words) => pictures(row, words)[at]?.[what] ?? null)
  return Array.from({ length: mostPictures }, (_, at) => {
    const [before, after] = at === 0 ? ['product_media_main_image', ''] : ['product_media_gallery_image', `_${at}`]
    return [of(at, 'url', `${before}_url${after}`), of(at, 'alt', `${before}_alt${after}`)]
  }).flat()
}

export const categoryColumn = (at: number) =>
  column(`product_category_${at + 1}`, ({ product, variation, option }, { paths }) => {
    const filed = variation || option ? undefined : product.categoryIds?.[at]
    return filed === undefined ? null : pathOf(filed, paths)
  })

const inBraces = (name: string): string => (/^\w+$/.test(name) ? name : `{${name}}`)

export function attributeColumns(names: Iterable<string>, { words }: CellWords): EcwidColumn[] {
  const all = words.productTypes.flatMap(({ attributes }) => attributes)
  const values = onceARow(({ product, variation, option }: EcwidRow, said: CellWords) => {
    if (option) return new Map<string, string>()
    return attributesBy(variation ? readOwn(variation, product, 'attributes') : readField(product, 'attributes'), said)
  })
  return [...names].map((name) => {
    const type = all.find((one) => one.name === name)?.type
    const own = type === 'UPC' ? 'product_upc' : type === 'BRAND' ? 'product_brand' : null
    const title = own ?? `product_attribute_${inBraces(name)}`
    return column(title, (row, said) => values(row, said).get(name) ?? null)
  })
}

export const optionColumns = [
  column('product_option_name', ({ option }) => option?.name ?? null),
  column('product_option_type', ({ option }) => (option ? (typesInFiles[option.type] ?? option.type) : null)),
  column('product_option_is_required', ({ option }) => option?.required ?? null),
  column('product_option_value', ({ choice }) => choice?.text ?? null),
  column(
    'product_option_markup',
    ({ product, choice }, { words }) => choice && markupOf(choice, product.price ?? 0, words.profile),
  ),
  column('product_option_is_default_option_selection', ({ choice }) => choice?.isDefault ?? null),
  column('product_option_swatch_hex_value', ({ choice }) => choice?.hexCodes?.[0] || null),
]

export const variationOption = (name: string) =>
  column(`product_variation_option_${inBraces(name)}`, ({ variation }) =>
    variation ? (chosen(variation, name) ?? null) : null,
  )
export const variationSku = column('product_variation_sku', ({ variation }) => variation?.sku || null)
