import type { Proposal, SomeEdits } from '../../../electron/shared/proposal'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { saveCsvFile } from '../../components/save-csv'
import { noteProposal } from '../../stores/bulk-store'

const named = ({ connectionId, id: proposalId }: Proposal) => ({ connectionId, proposalId })

/** Whether it was done. */
export function leaveOut(proposal: Proposal, edits: SomeEdits, out: boolean): Promise<boolean> {
  return follow(() => call('bulk.leaveOut', { ...named(proposal), edits, out }))
}

export async function applyProposal(proposal: Proposal): Promise<void> {
  await follow(() => call('bulk.apply', named(proposal)))
}

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
