import { z } from 'zod'
import type { ProductState } from './product-query'

export const shippingTypes = ['GLOBAL_METHODS', 'SELECTED_METHODS', 'FLAT_RATE', 'FREE_SHIPPING'] as const

/**
 * The fields a person can edit, under Ecwid's names. A change set holds one change per top-level field, and each field
 * has a way to merge (changes/merge.ts). Everything else of a product passes through saves untouched.
 */
export const productFieldsSchema = z.strictObject({
  name: z.string(),
  sku: z.string(),
  enabled: z.boolean(),
  subtitle: z.string(),
  /** HTML, byte for byte as the store sent it until the person edits it. */
  description: z.string(),
  price: z.number(),
  /** Null: no "was" price. */
  compareToPrice: z.number().nullable(),
  costPrice: z.number(),
  /** In the store's weight unit; null: not set. */
  weight: z.number().nullable(),
  unlimited: z.boolean(),
  /** 0 while unlimited. */
  quantity: z.number().int(),
  warningLimit: z.number().int(),
  categoryIds: z.array(z.number().int()),
  /** On the store's front page. */
  showOnFrontpage: z.boolean(),
  ribbon: z.strictObject({ text: z.string(), color: z.string() }),
  productClassId: z.number().int(),
  /** Attribute id -> value; an empty value is no value. UPC and Brand are attributes too. */
  attributes: z.record(z.string(), z.string()),
  isShippingRequired: z.boolean(),
  dimensions: z.strictObject({ length: z.number(), width: z.number(), height: z.number() }),
  shipping: z.strictObject({
    type: z.enum(shippingTypes),
    methodMarkup: z.number(),
    flatRate: z.number(),
    enabledMethods: z.array(z.string()),
    disabledMethods: z.array(z.string()),
  }),
  tax: z.strictObject({
    taxable: z.boolean(),
    enabledManualTaxes: z.array(z.number().int()),
    taxClassCode: z.string(),
  }),
  seoTitle: z.string(),
  seoDescription: z.string(),
  customSlug: z.string(),
})
export type ProductFields = z.infer<typeof productFieldsSchema>
export type ProductField = keyof ProductFields
export const productFieldNames = Object.keys(productFieldsSchema.shape) as ProductField[]
export const productPatchSchema = productFieldsSchema.partial()
export type ProductPatch = z.infer<typeof productPatchSchema>

/** What "New product" starts from. A blank SKU lets Ecwid assign one. */
export const newProductFields: ProductFields = {
  name: '',
  sku: '',
  enabled: true,
  subtitle: '',
  description: '',
  price: 0,
  compareToPrice: null,
  costPrice: 0,
  weight: null,
  unlimited: true,
  quantity: 0,
  warningLimit: 0,
  categoryIds: [],
  showOnFrontpage: false,
  ribbon: { text: '', color: '' },
  productClassId: 0,
  attributes: {},
  isShippingRequired: true,
  dimensions: { length: 0, width: 0, height: 0 },
  shipping: { type: 'GLOBAL_METHODS', methodMarkup: 0, flatRate: 0, enabledMethods: [], disabledMethods: [] },
  tax: { taxable: true, enabledManualTaxes: [], taxClassCode: 'default' },
  seoTitle: '',
  seoDescription: '',
  customSlug: '',
}

export type Picture = {
  /**
   * Names the picture for changes: the store's original URL, which stays with it when Ecwid renumbers ids, or
   * "local:<uuid>" while it has not been uploaded.
   */
  key: string
  /** Value for pictureSrc(), small and large. */
  thumbnail: string
  full: string
  alt: string
  isMain: boolean
  fileName: string | null
  /** Null once it is in the store. */
  upload: PictureUpload | null
}

export type PictureUpload = {
  changeId: number
  state: 'waiting' | 'sending' | 'unknown' | 'refused' | 'conflict'
  /** 0..1 while sending. */
  progress: number
  problem: string | null
}

/** Parts that this form shows and never writes; as the store sent them. */
export type ReadOnlyParts = {
  options: {
    name: string
    type: string
    required: boolean
    choices: { text: string; priceModifier: number; priceModifierType: string }[]
  }[]
  variations: {
    id: number
    number: number
    sku: string | null
    options: { name: string; value: string }[]
    price: number | null
    quantity: number | null
    unlimited: boolean
    /** "Red, L" */
    label: string
    /** Of its own picture, small and large: values for pictureSrc(). Null: it has none, and shows the product's. */
    thumbnail: string | null
    full: string | null
    alt: string
    /** A change of its picture that is not settled yet. */
    upload: PictureUpload | null
  }[]
  wholesalePrices: { quantity: number; price: number }[]
  files: { name: string; size: number }[]
  relatedProductCount: number
  videoCount: number
}

/** One product as its form needs it: what the store last sent plus what still waits. */
export type ProductDetail = {
  id: number
  ecwidId: number | null
  fields: ProductFields
  pictures: Picture[]
  readOnly: ReadOnlyParts
  state: ProductState
  /** Somebody deleted it there; what was typed here waits for its owner to decide. */
  isDeletedInStore: boolean
  /** Problems the store found, at their fields. */
  problems: { field: string; message: string; changeId: number }[]
  url: string | null
  autogeneratedSlug: string
  isSampleProduct: boolean
  createdAt: number | null
  updatedAt: number | null
  /** Typed and not saved, kept through a crash; null when there is none. */
  draft: ProductDraft | null
}

/** Input of the form as typed, also while it is not valid yet. */
export const productDraftSchema = z.strictObject({
  /** The values the form was opened with. */
  base: productFieldsSchema,
  /** Only the fields the person touched. */
  patch: productPatchSchema,
  /** Field path -> text that is no value yet, such as "12," in a price. */
  unparsed: z.record(z.string(), z.string()),
  savedAt: z.number(),
})
export type ProductDraft = z.infer<typeof productDraftSchema>
