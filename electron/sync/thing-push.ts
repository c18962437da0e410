import type { Catalogue } from '../catalogue/catalogue'
import { isHalfSent } from '../changes/half-sent'
import { sayOpenInNamesOf, withNames } from '../changes/open-in-names-of'
import { isEqual } from '../shared/fields/equal'
import type { CallOptions } from '../ecwid/call-options'
import type { ThingRef } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, type Reason } from '../shared/errors'
import type { Sentence } from '../shared/sentence'
import { PlanAnew } from './plan-anew'

export type Token = ChangeRecord['token']
export type Claim = {
  changes: readonly ChangeRecord[]
  /** What the store has now, for changes whose repetition would count twice. */
  tokenOf?: (change: ChangeRecord) => Token | undefined
  /** It does not depend on what the thing was when it was read. */
  unread?: boolean
  /** When the read was that it was planned from (UNIX ms), where others have gone since. */
  readAt?: number
}

/**
 * A read is good for so long: what is written from it later could overwrite what others did since. Requests wait their turn
 * for a second or two; only a pause of the store, sleep or a bad line make it longer.
 */
export const readHoldsMs = 10_000

function assertYoung(readAt: number, now: number): void {
  if (Math.abs(now - readAt) > readHoldsMs) throw new PlanAnew()
}

type Parts = {
  catalogue: Catalogue
  now: () => number
  /** False: the queue is kept back by its owner, or the store is being closed. */
  mayGo: () => boolean
  onChanged: (ids: number[]) => void
}

/** What is special about the thing: its list, and what it means that it is written to. */
type Own = ThingRef & {
  open: () => ChangeRecord[]
  reindex: () => void
  /** Right before a request; throws where it must not go. Belongs into a transaction. */
  onClaim: (claim: Claim) => void
  /** They are in the store; `settle` says so of their rows. Belongs into a transaction. */
  onSent: (changes: readonly ChangeRecord[], settle: () => void) => void
}

