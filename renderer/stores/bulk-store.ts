import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { Proposal, ProposalAsked, ProductSelection, Times } from '../../electron/shared/proposal'
import { createRate } from '../../electron/shared/rate'
import { call, problemOf } from '../bridge'
import { useViewStore, showScreen } from './view-store'

export type BulkPanel = 'set' | 'categories' | 'prices' | 'replace' | 'fill' | 'stock' | 'options'

/** What is being asked for, before it is a proposal. */
export type BulkAsked = { connectionId: string; selection: ProductSelection; count: number; panel: BulkPanel }

type Bulk = {
  /** Mirror of the engine's proposals, per connection; null: none is open. */
  proposals: Record<string, Proposal | null>
  asked: BulkAsked | null
  /** A review would go for a newer action: whether it may is asked. */
  question: { proposal: Proposal; answer: (isGiven: boolean) => void } | null
  /** When the review that is open is to begin and end. */
  times: { of: number; times: Times } | null
  /** Rises when a review shows other rows than before, though nobody turned a page. */
  revision: number
  /** Changes a second that the newest one sends of late; null while too little is known. */
  pace: number | null
}

export const useBulkStore = create<Bulk>(() => ({
  proposals: {},
  asked: null,
  question: null,
  times: null,
  revision: 0,
  pace: null,
}))
const { getState, setState } = useBulkStore

let sent = { id: 0, rate: createRate(Date.now) }

export function noteProposal(proposal: Proposal): void {
  const known = getState().proposals[proposal.connectionId]
  // One that is made in no time is news before the answer that says it was begun.
  if (proposal.state === 'making' && known?.id === proposal.id && known.state !== 'making') return
  if (sent.id !== proposal.id) sent = { id: proposal.id, rate: createRate(Date.now) }
  const pace = proposal.sending ? sent.rate.note(proposal.sending.sent) : null
  setState(({ proposals, revision }) => ({
    pace,
    proposals: { ...proposals, [proposal.connectionId]: proposal },
    revision: revision + 1,
  }))
}

/** What was left of it when the app ended. */
export async function loadProposal(connectionId: string): Promise<void> {
  try {
    const proposal = await call('bulk.current', { connectionId })
    if (proposal) noteProposal(proposal)
  } catch {
    // The store cannot be opened, which its own screen says.
  }
}

export const askBulk = (asked: BulkAsked): void => setState({ asked })
export const closeBulk = (): void => setState({ asked: null })

/** Whether the review that is open may go. `isMadeAgain`: what comes holds all of it, but for what its owner decided there. */
export function mayGo(connectionId: string, isMadeAgain: (proposal: Proposal) => boolean): Promise<boolean> {
  const proposal = getState().proposals[connectionId]
  if (!proposal || !waits(proposal) || (proposal.out === 0 && isMadeAgain(proposal))) return Promise.resolve(true)
  getState().question?.answer(false)
  return new Promise((resolve) => {
    const answer = (isGiven: boolean) => {
      setState({ question: null })
      resolve(isGiven)
    }
    setState({ question: { proposal, answer } })
  })
}

/** There is something in it to say yes to, or may be in a moment. */
const waits = ({ state, products, out }: Proposal): boolean =>
  state === 'making' || (state === 'ready' && products + out > 0)

/** All that is typed is in each review of it. */
const isTyped = ({ action }: Pick<Proposal, 'action'>): boolean => action.kind === 'typed'

/** Makes a proposal and shows its review. Answers with why not. */
export async function propose(connectionId: string, asked: ProposalAsked): Promise<ErrorInfo | null> {
  if (!(await mayGo(connectionId, (open) => isTyped(open) && isTyped(asked)))) return null
  try {
    noteProposal(await call('bulk.propose', { connectionId, ...asked }))
    closeBulk()
    showScreen('review')
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Something else is typed than the review of it shows: it goes, unless its owner left something out of it. */
export function endTypedReview(connectionId: string): void {
  const proposal = getState().proposals[connectionId]
  if (proposal?.state !== 'ready' || !isTyped(proposal) || proposal.out > 0) return
  // Once, though a block is typed row by row.
  forgetProposal(proposal)
  void discardProposal(proposal)
}

/** It is in no review any more. */
export function forgetProposal({ connectionId, id }: Pick<Proposal, 'connectionId' | 'id'>): void {
  if (getState().proposals[connectionId]?.id !== id) return
  setState(({ proposals }) => ({ proposals: { ...proposals, [connectionId]: null } }))
}

const always: Times = { startsAt: null, endsAt: null }
export const useTimesOf = ({ id }: Proposal): Times =>
  useBulkStore(({ times }) => (times?.of === id ? times.times : always))
export const giveTimes = ({ id }: Proposal, times: Times): void => setState({ times: { of: id, times } })

/** Forgets it here and in the engine. */
export async function discardProposal({ connectionId, id }: Proposal): Promise<ErrorInfo | null> {
  try {
    await call('bulk.discard', { connectionId, proposalId: id })
  } catch (error) {
    return problemOf(error)
  }
  forgetProposal({ connectionId, id })
  if (useViewStore.getState().screen === 'review') showScreen('catalogue')
  return null
}

/** A discarded one, as it was. Answers with why not. */
export async function bringBackProposal({ connectionId, id }: Proposal): Promise<ErrorInfo | null> {
  try {
    noteProposal(await call('bulk.bringBack', { connectionId, proposalId: id }))
  } catch (error) {
    return problemOf(error)
  }
  if (useViewStore.getState().connectionId === connectionId) showScreen('review')
  return null
}

/** Runs once a review of this store is open again, or another one. */
export function onceReviewed(connectionId: string, run: () => void): void {
  const stop = useBulkStore.subscribe(({ proposals }) => {
    if (!proposals[connectionId]) return
    stop()
    run()
  })
}

/** Nothing of it is still to be sent. */
export const isSent = ({ state, sending, ending }: Proposal): boolean =>
  state === 'applied' &&
  (ending === 'kept' || ending === 'reverted' || (sending !== null && sending.sent === sending.total))

/** Nothing of it is still to be looked at either. */
export const isOver = (proposal: Proposal): boolean => isSent(proposal) && proposal.refused === 0

/** The proposal of the store on screen. */
export function useProposal(): Proposal | null {
  const connectionId = useViewStore((view) => view.connectionId)
  return useBulkStore(({ proposals }) => (connectionId ? (proposals[connectionId] ?? null) : null))
}
