import { AppError } from '../shared/errors'
import type { ReplaceRule } from '../shared/find-rule'
import type { CategoryRow } from '../shared/product-table/category-rows'
import type { Imported } from '../shared/imported'
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
import { withWhatComes } from '../shared/proposal'
import { withNamesThen } from '../shared/snapshot'
import { assertUsable } from './action-problems'
import { checkedStockList } from './checked-stock-list'
import { findHits } from './find-hits'
import { previewAction } from './preview'
import { namesFor } from './returning-product'
import { proposalCsv } from './proposal-csv'
import { createProposalCourse, type ProposalParts } from './proposal-course'
import { selectedProducts } from './selected-products'
import { assertAhead } from './timed-proposals'

/** What a table says of products, new ones by ids below zero, and the categories that it makes. */
type ProposedImport = {
  said: ReadonlyMap<number, Imported>
  newCategories: readonly (ProposedCategory & { said: CategoryRow | null })[]
  keptTableId: number
}

const always: Times = { startsAt: null, endsAt: null }

/** Edits of many products: proposed, reviewed, and with a yes one change set. One of them is open at a time. */
export function createProposals(parts: ProposalParts) {
  const { catalogue, now } = parts
  const { proposals, proposedEdits, transaction } = catalogue
  const course = createProposalCourse(parts)
  const { signal, timed, seen, open, endsLater, begin, beginWriting, beginEnding } = course
  let searches = 0

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

  function assertNoneApplies(): void {
    if (open().some(({ state }) => state === 'applying')) {
      throw new AppError('conflict', 'Other changes of many products are still being written. Wait for their end.')
    }
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
      if (action.kind === 'put-back') catalogue.snapshots.assertKept(action.snapshotId)
      return begin({ selection, action }, selectedProducts(catalogue, selection))
    },
    /** The same of what the rows of a table say. */
    proposeImport(file: string, { said, newCategories, keptTableId }: ProposedImport): Proposal {
      assertNoneApplies()
      const ids = [...said.keys()]
      return begin({ selection: { imported: true }, action: { kind: 'import', file } }, ids, (id) => {
        for (const each of newCategories) catalogue.proposedCategories.add(id, each, each.said)
        for (const [productId, each] of said) catalogue.importedRows.add(id, productId, each)
        catalogue.keptTables.setProposal(keptTableId, id)
      })
    },
    current: course.current,
    fields: (id: number, view: ReviewView): FieldCount[] => proposedEdits.fields(id, view),
    page: (id: number, view: ReviewView & { offset: number; limit: number }) => proposedEdits.page(id, view),
    csv(id: number): string {
      const proposal = seen(id)
      const words = withWhatComes(parts.words(), proposal)
      const then = namesFor(catalogue, proposal.action)?.calledAll()
      return proposalCsv(catalogue, then ? withNamesThen(words, then) : words, id)
    },
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
      course.tidyUp(id)
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
      course.noteHeld(id, hold)
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
    discard(id: number): null {
      if (seen(id).state === 'applying') {
        throw new AppError('conflict', 'These changes are being written already. Undo them in Changes.')
      }
      course.letGo(id)
      timed.look()
      return null
    },
    /** As it was when it was discarded, a moment ago. */
    bringBack(id: number): Proposal {
      assertNoneApplies()
      return course.bringBack(id)
    },
    noteQueue: course.noteQueue,
    resume: course.resume,
    stop: course.stop,
  }
}
export type Proposals = ReturnType<typeof createProposals>
