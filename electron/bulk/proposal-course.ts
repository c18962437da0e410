import type { Catalogue } from '../catalogue/catalogue'
import type { createChanges } from '../changes/changes'
import type { LongWrite } from '../changes/apply-in-parts'
import { createSetEnding } from '../changes/end-set'
import { createPacer } from '../changes/pacer'
import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
import type { NewDefaults } from '../shared/new-defaults'
import type { Proposal, ProposalAsked, TimedProposal } from '../shared/proposal'
import type { SnapshotOccasion } from '../shared/snapshot'
import { createProposalWrite } from './apply-proposal'
import { bulkLabel } from './bulk-label'
import { awaitsEnd } from './due'
import { makeProposal } from './make-proposal'
import { riskOf } from './risk'
import { actionOf, createProposalViews } from './proposal-view'
import { settleTable } from './settle-table'
import { createTimedProposals } from './timed-proposals'

export type ProposalParts = {
  connectionId: string
  catalogue: Catalogue
  changes: Pick<ReturnType<typeof createChanges>, 'writeInTurn' | 'hold' | 'takeBack' | 'revertInParts'>
  now: () => number
  after: (ms: number, run: () => void) => () => void
  words: () => StoreWords
  /** What new products of the store begin with. */
  newDefaults: () => NewDefaults
  onChanged: (proposal: Proposal) => void
  onTimed: (timed: TimedProposal[]) => void
  /** What had a time begins, or goes back, by itself. */
  onDue: (due: 'start' | 'end', one: TimedProposal) => void
  /** These products have new changes in the queue. */
  noteChanged: (productIds: number[]) => void
  /** Keeps how the store is; what is asked for next is written after it. */
  takeSnapshot: (occasion: SnapshotOccasion) => Promise<void>
  /** These products are in it as they are now, where it is being taken: some of it is written to them before. */
  lookFirst: (productIds: readonly number[]) => void
  assertCanWrite: () => void
  logError: (context: string, error: unknown) => void
}

const removedAtOnce = 2000

