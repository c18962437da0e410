import { createClockWatch } from '../ecwid/clock-watch'
import { storageProblemOf } from '../catalogue/storage-error'
import { isHalfSent, withoutSteps } from '../changes/half-sent'
import { endGivenUp, mendByLater } from '../changes/mending'
import type { ThingRef } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, reasonOf, toErrorInfo, type ErrorInfo, type Reason } from '../shared/errors'
import { createConfirmations } from './confirmations'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import { backoffMs, outcomeOf } from './outcome'
import { createSlots } from './slots'
import { createReadAhead } from './read-ahead'
import type { After } from './schedule'
import type { Sender } from './sender'
import { createSender, sendThing } from './send-thing'
import { createSharedCommit } from './shared-commit'
import { says } from '../shared/sentence'

/**
 * Things sent side by side; the changes of one thing always go in order. Uploads have slots of their own: one more than
 * go at once, so that the next one is ready when the line is free.
 */
const slots = { quick: 4, pictures: 5 }
const uploadsAtOnce = 4
type Lane = keyof typeof slots

const nameOf = ({ thing, id }: ThingRef): string => `${thing} ${id}`

const plannedAtMost = 20
const slowRestMs = 5_000

/** A full disk or a locked database is tried again after this. */
const diskRestMs = 30_000

type Parts = Omit<PushParts, 'confirmations' | 'readAhead' | 'commit' | 'onWire' | 'mayGo'> & {
  /** Calls back after so many ms; returns what cancels it. */
  after: After
  /** The owner of the queue keeps all of it back. */
  isHeld: () => boolean
  /** Whether sending is paused, or blocked, has changed. */
  onState: () => void
  logError: (context: string, error: unknown) => void
}

