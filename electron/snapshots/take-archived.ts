import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import type { Thing } from '../shared/change-address'
import { AppError } from '../shared/errors'
import { inPortions } from '../shared/in-portions'
import type { SnapshotOccasion } from '../shared/snapshot'
import { writtenNow } from './thing-content'

type Parts = {
  catalogue: Catalogue
  now: () => number
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
}

type Given = { thing: Thing; ecwidId: number }
type ArchivedThing = Given & { text: string }

/** How a store was, thing by thing, each as it is kept. `total`: how many things there are. */
export type Archived = { total: number; products: number; things: () => AsyncIterable<ArchivedThing> }

const thingsAtOnce = 25
const tellEvery = 500

/**
 * Takes a snapshot of what somebody else says that the store was, among the others. What is another than now is noted, so that the next
 * one has it again as it is. Its id.
 */
export async function takeArchived(
  { catalogue, now, signal, onProgress }: Parts,
  occasion: SnapshotOccasion,
  { total, products, things }: Archived,
): Promise<number> {
  const { snapshots } = catalogue
  /** What has an id of its own since. */
  const given: Given[] = []
  const idOf = localIds(catalogue, (one) => given.push(one))
  const pace = createPacer()
  const id = snapshots.begin(now(), occasion)
  const there = new Set<number>()

  const putAll = (some: readonly ArchivedThing[]): void =>
    // What a power cut takes back makes it none; the last transaction makes it last.
    catalogue.repeatable(() => {
      for (const { thing, ecwidId, text } of some) {
        const thingId = idOf(thing, ecwidId)
        there.add(thingId)
        put(thingId, text)
      }
    })

  function put(thingId: number, text: string | null): void {
    snapshots.put(id, thingId, text)
    if (writtenNow(catalogue, thingId) !== text) snapshots.note(thingId)
  }

  const goOn = async (): Promise<void> => {
    await pace()
    if (signal.aborted) throw new AppError('cancelled', 'The store was closed before all of the archive was read.')
  }

  try {
    for await (const some of inPortions(things(), thingsAtOnce)) {
      await goOn()
      putAll(some)
      if (there.size % tellEvery < thingsAtOnce) onProgress(there.size, total)
    }
    for (const thingId of snapshots.thingsAt(id)) {
      if (there.has(thingId)) continue
      await goOn()
      catalogue.repeatable(() => put(thingId, null))
    }
    catalogue.transaction(() => snapshots.finish(id, products))
  } catch (error) {
    await forgetAll(catalogue, given)
    throw error
  }
  return id
}

/** Nothing but what is not taken in the end was found by them. */
async function forgetAll({ repeatable, spareIds }: Catalogue, given: readonly Given[]): Promise<void> {
  const pace = createPacer()
  for (const { thing, ecwidId } of given) {
    repeatable(() => spareIds.forget(thing, ecwidId))
    await pace()
  }
}

/**
 * By what the store calls a thing, which may have been made anew since. What was deleted keeps the id under which an undo brings it back;
 * what nobody knows of has an id of its own, also once it came back.
 */
function localIds({ products, shelves, changes, spareIds }: Catalogue, onNew: (given: Given) => void) {
  const anew: Partial<Record<Thing, Map<number, number | null>>> = {}
  const deleted: Partial<Record<Thing, Map<number, number>>> = {}
  return (thing: Thing, ecwidId: number): number => {
    const table = thing === 'product' ? products : { findByEcwidId: (id: number) => shelves.findByEcwidId(thing, id) }
    const known = table.findByEcwidId(ecwidId) ?? (anew[thing] ??= changes.madeAnew(thing)).get(ecwidId)
    const once = known ?? spareIds.find(thing, ecwidId) ?? (deleted[thing] ??= changes.deletedAs(thing)).get(ecwidId)
    return once ?? spareIds.of(thing, ecwidId, () => onNew({ thing, ecwidId }))
  }
}
