import type { NewDefaults } from './new-defaults'
import { z } from 'zod'

/** The part of Ecwid's GET /profile this app shows or formats with. Everything is optional there, so everything has a default here. */
export const storeProfileSchema = z.object({
  storeId: z.number(),
  storeName: z.string(),
  storeUrl: z.string(),
  currency: z.string(),
  currencyPrefix: z.string(),
  currencySuffix: z.string(),
  currencyPrecision: z.number(),
  currencyGroupSeparator: z.string(),
  currencyDecimalSeparator: z.string(),
  weightUnit: z.string(),
  weightPrecision: z.number(),
  weightGroupSeparator: z.string(),
  weightDecimalSeparator: z.string(),
  dimensionsUnit: z.string(),
  volumeUnit: z.string(),
  defaultLanguage: z.string(),
  languages: z.array(z.string()),
  /** Null when the key may not read it. */
  maxProducts: z.number().nullable(),
  /** False: the store refuses a SKU that another product or variation has. */
  allowsDuplicateSku: z.boolean(),
  automaticTax: z.boolean(),
  taxes: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      enabled: z.boolean(),
      appliedByDefault: z.boolean(),
      rate: z.number(),
    }),
  ),
  shippingMethods: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type StoreProfile = z.infer<typeof storeProfileSchema>

export type Category = {
  id: number
  /** 0 = root level. */
  parentId: number
  name: string
  enabled: boolean
  orderBy: number
  /** What one made here was called before the store gave it an id: a form that is open still calls it so. */
  madeAs?: number
  /** Value for pictureSrc(), of one that has a picture. */
  thumbnail?: string
  /** The languages of the store in which one of its texts says nothing, if any. */
  untranslated?: readonly string[]
}

/** Ecwid's "product class". Id 0 is the General type that every store has. */
export type ProductType = {
  id: number
  name: string
  attributes: ProductTypeAttribute[]
  /** As of a category. */
  madeAs?: number
}

export type ProductTypeAttribute = {
  id: number
  name: string
  /** Open list: CUSTOM, UPC, BRAND, PRICE_PER_UNIT, ... */
  type: string
  show: string
}

/** How the local copy stands towards the store. */
export type SyncStatus = {
  phase: 'never' | 'pulling' | 'paused' | 'idle' | 'failed'
  /** Full pull in progress or paused: how far. */
  done: number
  total: number
  /** Products a second, and seconds left; null while unknown. */
  rate: number | null
  secondsLeft: number | null
  /** UNIX ms of the last completed pull. */
  syncedAt: number | null
  /** Waiting because Ecwid asked to, until (UNIX ms). */
  waitingUntil: number | null
  /** Products that the store sent and that could not be taken in; the others are here. */
  setAside: number
  /** Why the last attempt ended, as a sentence; its code tells what to do. */
  problem: { code: string; message: string } | null
}

export const initialSyncStatus: SyncStatus = {
  phase: 'never',
  done: 0,
  total: 0,
  rate: null,
  secondsLeft: null,
  syncedAt: null,
  waitingUntil: null,
  setAside: 0,
  problem: null,
}

/** What a screen needs to know about an open store, in one answer. */
export type StoreSnapshot = {
  connectionId: string
  profile: StoreProfile | null
  categories: Category[]
  productTypes: ProductType[]
  productCount: number
  sync: SyncStatus
  newDefaults: NewDefaults
  /** Set when the database could not be opened and was set aside: a sentence, with the changes that were still waiting. */
  notice: string | null
}
