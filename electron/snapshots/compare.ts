import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import type { Thing } from '../shared/change-address'
import { AppError } from '../shared/errors'
import type { ComparedThing, Comparison } from '../shared/snapshot'
import type { Things } from '../shared/words/counts'
import { compareThing } from './compare-thing'
import { inNamesOfNow } from './names-of-now'
import { createShelfNames, type ShelfNames } from './shelf-names'
import { contentNow, contentThen, type Content } from './thing-content'

type Page = { snapshotId: number; offset: number; limit: number }

/** What differs between a snapshot and now, thing by thing. */
export function createComparing(catalogue: Catalogue, signal: AbortSignal) {
  let asked = 0
  let known: { snapshotId: number; names: ShelfNames; ids: number[]; tally: Comparison['tally'] } | null = null

  function compared(snapshotId: number, names: ShelfNames, id: number): ComparedThing | null {
    const now = contentNow(catalogue, id)
    const then = calledAsNow(id, names, contentThen(catalogue, snapshotId, id), now)
    const found = compareThing(then, now, { languages: catalogue.languages(), nameNow: names.nameNow })
    return found && { id, ...found }
  }

  function calledAsNow(id: number, names: ShelfNames, then: Content | null, now: Content | null): Content | null {
    if (then?.thing !== 'product' || now?.thing !== 'product') return then
    return { ...then, is: inNamesOfNow(catalogue, id, { was: names.inProduct(then.is), now: now.is }) }
  }

  /** Only what may be another is looked at, some at a time. */
  async function look(snapshotId: number) {
    catalogue.snapshots.assertKept(snapshotId)
    const turn = ++asked
    const pace = createPacer()
    const names = createShelfNames(catalogue, snapshotId)
    await names.ready()
    const tally = { changed: none(), new: none(), gone: none(), goBack: 0 }
    const ids: number[] = []
    for (const id of catalogue.snapshots.changedAfter(snapshotId)) {
      if (turn !== asked || signal.aborted) throw new AppError('cancelled', 'Something else was asked for.')
      const found = compared(snapshotId, names, id)
      if (found) {
        ids.push(id)
        count(tally[found.became], found.thing)
        if (found.goesBack) tally.goBack += 1
      }
      await pace()
    }
    return { snapshotId, names, ids, tally }
  }

  return {
    /** The first page looks anew at all of it; a newer question ends an older one. */
    page: async ({ snapshotId, offset, limit }: Page): Promise<Comparison> => {
      if (offset === 0 || known?.snapshotId !== snapshotId) known = await look(snapshotId)
      const { names, ids, tally } = known
      const things = ids.slice(offset, offset + limit).flatMap((id) => compared(snapshotId, names, id) ?? [])
      return { total: ids.length, tally, things, called: names.calledAll() }
    },
  }
}

const none = (): Required<Things> => ({ products: 0, categories: 0, productTypes: 0 })

function count(things: Required<Things>, thing: Thing): void {
  things.products += 1
  if (thing === 'category') things.categories += 1
  if (thing === 'productType') things.productTypes += 1
}
