import type { Ecwid } from '../ecwid/ecwid'
import type { StoreProduct } from '../ecwid/store-product'

/** As the store had it when its answer came, at `at` (UNIX ms of this device). */
export type Read = StoreProduct & { at: number }

/** What was read ahead is used within so long; its write is on its way before the read expires. */
const usableMs = 5_000
/** As many as are written in that time at the pace the store allows. */
const most = 50
const fewest = 5
/** On a line this slow, who needs one product must not wait for many. */
const slowMs = 2_000

type Batch = Promise<ReadonlyMap<number, Read>>
type Parts = { ecwid: Pick<Ecwid, 'getProduct' | 'getProducts'>; now: () => number }
/** Ecwid ids of products whose turn comes next, none of them under way. */
type Next = (limit: number) => number[]

/**
 * Reads products right before their writes, many in one request: those that ask now, and those whose turn comes `next` in the
 * lane of who asks. How many that are depends on how many of the last were used in time.
 */
export function createReadAhead({ ecwid, now }: Parts) {
  const kept = new Map<number, Read>()
  const reading = new Map<number, Batch>()
  /** Of those being read: who asked has them, or they are written to. */
  const notKept = new Set<number>()
  let gathering: Batch | null = null
  let ahead = fewest

  const isUsable = ({ at }: Read) => Math.abs(now() - at) < usableMs

  async function readTogether(next: Next): Promise<ReadonlyMap<number, Read>> {
    // Those that are started together ask in the same turn.
    await Promise.resolve()
    const batch = gathering
    gathering = null
    adapt()
    const coming = [...reading.values()].filter((its) => its !== batch).length
    const room = Math.max(0, ahead - kept.size - coming)
    const more = next(room + kept.size + reading.size).filter((id) => !kept.has(id) && !reading.has(id))
    for (const id of more.slice(0, room)) if (batch) reading.set(id, batch)
    const ids = [...reading].flatMap(([id, its]) => (its === batch ? [id] : []))
    try {
      return await request(ids)
    } finally {
      for (const id of ids) {
        reading.delete(id)
        notKept.delete(id)
      }
    }
  }

  async function request(ids: readonly number[]): Promise<ReadonlyMap<number, Read>> {
    const start = now()
    const [only] = ids
    const items =
      ids.length === 1 && only !== undefined
        ? [await ecwid.getProduct(only)]
        : (await ecwid.getProducts([...ids], { priority: 'push' })).items
    const at = now()
    if (at - start > slowMs) ahead = Math.max(fewest, Math.floor(ahead / 2))
    const found = new Map(items.map((item) => [item.product.id, { ...item, at }]))
    for (const [id, read] of found) if (!notKept.has(id)) kept.set(id, read)
    return found
  }

  /** What was not used in time was too much; where all of it was, there may be more. */
  function adapt(): void {
    const late = [...kept].filter(([, read]) => !isUsable(read))
    for (const [id] of late) kept.delete(id)
    ahead = late.length > 0 ? Math.max(fewest, ahead - late.length) : Math.min(most, ahead * 2)
  }

  async function readOne(ecwidId: number): Promise<Read> {
    return { ...(await ecwid.getProduct(ecwidId)), at: now() }
  }

  return (next: Next) => ({
    /** It is written to: what was read before tells nothing any more. */
    forget(ecwidId: number): void {
      kept.delete(ecwidId)
      if (reading.has(ecwidId)) notKept.add(ecwidId)
    },
    /** The product as it is now, and nobody else is read with it. */
    readOne,
    /** The product as the store had it moments ago; code 'not-found' when it is gone. */
    async read(ecwidId: number): Promise<Read> {
      const before = kept.get(ecwidId)
      kept.delete(ecwidId)
      if (before && isUsable(before)) return before
      notKept.add(ecwidId)
      if (!reading.has(ecwidId)) reading.set(ecwidId, (gathering ??= readTogether(next)))
      const read = (await reading.get(ecwidId))?.get(ecwidId)
      // Only its own answer proves that a product is gone.
      return read ?? readOne(ecwidId)
    },
  })
}
export type ReadAhead = ReturnType<ReturnType<typeof createReadAhead>>