/** What becomes of proposals in the background: made, written, ended and let go. The next start goes on with each. */
export function createProposalCourse(parts: ProposalParts) {
  const { catalogue, connectionId, now } = parts
  const { proposals, proposedEdits, transaction } = catalogue
  const proposalView = createProposalViews(catalogue, connectionId)
  const stopping = new AbortController()
  const { signal } = stopping
  const endSet = createSetEnding({
    catalogue,
    takeBack: (changeIds) => void parts.changes.takeBack(changeIds),
    revert: (setId) => parts.changes.revertInParts(setId),
    signal,
  })
  const timed = createTimedProposals({ ...parts, signal, begin: beginWriting, end: (id) => beginEnding(id, 'revert') })
  const running = new Set<Promise<unknown>>()
  /** Held while they are written. */
  const holding = new Set<number>()

  function inBackground(work: Promise<unknown>): void {
    const known = work
      .catch((error: unknown) => parts.logError('many products', error))
      .finally(() => running.delete(known))
    running.add(known)
  }

  function tell(id: number): void {
    const view = signal.aborted ? null : proposalView(id)
    if (view?.startsAt === null) parts.onChanged(view)
  }

  function seen(id: number): Proposal {
    const view = proposalView(id)
    if (!view) throw new AppError('not-found', 'This review is no longer there. Nothing was changed.')
    return view
  }

  async function make(id: number): Promise<void> {
    const { asked, done } = proposals.get(id) ?? { asked: 'null', done: 0 }
    const action = actionOf(asked)
    if (!action) return discard(id)
    try {
      const isWhole = await makeProposal({ ...parts, signal, onProgress: () => tell(id) }, { id, action, done })
      if (isWhole) {
        transaction(() => {
          proposedEdits.noteSameSkus(id)
          proposals.setState(id, 'ready')
        })
      }
    } catch (error) {
      proposals.setState(id, 'failed')
      throw error
    } finally {
      tell(id)
    }
  }

  async function write(id: number): Promise<void> {
    const { action, products } = seen(id)
    const label = bulkLabel(action, products)
    const tellBoth = (productIds: number[]) => {
      // What is written while the others are held is held with them.
      const { changeSetId = null } = proposals.get(id) ?? {}
      if (changeSetId !== null && holding.has(id)) parts.changes.hold(changeSetId, true)
      parts.noteChanged(productIds)
      tell(id)
    }
    if (isSetHeld(id)) holding.add(id)
    const isBegun = (proposals.get(id)?.changeSetId ?? null) !== null
    const risk = isBegun ? null : riskOf(action, products)
    const { run, ...work } = createProposalWrite({ catalogue, now, signal, action, label, tell: tellBoth }, id)
    const reach: LongWrite['reach'] = (productIds) => {
      parts.lookFirst([...productIds].flatMap((each) => (each !== null && each > 0 ? each : [])))
      work.reach(productIds)
    }
    try {
      await parts.changes.writeInTurn({ ...work, reach }, async () => {
        if (risk) await parts.takeSnapshot(risk)
        return run()
      })
    } catch (error) {
      // What is made of it stays; another yes goes on with the rest, or the next look at what is due.
      proposals.setState(id, open().some((one) => one.id === id) ? 'ready' : 'timed')
      throw error
    } finally {
      tell(id)
      holding.delete(id)
      await endSending(id)
      await tidy(id)
      timed.look()
    }
  }

  function beginWriting(id: number): void {
    parts.assertCanWrite()
    transaction(() => {
      const { made, products } = seen(id)
      proposals.setToWrite(id, made, products)
      proposals.setState(id, 'applying')
    })
    inBackground(write(id))
  }

  function beginEnding(id: number, ending: 'keep' | 'revert'): void {
    proposals.setEnding(id, ending)
    inBackground(endSending(id))
  }

  /** What had a time needs no review to be closed when it is over; what could not be changed stays in sight. */
  async function tidy(id: number): Promise<void> {
    const one = proposals.get(id)
    if (signal.aborted || !one || one.state === 'timed' || awaitsEnd(one)) return
    const isOver = one.state === 'applied' && one.startsAt !== null && (one.ending !== null || one.done === one.total)
    if (isOver || one.state === 'discarded') await discard(id)
  }

  /** As a crash left it. */
  function isSetHeld(id: number): boolean {
    const { changeSetId = null } = proposals.get(id) ?? {}
    return changeSetId !== null && (catalogue.changes.statesOf(changeSetId).held ?? 0) > 0
  }

  async function endSending(id: number): Promise<void> {
    const { changeSetId = null, ending, state } = proposals.get(id) ?? {}
    if (ending !== 'keep' && ending !== 'revert') return
    // Its writing ends first.
    if (state === 'applying') return
    if (changeSetId === null) return proposals.setEnding(id, ending === 'keep' ? 'kept' : 'reverted')
    if (!(await endSet(changeSetId, ending))) return
    proposals.setEnding(id, ending === 'keep' ? 'kept' : 'reverted')
    tell(id)
    await tidy(id)
  }

  async function discard(id: number): Promise<void> {
    proposals.setState(id, 'discarded')
    // Its end is remembered by it.
    if (isEnding(id) || endsLater(id)) return
    await settleTable(catalogue, id, signal)
    const pace = createPacer()
    while (!signal.aborted && proposedEdits.removeSome(id, removedAtOnce)) await pace()
    if (!signal.aborted) proposals.remove(id)
  }

  function isEnding(id: number): boolean {
    const ending = proposals.get(id)?.ending
    return ending === 'keep' || ending === 'revert'
  }

  function endsLater(id: number): boolean {
    const one = proposals.get(id)
    return one !== undefined && awaitsEnd(one)
  }

  /** What has a start of its own is in no review any more. */
  const open = () => proposals.all().filter(({ state, startsAt }) => state !== 'discarded' && startsAt === null)

  /** Takes the place of what was proposed before. */
  function begin(asked: ProposalAsked, ids: readonly number[], note: (id: number) => void = () => {}): Proposal {
    for (const { id } of open()) inBackground(discard(id))
    const id = transaction(() => {
      const added = proposals.add(JSON.stringify(asked), now(), ids)
      note(added)
      return added
    })
    inBackground(make(id))
    return seen(id)
  }

  return {
    signal,
    timed,
    seen,
    open,
    endsLater,
    begin,
    beginWriting,
    beginEnding,
    /** The newest that is open; null: there is none. */
    current: (): Proposal | null => {
      const newest = open().at(-1)
      return newest ? proposalView(newest.id) : null
    },
    /** Whether what is written from now on is held. */
    noteHeld: (id: number, isHeld: boolean): void => {
      if (isHeld && seen(id).state === 'applying') holding.add(id)
      else holding.delete(id)
    },
    tidyUp: (id: number): void => inBackground(tidy(id)),
    letGo: (id: number): void => inBackground(discard(id)),
    /** Something of the queue has moved, perhaps the last that was on the wire of what is being ended. */
    noteQueue: (): void => {
      if (signal.aborted) return
      for (const { id } of proposals.all()) if (isEnding(id)) inBackground(endSending(id))
    },
    /** Goes on with what was under way when the app ended. */
    resume: (): void => {
      for (const { id, state } of proposals.all()) {
        inBackground(endSending(id))
        if (state === 'making') inBackground(make(id))
        else if (state === 'applying') inBackground(write(id))
        else inBackground(tidy(id))
      }
      timed.look()
    },
    /** Ends between two slices; the next start goes on. */
    stop: async (): Promise<void> => {
      stopping.abort()
      timed.stop()
      await Promise.allSettled(running)
    },
  }
}
