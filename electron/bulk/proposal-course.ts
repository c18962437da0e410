import type { Catalogue } from '../catalogue/catalogue'
import type { createChanges } from '../changes/changes'
import type { LongWrite } from '../changes/apply-in-parts'
import { createSetEnding } from '../changes/end-set'
import { createPacer } from '../changes/pacer'
import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
import type { NewDefaults } from '../shared/new-defaults'
import {
  shelfOfProposal,
  type Proposal,
  type ProposalAsked,
  type ProposalState,
  type TimedProposal,
} from '../shared/proposal'
import type { SnapshotOccasion } from '../shared/snapshot'
import { createProposalWrite } from './apply-proposal'
import { bulkLabel } from './bulk-label'
import { namesFor } from './returning-product'
import { awaitsEnd } from './due'
import { makeProposal } from './make-proposal'
import { riskOf } from './risk'
import { actionOf, createProposalViews, selectedIn } from './proposal-view'
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
  /** Deletes staged files that nobody needs. */
  giveBack: (hashes: readonly string[]) => void
  assertCanWrite: () => void
  logError: (context: string, error: unknown) => void
}

const removedAtOnce = 2000
/** So long a review that was discarded can come back. */
const wayBackMs = 60_000

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
  /** Their reviews are closed, and can still be brought back as they were. */
  const aside = new Map<number, { state: ProposalState; cancel: () => void }>()
  let making = Promise.resolve()
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
    if (!isMaking(id)) return
    try {
      const isWhole = await makeProposal(
        { ...parts, names: () => namesFor(catalogue, action), signal, onProgress: () => tell(id) },
        { id, action, done, selected: () => selectedIn(catalogue, asked) },
      )
      if (isWhole && isMaking(id)) {
        transaction(() => {
          proposedEdits.noteSameSkus(id)
          proposals.setState(id, 'ready')
        })
      }
    } catch (error) {
      if (isMaking(id)) proposals.setState(id, 'failed')
      throw error
    } finally {
      tell(id)
    }
  }

  const isMaking = (id: number): boolean => proposals.get(id)?.state === 'making'

  /** One after the other: what is brought back may still be on its way to its end. */
  function makeInTurn(id: number): void {
    making = making.then(() => make(id)).catch((error: unknown) => parts.logError('many products', error))
    inBackground(making)
  }

  /** Nothing is written of it: its edits stay for a while, and its review is closed. */
  function setAside(id: number, state: ProposalState): void {
    proposals.setState(id, 'discarded')
    const cancel = parts.after(wayBackMs, () => inBackground(discard(id)))
    aside.set(id, { state, cancel })
  }

  function bringBack(id: number): Proposal {
    const found = aside.get(id)
    if (!found) return seen(id)
    found.cancel()
    aside.delete(id)
    proposals.setState(id, found.state)
    if (found.state === 'making') makeInTurn(id)
    return seen(id)
  }

  async function write(id: number): Promise<void> {
    const proposal = seen(id)
    const { action } = proposal
    const label = bulkLabel(action, proposal)
    const tellBoth = (productIds: number[]) => {
      // What is written while the others are held is held with them.
      const { changeSetId = null } = proposals.get(id) ?? {}
      if (changeSetId !== null && holding.has(id)) parts.changes.hold(changeSetId, true)
      parts.noteChanged(productIds)
      tell(id)
    }
    if (isSetHeld(id)) holding.add(id)
    const isBegun = (proposals.get(id)?.changeSetId ?? null) !== null
    const risk = isBegun ? null : riskOf(action, proposal)
    const { run, reached, ...work } = createProposalWrite({ catalogue, now, signal, action, label, tell: tellBoth }, id)
    const reach: LongWrite['reach'] = (localIds) => {
      parts.lookFirst(
        [...localIds, ...reached(localIds)].flatMap((each) =>
          each === null ? [] : each > 0 ? each : (shelfOfProposal(each) ?? []),
        ),
      )
      work.reach(localIds)
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
    aside.get(id)?.cancel()
    aside.delete(id)
    proposals.setState(id, 'discarded')
    // Its end is remembered by it.
    if (isEnding(id) || endsLater(id)) return
    await settleTable(catalogue, id, signal)
    const staged = [catalogue.importedRows, proposedEdits].flatMap((table) => table.stagedFor(id))
    const pace = createPacer()
    while (!signal.aborted && proposedEdits.removeSome(id, removedAtOnce)) await pace()
    if (signal.aborted) return
    proposals.remove(id)
    parts.giveBack(staged)
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
    for (const id of [...open().map((one) => one.id), ...aside.keys()]) inBackground(discard(id))
    const id = transaction(() => {
      const added = proposals.add(JSON.stringify(asked), now(), ids)
      note(added)
      return added
    })
    makeInTurn(id)
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
    /** What waits for its owner's yes can come back for a while; the rest goes at once. */
    letGo: (id: number): void => {
      const { state, changeSetId } = seen(id)
      const waits = state === 'making' || state === 'ready' || state === 'failed'
      if (waits && changeSetId === null) setAside(id, state)
      else inBackground(discard(id))
    },
    bringBack,
    /** Something of the queue has moved, perhaps the last that was on the wire of what is being ended. */
    noteQueue: (): void => {
      if (signal.aborted) return
      for (const { id } of proposals.all()) if (isEnding(id)) inBackground(endSending(id))
    },
    /** Goes on with what was under way when the app ended. */
    resume: (): void => {
      for (const { id, state } of proposals.all()) {
        inBackground(endSending(id))
        if (state === 'making') makeInTurn(id)
        else if (state === 'applying') inBackground(write(id))
        else inBackground(tidy(id))
      }
      timed.look()
    },
    /** Ends between two slices; the next start goes on. */
    stop: async (): Promise<void> => {
      stopping.abort()
      timed.stop()
      for (const { cancel } of aside.values()) cancel()
      await Promise.allSettled(running)
    },
  }
}
