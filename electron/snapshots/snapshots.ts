import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { keptForSchema, type SnapshotOccasion, type Snapshots, type SnapshotsKeptFor } from '../shared/snapshot'
import { createComparing } from './compare'
import { takeArchived, type Archived } from './take-archived'
import { takeSnapshot } from './take-snapshot'
import { writtenNow } from './thing-content'

type Parts = {
  connectionId: string
  catalogue: Catalogue
  now: () => number
  onChanged: (all: Snapshots) => void
  /** These pictures are no longer needed here. */
  giveBack: (hashes: readonly string[]) => void
  logError: (context: string, error: unknown) => void
}

const keptForKey = 'snapshots kept for'
const usually: SnapshotsKeptFor = 30
const dayMs = 24 * 3_600_000
const statesAtOnce = 500

/** How a store was: taken one after the other, kept for a time, and let go of in portions. */
export function createSnapshots(parts: Parts) {
  const { catalogue, connectionId, now } = parts
  const { snapshots } = catalogue
  const stopping = new AbortController()
  const { signal } = stopping
  const comparing = createComparing(catalogue, signal)
  let last: Promise<unknown> = Promise.resolve()
  let taking: Snapshots['taking'] = null
  /** Of each that is asked for and not taken yet: how things were. */
  const asked = new Set<Map<number, string | null>>()

  const keptFor = (): SnapshotsKeptFor => {
    const known = catalogue.meta.get(keptForKey, keptForSchema)
    return known === undefined ? usually : known
  }

  const all = (): Snapshots => ({ connectionId, list: snapshots.all(), keptFor: keptFor(), taking })

  const tell = (): void => {
    if (!signal.aborted) parts.onChanged(all())
  }

  /** Of this store as it was here: an archive may be of any time. */
  const newestTaken = () => snapshots.all().find(({ occasion }) => occasion.code !== 'archive')

  /** After what was asked for before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }

  async function tidy(): Promise<void> {
    const days = keptFor()
    const newest = newestTaken()
    if (days !== null) {
      for (const { id, takenAt } of snapshots.all()) {
        if (id !== newest?.id && takenAt < now() - days * dayMs) snapshots.letGo(id)
      }
    }
    const pace = createPacer()
    for (const id of snapshots.unkept()) {
      const pictures = snapshots.pictures.of(id)
      while (!signal.aborted && catalogue.repeatable(() => snapshots.letGoSome(id, statesAtOnce))) await pace()
      parts.giveBack(pictures)
    }
    tell()
  }

  const onProgress = (done: number, total: number): void => {
    taking = { done, total }
    tell()
  }

  async function takeOver(occasion: SnapshotOccasion, archived: Archived): Promise<number> {
    try {
      await tidy()
      onProgress(0, archived.total)
      return await takeArchived({ catalogue, now, signal, onProgress }, occasion, archived)
    } finally {
      taking = null
      // What was read of one that is none goes again.
      await tidy()
    }
  }

  async function take(occasion: SnapshotOccasion, before: ReadonlyMap<number, string | null>, unlessSame = false) {
    try {
      // What a crash left half taken goes first.
      await tidy()
      if (signal.aborted) return
      onProgress(0, snapshots.unsnapped())
      await takeSnapshot({ catalogue, now, signal, onProgress, before }, occasion, { unlessSame })
    } finally {
      taking = null
      tell()
    }
    await tidy()
  }

  return {
    all,
    /** Of now; answers once it is there, or the store is closed. */
    take: (occasion: SnapshotOccasion): Promise<void> => {
      const before = new Map<number, string | null>()
      asked.add(before)
      return inTurn(() => take(occasion, before)).finally(() => asked.delete(before))
    },
    /** What one that is asked for holds of this thing is in it, so that the copies of its pictures are kept with it. */
    untilTaken: async (thingId: number): Promise<void> => {
      while ([...asked].some((before) => before.has(thingId))) await last
    },
    /** Of how the store was by an archive; its id. Throws what reading it throws: nothing is kept then. */
    takeArchived: (occasion: SnapshotOccasion, archived: Archived): Promise<number> =>
      inTurn(() => takeOver(occasion, archived)),
    /** What these are now is what those hold that are asked for: something else is written to them before they are taken. */
    lookFirst: (thingIds: readonly number[]): void => {
      for (const before of asked) {
        for (const id of thingIds) if (!before.has(id)) before.set(id, writtenNow(catalogue, id))
      }
    },
    /** The local copy is up to date: one is taken where the newest is a day old, or there is none, and something has changed since. */
    async daily(): Promise<void> {
      const newest = newestTaken()
      const isDue = !newest || Math.abs(now() - newest.takenAt) >= dayMs
      if (!isDue || taking !== null || snapshots.unsnapped() === 0) return
      await inTurn(() => take({ code: 'daily' }, new Map(), true)).catch((error: unknown) =>
        parts.logError('snapshots', error),
      )
    },
    compare: comparing.page,
    async remove(id: number): Promise<null> {
      snapshots.assertKept(id)
      snapshots.letGo(id)
      tell()
      await inTurn(tidy)
      return null
    },
    async keepFor(days: SnapshotsKeptFor): Promise<null> {
      catalogue.meta.set(keptForKey, days)
      await inTurn(tidy)
      return null
    },
    /** Ends between two slices. */
    async stop(): Promise<void> {
      stopping.abort()
      await last
    },
  }
}
export type SnapshotKeeping = ReturnType<typeof createSnapshots>
