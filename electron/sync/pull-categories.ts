import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import type { StoreStats } from '../ecwid/stats'
import { noteRegroupedRead, regroupedSoFar } from './regrouped'
import { mayHaveChanged, toldAtSchema } from './recent-stats'
import type { RecentWrites } from './recent-writes'
import { takeInShelves } from './take-in-shelves'

const key = 'seenCategories'
const seenSchema = z.object({
  categoriesUpdated: z.number().nullable(),
  productsUpdated: z.number().nullable(),
  serverTime: toldAtSchema,
  readAt: z.number(),
})

/** Should the store have rearranged a category without saying so, it is found after so long. */
const doubtMs = 3_600_000

type Parts = {
  catalogue: Catalogue
  ecwid: Pick<Ecwid, 'getCategories'>
  now: () => number
  writes: Pick<RecentWrites, 'since'>
  signal: AbortSignal
}

/**
 * Categories have no deltas, and those of a large store name every product: they are read whole, where something of them may
 * have moved. Belongs behind the products, which tell whose changes the store's times are about. True when anything changed here.
 */
export async function pullCategories(parts: Parts, stats: StoreStats): Promise<boolean> {
  const { catalogue, ecwid, now, writes, signal } = parts
  if (!mayHaveMoved(parts, stats)) return false
  const regrouped = regroupedSoFar(catalogue)
  const readAt = now()
  const categories = await ecwid.getCategories({ signal })
  return catalogue.transaction(() => {
    catalogue.meta.set(key, { ...seenSchema.omit({ readAt: true }).parse(stats), readAt })
    noteRegroupedRead(catalogue, regrouped)
    return takeInShelves(catalogue, 'category', { ...categories, passOver: writes.since(readAt) }, now())
  })
}

export const wereCategoriesRead = (catalogue: Catalogue): boolean => catalogue.meta.get(key, seenSchema) !== undefined

function mayHaveMoved({ catalogue, now }: Parts, stats: StoreStats): boolean {
  const seen = catalogue.meta.get(key, seenSchema)
  if (!seen) return true
  const moved = (name: 'categoriesUpdated' | 'productsUpdated') =>
    mayHaveChanged(stats[name], seen[name], seen.serverTime)
  if (moved('categoriesUpdated') || regroupedSoFar(catalogue) > 0) return true
  if (!moved('productsUpdated')) return false
  return !isKnown(catalogue, stats) || Math.abs(now() - seen.readAt) > doubtMs
}

/** The time is that of a product which is here as it was left then: this person's own writes move it as well. */
const isKnown = ({ products }: Catalogue, { productsUpdated, categoriesUpdated }: StoreStats): boolean =>
  productsUpdated !== null &&
  (productsUpdated === categoriesUpdated || products.newestUpdate() * 1000 >= productsUpdated)
