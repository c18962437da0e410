import type { Catalogue } from '../catalogue/catalogue'
import type { BulkAction } from '../shared/bulk-action'
import { proposalAskedSchema, type Proposal } from '../shared/proposal'

/** Null: this version cannot read what was asked for. */
export const actionOf = (asked: string): BulkAction | null =>
  proposalAskedSchema.safeParse(JSON.parse(asked)).data?.action ?? null

/** What a window shows of a proposal; null: it is not there any more. */
export function proposalView(catalogue: Catalogue, connectionId: string, id: number): Proposal | null {
  const found = catalogue.proposals.get(id)
  const action = found ? actionOf(found.asked) : null
  if (!found || !action || found.state === 'discarded') return null
  const { state, done, total, changeSetId } = found
  const tally = catalogue.proposedEdits.tally(id)
  const sending = changeSetId === null ? null : sendingOf(catalogue, changeSetId)
  return { connectionId, id, action, state, done, total, changeSetId, sending, ...tally }
}

/** What was taken back goes nowhere. */
function sendingOf({ changes }: Pick<Catalogue, 'changes'>, changeSetId: number): Proposal['sending'] {
  const { 'taken-back': _, ...states } = changes.statesOf(changeSetId)
  const { sent = 0, refused = 0, conflict = 0 } = states
  const total = Object.values(states).reduce((sum, count) => sum + count, 0)
  return { sent, total, needOwner: refused + conflict }
}
