import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { StoreProduct } from '../ecwid/store-product'

const key = 'setAside'
const idsSchema = z.array(z.number())
const namelessKey = 'setAsideWithoutId'

/** Ecwid ids of products that the store sent and that could not be taken in. */
export const setAsideIn = (catalogue: Catalogue): number[] => catalogue.meta.get(key, idsSchema) ?? []

/** How many products came of which not even the id can be read. */
export const namelessIn = (catalogue: Catalogue): number => catalogue.meta.get(namelessKey, z.number()) ?? 0

export const countSetAside = (catalogue: Catalogue): number => setAsideIn(catalogue).length + namelessIn(catalogue)

/** Of these products, `failed` could not be taken in; the others are here. Belongs into the transaction that took them in. */
export function noteSetAside(catalogue: Catalogue, products: readonly StoreProduct[], failed: readonly number[]): void {
  const before = setAsideIn(catalogue)
  if (before.length === 0 && failed.length === 0) return
  const tried = new Set(products.map(({ product }) => product.id))
  write(catalogue, [...before.filter((id) => !tried.has(id)), ...failed])
}

/** Products that came and cannot be read: what is here of them stays. `nameless`: how many there are in all. */
export function noteUnread(catalogue: Catalogue, ids: readonly number[], nameless: number): void {
  if (ids.length > 0) write(catalogue, [...new Set([...setAsideIn(catalogue), ...ids])])
  if (nameless !== namelessIn(catalogue)) catalogue.meta.set(namelessKey, nameless)
}

/** These are gone from the store. */
export function forgetSetAside(catalogue: Catalogue, ids: readonly number[]): void {
  const before = setAsideIn(catalogue)
  const gone = new Set(ids)
  if (before.some((id) => gone.has(id)))
    write(
      catalogue,
      before.filter((id) => !gone.has(id)),
    )
}

function write(catalogue: Catalogue, ids: readonly number[]): void {
  if (ids.length > 0) catalogue.meta.set(key, ids)
  else catalogue.meta.remove(key)
}
