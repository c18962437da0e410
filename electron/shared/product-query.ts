import { z } from 'zod'
import type { FieldOrder } from './fields/field'
import { filteredFields, orderBy } from './fields/listed-fields'
import { productFieldNames, type ProductField } from './fields/product-fields'
import { typedText } from './limits'

type By<Order extends string> = `${Order}_${'ASC' | 'DESC'}`

const fieldSorts = productFieldNames.flatMap((name): By<FieldOrder | ProductField>[] => {
  const by = orderBy(name)
  return by === null ? [] : [`${by}_ASC`, `${by}_DESC`]
})

/** Ecwid's, and those by fields that Ecwid cannot sort by. */
const productSorts = [
  'RELEVANCE',
  'DEFINED_BY_STORE_OWNER',
  'ADDED_TIME_ASC',
  'ADDED_TIME_DESC',
  'UPDATED_TIME_ASC',
  'UPDATED_TIME_DESC',
  ...fieldSorts,
] as const
export type ProductSort = (typeof productSorts)[number]

/** One of the values, or a number in a range, inclusive. */
const fieldFilter = z.strictObject({
  field: z.enum(filteredFields),
  values: z.array(typedText).min(1).max(1000).optional(),
  from: z.number().optional(),
  to: z.number().optional(),
})
export type FieldFilter = z.infer<typeof fieldFilter>

const namedValues = z.strictObject({ name: typedText, values: z.array(typedText).min(1).max(5000) })

/** The filters of Ecwid's product search, plus `text`: search as you type. All combine with AND, values inside one with OR. */
export const productQuerySchema = z.strictObject({
  /** As typed: every word as a prefix, over all searchable texts, and any part of a SKU. */
  text: typedText.optional(),
  /** Ecwid's keyword: whole words; a trailing * makes the last one a prefix; "..." is a phrase. */
  keyword: typedText.optional(),
  /** Exact SKU of a product or of one of its variations; overrides every filter but productIds. */
  sku: typedText.optional(),
  /** Ecwid ids; overrides every other filter. */
  productIds: z.array(z.number().int()).max(100_000).optional(),
  /** 0 = store front page. */
  categoryIds: z.array(z.number().int()).max(20_000).optional(),
  includeSubcategories: z.boolean().optional(),
  priceFrom: z.number().optional(),
  priceTo: z.number().optional(),
  /** UNIX seconds, inclusive. */
  createdFrom: z.number().optional(),
  createdTo: z.number().optional(),
  updatedFrom: z.number().optional(),
  updatedTo: z.number().optional(),
  enabled: z.boolean().optional(),
  inStock: z.boolean().optional(),
  onSale: z.boolean().optional(),
  attributes: z.array(namedValues).max(1000).optional(),
  options: z.array(namedValues).max(1000).optional(),
  /** Local only: by the values of fields. */
  fields: z.array(fieldFilter).max(100).optional(),
  /** Local only: products without a picture, or with one that has no alt text. */
  pictures: z.enum(['none', 'withoutAlt']).optional(),
  /** Local only: products with a text that says nothing in this language of the store. */
  untranslated: typedText.optional(),
  /** Local only: products with changes that are not in the store yet. */
  changed: z.boolean().optional(),
  sort: z.enum(productSorts).optional(),
})
export type ProductQuery = z.infer<typeof productQuerySchema>

export const productStates = ['synced', 'waiting', 'sending', 'refused', 'conflict'] as const
/** How a product's local edits stand; the worst of its open changes. */
export type ProductState = (typeof productStates)[number]

export type ProductRow = {
  /** Local id: exists from birth, also for a product made offline. */
  id: number
  ecwidId: number | null
  name: string
  sku: string
  price: number
  compareToPrice: number | null
  /** Null when unlimited. */
  quantity: number | null
  inStock: boolean
  /** quantity <= warningLimit, and tracked. */
  lowStock: boolean
  enabled: boolean
  /** Value for pictureSrc(): the store's URL, or "staged:<hash>" for one that is not uploaded yet. */
  thumbnail: string | null
  pictureCount: number
  variationCount: number
  state: ProductState
  /** Something was typed into its form and is not saved. */
  hasDraft: boolean
  updatedAt: number
  /** Of the fields that lists are filtered or sorted by. */
  values: Partial<Record<ProductField, string | number | null>>
  /** Where the searched words were found when neither name nor SKU shows it. */
  match: { field: 'description' | 'options' | 'categories' | 'alt' | 'attributes' | 'variation'; text: string } | null
}

export type ProductPage = {
  total: number
  rows: ProductRow[]
  /** Only for an empty first page: which filters to drop, with what they would leave. */
  hints: { filter: keyof ProductQuery; total: number }[]
  /** Only where that is asked for and nothing at all is found of a text: what may have been meant, with what it finds. */
  instead?: { text: string; total: number }
}

/** Values offered by the attribute and option filters, most frequent first, and how many products each filter of a language finds. */
export type Facets = {
  attributes: { name: string; values: { value: string; count: number }[] }[]
  options: { name: string; values: { value: string; count: number }[] }[]
  /** By language; those in which nothing is missing are left out. */
  untranslated: Record<string, number>
}

/** What others should not have too: text alike is the same, as a person reads it. */
export const productOwnerSchema = z.strictObject({
  of: z.enum(['sku', 'name', 'barcode']),
  text: typedText,
  exceptProductId: z.number().int().nullable(),
})
export type ProductOwner = z.infer<typeof productOwnerSchema>
