import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { StoreProduct } from '../ecwid/store-product'

const key = 'setAside'
const idsSchema = z.array(z.number())

/** Ecwid ids of products that the store sent and that could not be taken in. */
export const setAsideIn = (catalogue: Catalogue): number[] => catalogue.meta.get(key, idsSchema) ?? []

/** Of these products, `failed` could not be taken in; the others are here. Belongs into the transaction that took them in. */
export function noteSetAside(catalogue: Catalogue, products: readonly StoreProduct[], failed: readonly number[]): void {
  const before = setAsideIn(catalogue)
  if (before.length === 0 && failed.length === 0) return
  const tried = new Set(products.map(({ product }) => product.id))
  const now = [...before.filter((id) => !tried.has(id)), ...failed]
  if (now.length > 0) catalogue.meta.set(key, now)
  else catalogue.meta.remove(key)
}