/** Sends what waits, oldest thing first, until nothing is due; then sleeps until a change, a time or the network wakes it. */
export function createPush(given: Parts) {
  const running = new Map<string, Promise<void>>()
  const busy: Record<Lane, number> = { quick: 0, pictures: 0 }
  const confirmations = createConfirmations({ ...given, isBusy: () => !stopped && busy.quick + busy.pictures > 0 })
  const commit = createSharedCommit(given.catalogue.transaction)
  const mayGo = () => !stopped && !given.isHeld()
  const readAhead = createReadAhead({ ecwid: given.ecwid, now: given.now })
  const parts = { ...given, mayGo, confirmations, commit, onWire: createSlots(uploadsAtOnce) }
  const { catalogue, now, after } = parts
  let stopped = false
  let pausedUntil: number | null = null
  let failures = 0
  let blockedBy: ErrorInfo | null = null
  let noted = true
  const clockMoved = createClockWatch(now)
  let cancelTimer = () => {}

  function fill(): void {
    cancelTimer()
    noteClock()
    if (stopped || blockedBy || parts.isHeld()) return
    const wait = pausedUntil === null ? 0 : pausedUntil - now()
    if (wait > 0) return wakeIn(wait)
    if (!noted && running.size === 0 && !noteInterrupted()) return wakeIn(diskRestMs)
    if (pausedUntil !== null) pause(null)
    // One time for all three: what became due between two looks would be in neither.
    const at = now()
    fillLane('quick', at)
    fillLane('pictures', at)
    const next = catalogue.changes.nextDueAt(at)
    if (next !== null) wakeIn(next - at)
  }

  /** A clock that was set back must not put the queue to sleep: what rests goes on resting as long as it was meant to. */
  function noteClock(): void {
    const moved = clockMoved()
    if (moved === 0) return
    catalogue.changes.moveTimes(moved)
    if (pausedUntil !== null) pause(pausedUntil + moved)
  }

  /** What was on the wire is looked up first. False: the disk still takes no notes. */
  function noteInterrupted(): boolean {
    try {
      catalogue.changes.markInterrupted()
      noted = true
    } catch (problem) {
      if (!storageProblemOf(problem)) throw problem
      parts.logError('push', problem)
      pause(now() + diskRestMs)
    }
    return noted
  }

  function fillLane(lane: Lane, at: number): void {
    // Those that run are still due until they are sent.
    const limit = slots[lane] + running.size
    for (const due of catalogue.changes.dueAt(at, { quick: lane === 'quick', limit })) {
      if (!running.has(nameOf(due))) {
        if (busy[lane] >= slots[lane]) return
        running.set(nameOf(due), run(due, lane))
      } else if (lane === 'quick') {
        // A form was saved whose product waits for the addresses of its pictures.
        const ecwidId = productInStore(due)
        if (ecwidId !== null) confirmations.hurry(ecwidId)
      }
    }
  }

  const productInStore = ({ thing, id }: ThingRef): number | null =>
    thing === 'product' ? catalogue.products.ecwidIdOf(id) : null

  /** Ecwid ids of products that are sent next. */
  function nextInStore(lane: Lane, limit: number): number[] {
    const due = catalogue.changes.dueAt(now(), { quick: lane === 'quick', limit: limit + running.size })
    return due.flatMap((one) => (running.has(nameOf(one)) ? [] : (productInStore(one) ?? []))).slice(0, limit)
  }

  function wakeIn(ms: number): void {
    cancelTimer = after(Math.max(ms, 1), fill)
  }

  function pause(until: number | null): void {
    pausedUntil = until
    parts.onState()
  }

  async function run(due: ThingRef, lane: Lane): Promise<void> {
    let inSlot = true
    const leaveSlot = () => {
      if (!inSlot) return
      inSlot = false
      busy[lane] -= 1
      goOn(due)
    }
    busy[lane] += 1
    // Starts in a turn of its own, so that whoever woke us is done first.
    await Promise.resolve()
    const mine = { ...parts, readAhead: readAhead((limit) => nextInStore(lane, limit)) }
    const push = createSender(mine, due, leaveSlot)
    try {
      await sendPlanned(mine, push)
      failures = 0
    } catch (error) {
      settle(push, error)
    } finally {
      running.delete(nameOf(due))
      leaveSlot()
      goOn(due)
    }
  }

  /** What is next is asked of the database, which may be what has failed: then there is nothing to go on with before its rest. */
  function goOn(sent: ThingRef): void {
    try {
      fill()
    } catch (problem) {
      parts.logError(`what is sent after ${nameOf(sent)}`, problem)
      if (!stopped) wakeIn(diskRestMs)
    }
  }

  function lookAgainLater({ id, attempts }: ChangeRecord, reason: Reason): void {
    catalogue.changes.update(id, { attempts: attempts + 1, reason, retryAt: now() + backoffMs(attempts) })
  }

  function settle(push: Sender, error: unknown): void {
    try {
      if (storageProblemOf(error)) throw error
      settleFailure(push, error)
    } catch (problem) {
      // Not even the failure can be noted: what was on the wire is looked up once the disk takes notes again.
      parts.logError(`push of ${nameOf(push)}`, problem)
      noted = false
      pausedUntil = now() + diskRestMs
    }
  }

  function settleFailure(push: Sender, error: unknown): void {
    const info = toErrorInfo(error)
    const reason = reasonOf(info)
    if (info.code === 'internal') parts.logError(`push of ${nameOf(push)}`, error)
    const open = push.open()
    const sending = open.filter(({ state }) => state === 'sending')
    // Uploads that were answered are in the store; only their addresses are not known yet.
    const isAnswered = ({ id, token }: ChangeRecord) => token?.imageId !== undefined || push.wasAnswered(id)
    const answered = sending.filter(isAnswered)
    const tried = sending.filter((change) => !isAnswered(change))
    const attempts = Math.max(0, ...open.map((change) => change.attempts))
    const outcome = outcomeOf(info, Math.max(attempts, failures), now())
    if (info.code === 'missing-scope' && info.scope) parts.onMissingScope(info.scope)
    push.write(() => {
      for (const { id } of answered) catalogue.changes.update(id, { state: 'unknown' })
      if (outcome.kind === 'refuse') {
        // Refused before anything was on the wire, such as a product that is gone: it concerns all that waits.
        const concerned = sending.length > 0 ? tried : push.sendable()
        for (const change of concerned) {
          const { id, state } = change
          // Whether it is in the store was only looked up, and is still not known.
          if (state === 'unknown' && info.code !== 'not-found') lookAgainLater(change, reason)
          else catalogue.changes.update(id, { state: 'refused', reason, retryAt: null, ...stepsLeft(push, change) })
        }
        mendByLater(catalogue, push)
        endGivenUp(catalogue, push.id, now())
        return
      }
      const retryAt = 'at' in outcome ? outcome.at : null
      for (const change of tried) {
        const { id } = change
        // What may be in the store, or is half there, stays in doubt until it is found, whatever became of its repetition.
        const wasThere = (!push.isInStore() || isHalfSent(change)) && push.wasInDoubt(id)
        if (outcome.kind === 'unknown' || wasThere) catalogue.changes.update(id, { state: 'unknown', reason })
        else catalogue.changes.update(id, { state: 'waiting', reason, ...stepsLeft(push, change) })
      }
      for (const { id, verb, attempts: tries, retryAt: rest } of push.sendable()) {
        // A delete that was not tried yet keeps its rest: within it, Undo costs nothing.
        if (verb !== 'delete' || tries > 0) catalogue.changes.update(id, { retryAt })
        else if (retryAt !== null) catalogue.changes.update(id, { retryAt: Math.max(rest ?? 0, retryAt) })
      }
    })
    if (outcome.kind === 'pause') {
      failures += 1
      pause(outcome.at)
    } else if (outcome.kind === 'block') {
      blockedBy = info
      parts.onState()
    }
  }

  return {
    /** Something may be due now. */
    kick: fill,
    /** The network is back, or the person asked: what was paused goes at once. */
    resume(): void {
      blockedBy = null
      failures = 0
      catalogue.changes.hurry()
      pause(null)
      fill()
    },
    state: (): { pausedUntil: number | null; blockedBy: ErrorInfo | null } => ({ pausedUntil, blockedBy }),
    /** Takes nothing new; resolves when what is on the wire has settled. */
    async stop(): Promise<void> {
      stopped = true
      cancelTimer()
      confirmations.hurry()
      await Promise.allSettled(running.values())
    },
  }
}

/** The first of its steps did not come to the store. */
const stepsLeft = (push: Sender, change: ChangeRecord): Partial<Pick<ChangeRecord, 'token'>> =>
  isHalfSent(change) && !push.wasInDoubt(change.id) ? { token: withoutSteps(change.token) } : {}

/** What changes while it is planned is planned anew. */
async function sendPlanned({ now }: PushParts, push: Sender): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await sendThing(push, now)
    } catch (error) {
      if (!(error instanceof PlanAnew)) throw error
      // Reads that are too old by the time of the write, again and again: the line is too slow for now.
      if (tries >= plannedAtMost)
        throw new AppError('rate-limited', says('store-slow'), { retryAt: now() + slowRestMs })
    }
  }
}
