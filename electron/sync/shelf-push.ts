import { goneReason, isGoneAnswer } from '../changes/gone-reason'
import { recordByOthers } from '../changes/store-history'
import { reindexShelf } from '../changes/shelves'
import type { CallOptions } from '../ecwid/call-options'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { isEqual } from '../shared/fields/equal'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import type { RemoteShelf } from '../shared/remote-shelf'
import { says } from '../shared/sentence'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import { shelfCalls } from './shelf-calls'
import { takeInShelf } from './take-in-shelves'
import { createThingPush, readHoldsMs } from './thing-push'

/** How long changes rest again while others are to go before them. */
const goesFirstWithinMs = 1_000

/** One category or product type while its changes are sent: reads and writes of its rows, each in a transaction with the list. */
export function createShelfPush(parts: PushParts, id: number, thing: ShelfThing) {
  const { catalogue, ecwid, now } = parts
  const calls = shelfCalls(ecwid, thing, () => catalogue.languages())
  /** What the store has answered, and what became of it is not known yet. */
  const answered = new Set<number>()
  /** As it was read for what is written next; null: that was not planned from a read. */
  let read: { shelf: RemoteShelf; at: number } | null = null
  const push = createThingPush(parts, {
    id,
    thing,
    open: () => catalogue.changes.openOf(thing, id),
    reindex: () => reindexShelf(catalogue, id),
    onClaim: () => leaveRead(read),
    // An answer to an older question must not be shown over it.
    onSent(_, settle) {
      settle()
      parts.writes.note(id)
    },
  })

  /** It is written to, from what was read then. */
  function leaveRead(planned: typeof read): void {
    if (planned !== null && Math.abs(now() - planned.at) > readHoldsMs) throw new PlanAnew()
    read = null
  }

  const knownEcwidId = (): number | null => catalogue.shelves.get(id)?.ecwidId ?? null

  function ecwidId(): number {
    const known = knownEcwidId()
    if (known === null) throw new AppError('not-found', goneReason.sentence, goneReason)
    return known
  }

  /** Keeps it as the store sent it. Belongs into a write. */
  const keep = (shelf: RemoteShelf): void => void catalogue.shelves.putRemote(thing, shelf)

  /** What others made of it is history then. */
  async function readNow(): Promise<RemoteShelf> {
    try {
      const shelf = await calls.read(ecwidId())
      const at = now()
      if (!isEqual(catalogue.shelves.get(id)?.remote, shelf)) {
        push.write(() => recordByOthers(catalogue, takeInShelf(catalogue, thing, shelf, at)))
      }
      read = { shelf, at }
      return shelf
    } catch (error) {
      if (!isGoneAnswer(error)) throw error
      throw new AppError('not-found', says('shelf-deleted-in-store'), { storeCode: goneReason.storeCode, cause: error })
    }
  }

  /** Read now, and kept. */
  async function refresh(): Promise<RemoteShelf> {
    const shelf = await readNow()
    push.write(() => keep(shelf))
    return shelf
  }

  return {
    ...push,
    thing,
    id,
    calls,
    /** Null: the store does not have it yet. */
    knownEcwidId,
    ecwidId,
    isInStore: (): boolean => knownEcwidId() !== null,
    keep,
    readNow,
    refresh,
    /** As it was read last, unless it was written to since, or that was too long ago. */
    fresh: async (): Promise<RemoteShelf> =>
      read && Math.abs(now() - read.at) < readHoldsMs / 2 ? read.shelf : refresh(),
    /** The answer to a write showed it as well. */
    noteShown: (shelf: RemoteShelf): void => void (read = { shelf, at: now() }),
    /** For requests that go on from what was read last with changes that are on the wire already. Too late, they are planned anew. */
    goingOn(): Pick<CallOptions, 'onTurn'> {
      const planned = read
      return { onTurn: () => leaveRead(planned) }
    },
    noteAnswered(changes: readonly ChangeRecord[]): void {
      for (const change of changes) answered.add(change.id)
    },
    wasAnswered: (changeId: number): boolean => answered.has(changeId),
    /** Something is to go before them. */
    restAgain: (changes: readonly ChangeRecord[]): void =>
      push.write(() => {
        for (const change of changes) catalogue.changes.update(change.id, { retryAt: now() + goesFirstWithinMs })
      }),
  }
}
export type ShelfPush = ReturnType<typeof createShelfPush>

/** Gone already is what was wanted. */
export function goneOr(error: unknown): undefined {
  if (!isGoneAnswer(error)) throw error
}
