import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, isDelete, setsThis, type Act } from '../shared/change-address'
import { productFields } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'

// Products that came into a category of the store or left it, since its categories were read: those name their products.

const key = 'regrouped'

/** How many times that was noted. */
export const regroupedSoFar = (catalogue: Catalogue): number => catalogue.meta.get(key, z.number()) ?? 0

/** What was noted until then is in the categories that were read. */
export function noteRegroupedRead(catalogue: Catalogue, known: number): void {
  if (known > 0 && regroupedSoFar(catalogue) === known) catalogue.meta.remove(key)
}

export const noteRegrouped = (catalogue: Catalogue): void => catalogue.meta.set(key, regroupedSoFar(catalogue) + 1)

/** `before` undefined: it was not here. */
export function isRegrouped(before: RemoteProduct | undefined, after: RemoteProduct): boolean {
  const { json, kind } = productFields.categoryIds
  return !kind.isSame(before ? json.get(before) : [], json.get(after))
}

/** Whether what was sent moves a product between categories. */
export const regroups = (act: Act): boolean => isCreate(act) || isDelete(act) || setsThis(act, 'categoryIds')