/** The changes of one thing while they are sent: reads and writes of their rows, each in a transaction with the list. */
export function createThingPush({ catalogue, now, mayGo, onChanged }: Parts, own: Own) {
  const { thing, id, open, reindex, onClaim } = own
  const inDoubt = new Set<number>()
  const tried = new Set<number>()

  /** Runs writes to these changes, brings list and search in line, and tells. */
  function write(work: () => void, within: Catalogue['transaction'] = catalogue.transaction): void {
    within(() => {
      work()
      catalogue.changes.restHeld(id)
      reindex()
    })
    onChanged([id])
  }

  /** What may go now: in order, so nothing from one on that its owner holds back or has just decided. */
  function sendable(): ChangeRecord[] {
    const from = restsFrom()
    return open().filter((change) => change.id < from && isFree(change))
  }

  /** One of them. What waits with it is not looked at: that may be hundreds of pictures, and each of them asks. */
  function sendableOne(changeId: number, from = restsFrom()): ChangeRecord | undefined {
    const change = catalogue.changes.get(changeId)
    return change?.thing === thing && change.productId === id && change.id < from && isFree(change) ? change : undefined
  }

  /** The first that is kept back, or was just decided: what follows waits with it. */
  const restsFrom = (): number => catalogue.changes.firstResting({ thing, id }, now()) ?? Infinity

  /** What was planned still holds: nothing of it was taken back, held or edited meanwhile. Else it is planned anew. */
  function assertUnmoved(changes: readonly ChangeRecord[]): void {
    const from = restsFrom()
    for (const { id: changeId, state, key, before, after } of changes) {
      const current = sendableOne(changeId, from)
      const isSame = current?.state === state && current.key === key && isEqual(current.before, before)
      if (!isSame || !isEqual(current.after, after)) throw new PlanAnew()
    }
  }

  function assertMayGo({ changes, readAt }: Claim): void {
    if (!mayGo()) throw new AppError('cancelled', 'The queue is kept back.')
    assertUnmoved(changes)
    if (readAt !== undefined) assertYoung(readAt, now())
  }

  /**
   * Held while they were on the wire, and known by now not to have arrived: they rest instead of going again. Throws then. In front of the
   * transaction that claims them, because it is to last.
   */
  function restHeld({ changes }: Claim): void {
    const held = changes.flatMap((change) => {
      const { state, token } = catalogue.changes.get(change.id) ?? {}
      return state === 'unknown' && token?.isHeld && !isHalfSent(change) ? [{ id: change.id, token }] : []
    })
    if (held.length === 0) return
    write(() => {
      for (const each of held) catalogue.changes.update(each.id, { state: 'waiting', token: each.token })
    })
    throw new PlanAnew()
  }

  /** From here on these are on the wire. Belongs right before their request, into one transaction. */
  function noteClaim(claim: Claim): void {
    const { changes, tokenOf } = claim
    assertMayGo(claim)
    onClaim(claim)
    for (const change of changes) {
      tried.add(change.id)
      if (change.state === 'unknown' || isHalfSent(change)) inDoubt.add(change.id)
      const token = tokenOf?.(change)
      const sending = { state: 'sending', attempts: change.attempts + 1, reason: null } as const
      catalogue.changes.update(
        change.id,
        token === undefined ? sending : { ...sending, token: withNames(change, token) },
      )
    }
  }

  /** They are in the store, with what that means for the copy here. */
  function noteSent(changes: readonly ChangeRecord[], alongside: () => unknown): void {
    own.onSent(changes, () => {
      const sent = { state: 'sent', sentAt: now(), reason: null, retryAt: null, theirs: null } as const
      for (const change of changes) catalogue.changes.update(change.id, sent)
      sayOpenInNamesOf(catalogue, changes)
      alongside()
    })
  }

  return {
    open,
    write,
    sendable,
    sendableOne,
    restHeld,
    noteClaim,
    noteSent,
    assertUnmoved,
    assertMayGo,
    /** Whether a change's earlier answer was lost when this sending began. */
    wasInDoubt: (changeId: number): boolean => inDoubt.has(changeId),

    /** For a request that is about these changes: they are on the wire from its turn on, or are planned anew. */
    claiming: (claim: Claim): Pick<CallOptions, 'onTurn'> => ({
      onTurn: () => (restHeld(claim), write(() => noteClaim(claim))),
    }),

    /** They go on from a request of theirs that is in the store already: one more try, however often this sending plans it anew. */
    noteGoingOn(claim: Claim): void {
      write(() => {
        assertMayGo(claim)
        onClaim(claim)
        for (const { id: changeId, attempts } of claim.changes) {
          inDoubt.add(changeId)
          if (!tried.has(changeId)) catalogue.changes.update(changeId, { attempts: attempts + 1 })
          tried.add(changeId)
        }
      })
    },

    /** What goes on from here is planned anew: what has arrived of those on the wire is looked up first. */
    noteHalfway(changes: readonly ChangeRecord[]): void {
      const begun = open().filter(
        ({ id: one, state }) => state === 'sending' && changes.some((each) => each.id === one),
      )
      if (begun.length === 0) return
      write(() => {
        for (const change of begun) catalogue.changes.update(change.id, { state: 'unknown' })
      })
    },

    /** What an undo needs is known by now; where the change was not left alone meanwhile, it is planned anew. The change as it is then. */
    keepBefore(change: ChangeRecord, before: unknown): ChangeRecord {
      write(() => {
        assertUnmoved([change])
        catalogue.changes.update(change.id, { before })
      })
      return { ...change, before }
    },

    /** As they are already, without a request: nothing has claimed them, and their owner may have acted since they were read. */
    markFound: (changes: readonly ChangeRecord[], alongside: () => unknown = () => {}): void =>
      write(() => {
        assertUnmoved(changes)
        noteSent(changes, alongside)
      }),

    /** What was in doubt is known not to have arrived: it waits like any other. */
    markMissing: (changes: readonly ChangeRecord[]): void =>
      write(() => {
        assertUnmoved(changes)
        for (const change of changes) {
          const isHeld = catalogue.changes.get(change.id)?.token?.isHeld
          catalogue.changes.update(change.id, {
            state: 'waiting',
            token: withNames(change, isHeld ? { isHeld } : null),
          })
        }
      }),

    /** Their request was answered, and what it made is gone again: they go once more. */
    waitAnew: (changes: readonly ChangeRecord[]): void =>
      write(() => {
        for (const change of changes) {
          catalogue.changes.update(change.id, { state: 'waiting', token: withNames(change, null) })
        }
      }),

    /** Their request was answered. */
    markSent: (changes: readonly ChangeRecord[], alongside: () => unknown = () => {}): void =>
      write(() => noteSent(changes, alongside)),

    /** Kept with the reason why it cannot go. */
    refuse: (changes: readonly ChangeRecord[], reason: Reason, token?: Token): void =>
      write(() => {
        assertUnmoved(changes)
        for (const change of changes) {
          const more = token === undefined ? {} : { token: withNames(change, token) }
          catalogue.changes.update(change.id, { state: 'refused', reason, retryAt: null, ...more })
        }
      }),

    /** Both sides changed it, or it cannot be known: its owner decides. */
    ask: (changes: readonly ChangeRecord[], theirs: unknown, sentence: Sentence): void =>
      write(() => {
        assertUnmoved(changes)
        for (const change of changes) {
          const reason: Reason = { code: 'conflict', sentence }
          // What was decided before was something else.
          catalogue.changes.update(change.id, { state: 'conflict', theirs, reason, retryAt: null, decision: null })
        }
      }),
  }
}
const isFree = ({ state, waitsFor }: ChangeRecord): boolean =>
  (state === 'waiting' || state === 'unknown') && waitsFor === null

export type ThingPush = ReturnType<typeof createThingPush>
