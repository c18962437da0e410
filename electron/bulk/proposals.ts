import type { Catalogue } from '../catalogue/catalogue'
import type { createChanges } from '../changes/changes'
import { createSetEnding } from '../changes/end-set'
import { createPacer } from '../changes/pacer'
import { AppError } from '../shared/errors'
import type { ReplaceRule } from '../shared/find-rule'
import type { StoreWords } from '../shared/fields/kind'
import type { Imported } from '../shared/imported'
import type { NewDefaults } from '../shared/new-defaults'
import type {
  FieldCount,
  ProductSelection,
  Proposal,
  ProposalAsked,
  ProposedCategory,
  ReviewView,
  SomeEdits,
  TimedProposal,
  Times,
} from '../shared/proposal'
import { withNewCategories } from '../shared/proposal'
import { assertUsable } from './action-problems'
import { awaitsEnd } from './due'
import { createProposalWrite } from './apply-proposal'
import { checkedStockList } from './checked-stock-list'
import { findHits } from './find-hits'
import { makeProposal } from './make-proposal'
import { previewAction } from './preview'
import { proposalCsv } from './proposal-csv'
import { bulkLabel } from './bulk-label'
import { actionOf, createProposalViews } from './proposal-view'
import { selectedProducts } from './selected-products'
import { settleTable } from './settle-table'
import { assertAhead, createTimedProposals } from './timed-proposals'

type Parts = {
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
  assertCanWrite: () => void
  logError: (context: string, error: unknown) => void
}

/** What a table says of products, new ones by ids below zero, and the categories that it makes. */
type ProposedImport = {
  said: ReadonlyMap<number, Imported>
  newCategories: readonly ProposedCategory[]
  keptTableId: number
}

const removedAtOnce = 2000
const always: Times = { startsAt: null, endsAt: null }

/** Edits of many products: proposed, reviewed, and with a yes one change set. One of them is open at a time. */
export function createProposals(parts: Parts) {
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
  let searches = 0

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

  function setOf(id: number): number {
    const { changeSetId, state } = seen(id)
    if (changeSetId !== null && (state === 'applied' || state === 'applying')) return changeSetId
    throw new AppError('conflict', 'Nothing of this is on its way to the store yet.')
  }

  function ready(id: number): Proposal {
    const view = seen(id)
    if (view.state === 'ready') return view
    throw new AppError('conflict', 'This review cannot be changed now: it is still being made, or is applied already.')
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
    const { run, ...work } = createProposalWrite({ catalogue, now, signal, label, tell: tellBoth }, id)
    try {
      await parts.changes.writeInTurn(work, run)
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

  function assertNoneApplies(): void {
    if (open().some(({ state }) => state === 'applying')) {
      throw new AppError('conflict', 'Other changes of many products are still being written. Wait for their end.')
    }
  }

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
    preview(asked: ProposalAsked) {
      assertUsable(asked.action, parts.words())
      return previewAction(catalogue, parts.words, asked)
    },
    stockList: (pasted: string, answers: Readonly<Record<string, number>>) =>
      checkedStockList(catalogue, pasted, parts.words().profile, answers),
    onSale: (selection: ProductSelection): number => {
      const running = new Set(catalogue.searchIds({ onSale: true }))
      return selectedProducts(catalogue, selection).filter((id) => running.has(id)).length
    },
    /** A newer question ends an older one. */
    hits(asked: { selection: ProductSelection; rule: ReplaceRule }) {
      assertUsable({ kind: 'replace', rule: asked.rule }, parts.words())
      const turn = ++searches
      return findHits(catalogue, asked, () => turn === searches && !signal.aborted)
    },
    /** Goes over the selection; what comes of it is told as it comes. Takes the place of what was proposed before. */
    propose({ selection, action }: ProposalAsked): Proposal {
      assertUsable(action, parts.words())
      assertNoneApplies()
      return begin({ selection, action }, selectedProducts(catalogue, selection))
    },
    /** The same of what the rows of a table say. */
    proposeImport(file: string, { said, newCategories, keptTableId }: ProposedImport): Proposal {
      assertNoneApplies()
      const ids = [...said.keys()]
      return begin({ selection: { imported: true }, action: { kind: 'import', file } }, ids, (id) => {
        for (const each of newCategories) catalogue.proposedCategories.add(id, each)
        for (const [productId, each] of said) catalogue.importedRows.add(id, productId, each)
        catalogue.keptTables.setProposal(keptTableId, id)
      })
    },
    /** The one that is open; null: there is none. */
    current(): Proposal | null {
      const newest = open().at(-1)
      return newest ? proposalView(newest.id) : null
    },
    fields: (id: number, view: ReviewView): FieldCount[] => proposedEdits.fields(id, view),
    page: (id: number, view: ReviewView & { offset: number; limit: number }) => proposedEdits.page(id, view),
    csv: (id: number): string =>
      proposalCsv(catalogue, withNewCategories(parts.words(), catalogue.proposedCategories.all(id)), id),
    leaveOut(id: number, some: SomeEdits, out: boolean): Proposal {
      ready(id)
      transaction(() => proposedEdits.leaveOut(id, some, out))
      return seen(id)
    },
    /** The yes, to now or to a time. */
    apply(id: number, times: Times = always): Proposal {
      parts.assertCanWrite()
      ready(id)
      assertAhead(times, now())
      transaction(() => {
        proposals.setTimes(id, times)
        if (times.startsAt !== null) proposals.setState(id, 'timed')
      })
      if (times.startsAt === null) beginWriting(id)
      timed.look()
      return seen(id)
    },
    timed: (): TimedProposal[] => timed.list(),
    setTimes(id: number, times: Times): TimedProposal[] {
      timed.setTimes(id, times)
      inBackground(tidy(id))
      timed.look()
      return timed.list()
    },
    /** Before its time. */
    endNow(id: number): TimedProposal[] {
      if (!endsLater(id)) throw new AppError('conflict', 'This has ended already. Changes shows how far it is.')
      beginEnding(id, 'revert')
      timed.look()
      return timed.list()
    },
    hold(id: number, hold: boolean): Proposal {
      if (hold && seen(id).state === 'applying') holding.add(id)
      else holding.delete(id)
      parts.changes.hold(setOf(id), hold)
      return seen(id)
    },
    /** What waits of it is taken back; what is in the store stays, or goes back as well. */
    cancel(id: number, keepSent: boolean): Proposal {
      if (seen(id).state !== 'applying') setOf(id)
      proposals.setTimes(id, always)
      beginEnding(id, keepSent ? 'keep' : 'revert')
      timed.look()
      return seen(id)
    },
    /** Something of the queue has moved, perhaps the last that was on the wire of what is being ended. */
    noteQueue(): void {
      if (signal.aborted) return
      for (const { id } of proposals.all()) if (isEnding(id)) inBackground(endSending(id))
    },
    discard(id: number): null {
      if (seen(id).state === 'applying') {
        throw new AppError('conflict', 'These changes are being written already. Undo them in Changes.')
      }
      inBackground(discard(id))
      timed.look()
      return null
    },
    /** Goes on with what was under way when the app ended. */
    resume(): void {
      for (const { id, state } of proposals.all()) {
        inBackground(endSending(id))
        if (state === 'making') inBackground(make(id))
        else if (state === 'applying') inBackground(write(id))
        else inBackground(tidy(id))
      }
      timed.look()
    },
    /** Ends between two slices; the next start goes on. */
    async stop(): Promise<void> {
      stopping.abort()
      timed.stop()
      await Promise.allSettled(running)
    },
  }
}
export type Proposals = ReturnType<typeof createProposals>
