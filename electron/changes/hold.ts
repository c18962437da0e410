import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { reindexProduct } from './reindex'

const holdAllKey = 'holdAll'

/** Whether the whole queue of this store is kept back by its owner; remembered over restarts. */
export const isAllHeld = (catalogue: Catalogue): boolean => catalogue.meta.get(holdAllKey, z.boolean()) ?? false

export function holdAll(catalogue: Catalogue, hold: boolean): void {
  catalogue.meta.set(holdAllKey, hold)
}

/** Keeps back what waits of a set, or lets it go again. Returns the products concerned. */
export function holdSet(catalogue: Catalogue, setId: number, hold: boolean): number[] {
  return catalogue.transaction(() => {
    catalogue.changes.hold(setId, hold)
    const productIds = [...new Set(catalogue.changes.ofSet(setId).map(({ productId }) => productId))]
    for (const productId of productIds) reindexProduct(catalogue, productId)
    return productIds
  })
}
