import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { AppError } from '../shared/errors'
import type { ComparedThing, Comparison } from '../shared/snapshot'
import { compareThing } from './compare-thing'
import { contentNow, contentThen } from './thing-content'

type Page = { snapshotId: number; offset: number; limit: number }

/** What differs between a snapshot and now, thing by thing. */
export function createComparing(catalogue: Catalogue, signal: AbortSignal) {
  let asked = 0
  let known: { snapshotId: number; ids: number[]; tally: Comparison['tally'] } | null = null

  function compared(snapshotId: number, id: number): ComparedThing | null {
    const [then, now] = [contentThen(catalogue, snapshotId, id), contentNow(catalogue, id)]
    const found = compareThing(then, now, catalogue.languages())
    return found && { id, ...found }
  }

  /** Only what may be another is looked at, some at a time. */
  async function look(snapshotId: number) {
    catalogue.snapshots.assertKept(snapshotId)
    const turn = ++asked
    const pace = createPacer()
    const tally = { changed: 0, new: 0, gone: 0, newProducts: 0 }
    const ids: number[] = []
    for (const id of catalogue.snapshots.changedAfter(snapshotId)) {
      if (turn !== asked || signal.aborted) throw new AppError('cancelled', 'Something else was asked for.')
      const found = compared(snapshotId, id)
      if (found) {
        ids.push(id)
        tally[found.became] += 1
        if (found.became === 'new' && found.thing === 'product') tally.newProducts += 1
      }
      await pace()
    }
    return { snapshotId, ids, tally }
  }

  return {
    /** The first page looks anew at all of it; a newer question ends an older one. */
    page: async ({ snapshotId, offset, limit }: Page): Promise<Comparison> => {
      if (offset === 0 || known?.snapshotId !== snapshotId) known = await look(snapshotId)
      const { ids, tally } = known
      const things = ids.slice(offset, offset + limit).flatMap((id) => compared(snapshotId, id) ?? [])
      return { total: ids.length, tally, things }
    },
  }
}
