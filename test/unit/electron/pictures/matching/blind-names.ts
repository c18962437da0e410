/**
 * What a careful person says about a file name:
 * sure: it goes there. open: there or nowhere. doubtful: several readings, somebody has to look.
 * unsure: never by itself, offered or not. nothing: belongs to nothing.
 */
export type Verdict = 'sure' | 'open' | 'doubtful' | 'unsure' | 'nothing'

export type BlindProduct = {
  key: string
  name: string
  sku: string
  variations: string[]
  options: string[]
  upcs: string[]
  ecwidId: number | null
  slugs: string[]
  fileNames: string[]
}

/** The target is the key of a product; `key > SKU` one of its variations, `key > *` the product or any of its variations. */
export type BlindName = { path: string; verdict: Verdict; target: string | null }

export type BlindShop = {
  title: string
  products: BlindProduct[]
  names: BlindName[]
  /** Files of one product, in the order a person would show them. */
  orders: string[][]
}

export function item(key: string, name: string, sku: string, more: Partial<BlindProduct> = {}): BlindProduct {
  const none = { variations: [], options: [], upcs: [], ecwidId: null, slugs: [], fileNames: [] }
  return { ...none, ...more, key, name, sku }
}

const judged =
  (verdict: Verdict) =>
  (target: string, ...paths: string[]): BlindName[] =>
    paths.map((path) => ({ path, verdict, target }))

const untold =
  (verdict: Verdict) =>
  (...paths: string[]): BlindName[] =>
    paths.map((path) => ({ path, verdict, target: null }))

export const sure = judged('sure')
export const open = judged('open')
export const doubtful = untold('doubtful')
export const unsure = untold('unsure')
export const nothing = untold('nothing')
