import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'

// Products of which an answer was not used, because they were written to while it was on its way. What else it told of them is asked for
// again by id: a write to their product type moves none of their times of change.

const key = 'passedOver'
const idsSchema = z.array(z.number())

/** Ecwid ids. */
export const passedOverIn = (catalogue: Catalogue): number[] => catalogue.meta.get(key, idsSchema) ?? []

/** Belongs into the transaction that took in the others of that answer. */
export function notePassedOver(catalogue: Catalogue, ids: readonly number[]): void {
  if (ids.length > 0) catalogue.meta.set(key, [...new Set([...passedOverIn(catalogue), ...ids])])
}

/** They are read now. Belongs into the transaction that takes them in. */
export function forgetPassedOver(catalogue: Catalogue, ids: readonly number[]): void {
  const read = new Set(ids)
  const left = passedOverIn(catalogue).filter((id) => !read.has(id))
  if (left.length > 0) catalogue.meta.set(key, left)
  else catalogue.meta.remove(key)
}
