import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import { writeSet, type NewSet } from './write-set'

export type Applied = { changeSetId: number | null; productIds: number[] }

/** Plans the operations and stores them as one change set, queue entry and list row in the same transaction. */
export function applyOperations(
  catalogue: Catalogue,
  now: number,
  { operations, ...set }: NewSet & { operations: readonly Operation[] },
): Applied {
  return catalogue.transaction(() => {
    const written = writeSet(catalogue, now, set)
    written.ask(operations)
    return { changeSetId: written.id(), productIds: written.productIds() }
  })
}
