import type { Catalogue } from '../catalogue/catalogue'
import { grow } from '../changes/grow'
import type { SnapshotOccasion } from '../shared/snapshot'
import { writtenNow } from './thing-content'

type Parts = {
  catalogue: Catalogue
  now: () => number
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
  /** How things were that were changed since by what it is taken before; it may grow meanwhile. */
  before: ReadonlyMap<number, string | null>
}

const thingsAtOnce = 100

/**
 * Takes a snapshot: looks at what may have changed since the newest, some at a time, and everything else has its turn in between. What is
 * edited meanwhile is in it as it was or as it is. `unlessSame`: none is kept where nothing is another. False: it was not taken.
 */
export async function takeSnapshot(
  { catalogue, now, signal, onProgress, before }: Parts,
  occasion: SnapshotOccasion,
  { unlessSame = false }: { unlessSame?: boolean } = {},
): Promise<boolean> {
  const { snapshots } = catalogue
  const total = snapshots.unsnapped()
  const id = snapshots.begin(now(), occasion)
  let [done, changed, upTo] = [0, 0, Number.MIN_SAFE_INTEGER]
  const isWhole = await grow({
    catalogue,
    signal,
    isWanted: () => true,
    next: () => snapshots.unsnappedAfter(upTo, thingsAtOnce),
    write(thingId) {
      const known = before.get(thingId)
      if (snapshots.put(id, thingId, known === undefined ? writtenNow(catalogue, thingId) : known)) changed += 1
      // It is another by now, for the next one.
      if (known !== undefined) snapshots.note(thingId)
      upTo = thingId
      done += 1
      return [thingId]
    },
    tell: () => onProgress(done, total),
    // What a power cut takes back has to be looked at again; the last transaction makes it last.
    commit: catalogue.repeatable,
  })
  if (!isWhole) return false
  if (unlessSame && changed === 0) snapshots.letGo(id)
  else catalogue.transaction(() => snapshots.finish(id, catalogue.products.count()))
  return true
}
