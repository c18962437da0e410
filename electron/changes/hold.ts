import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { isShelf, reindexThing } from './reindex-thing'

const holdAllKey = 'holdAll'

/** Whether the whole queue of this store is kept back by its owner; remembered over restarts. */
export const isAllHeld = (catalogue: Catalogue): boolean => catalogue.meta.get(holdAllKey, z.boolean()) ?? false

export function holdAll(catalogue: Catalogue, hold: boolean): void {
  catalogue.meta.set(holdAllKey, hold)
}

/** Keeps back what waits of a set, or lets it go again. Returns the local ids of the things concerned. */
export function holdSet(catalogue: Catalogue, setId: number, hold: boolean): number[] {
  // A thing looks the same in the list whether its changes wait or are held.
  return catalogue.transaction(() => {
    catalogue.changes.hold(setId, hold)
    const ids = catalogue.changes.idsOf(setId)
    // The delete of a category waits for what is below it.
    for (const id of ids) if (isShelf(id)) reindexThing(catalogue, id)
    return ids
  })
}

/** Whether some of a set is kept back, or will be once what is on the wire of it did not arrive. */
export const isHeldByOwner = ({ changes }: Catalogue, setId: number): boolean =>
  changes.isHeldOnItsWay(setId) || changes.outlineOf(setId).some(({ state }) => state === 'held')
