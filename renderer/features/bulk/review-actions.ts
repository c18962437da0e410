import type { Proposal, SomeEdits, Times } from '../../../electron/shared/proposal'
import { call, problemOf } from '../../bridge'
import { notifyProblem, tellWhyNot } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { saveCsvFile } from '../../components/save-csv'
import { bringBackProposal, discardProposal, forgetProposal, noteProposal, onceReviewed } from '../../stores/bulk-store'
import { loadTimed } from '../../stores/timed-store'
import { showChangesTab } from '../../stores/view-store'
import { titleOf } from './bulk-words'

/** What is needed of a proposal to list its edits. */
export type ReviewedProposal = Pick<Proposal, 'connectionId' | 'id' | 'state'>

const named = ({ connectionId, id: proposalId }: ReviewedProposal) => ({ connectionId, proposalId })

/** Whether it was done. */
export function leaveOut(proposal: ReviewedProposal, edits: SomeEdits, out: boolean): Promise<boolean> {
  return follow(() => call('bulk.leaveOut', { ...named(proposal), edits, out }))
}

/** With a start it rests in Changes until then. */
export async function applyProposal(proposal: Proposal, times: Times): Promise<void> {
  if (!(await follow(() => call('bulk.apply', { ...named(proposal), times })))) return
  await loadTimed(proposal.connectionId)
  if (times.startsAt === null) return
  forgetProposal(proposal)
  showChangesTab('queue')
}

/** With the way back: what was left out of it took its time. A newer review ends that. */
export async function discardReview(proposal: Proposal): Promise<void> {
  const { connectionId } = proposal
  const problem = await discardProposal(proposal)
  tellWhyNot(problem)
  if (problem) return
  const undo = () => bringBackProposal(proposal)
  onceReviewed(
    connectionId,
    offerUndo({
      message: closedText(proposal),
      about: `review ${connectionId}`,
      undo,
      keysOf: connectionId,
    }),
  )
}

/** What is typed into the sheet is no part of its review. */
const closedText = (proposal: Proposal): string =>
  proposal.action.kind === 'typed'
    ? 'Review closed. What is typed stays in the sheet.'
    : `Review discarded: ${titleOf(proposal)}`

/** Keeps back what waits of it, or lets it go again. */
export const holdSending = (proposal: Proposal, hold: boolean): Promise<boolean> =>
  follow(() => call('bulk.hold', { ...named(proposal), hold }))

export const cancelSending = (proposal: Proposal, keepSent: boolean): Promise<boolean> =>
  follow(() => call('bulk.cancel', { ...named(proposal), keepSent }))

export async function saveCsv(proposal: Proposal, title: string): Promise<void> {
  try {
    saveCsvFile(title, await call('bulk.csv', named(proposal)))
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

async function follow(ask: () => Promise<Proposal>): Promise<boolean> {
  try {
    noteProposal(await ask())
    return true
  } catch (error) {
    notifyProblem(problemOf(error))
    return false
  }
}
