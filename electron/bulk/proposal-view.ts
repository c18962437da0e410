import type { Catalogue } from '../catalogue/catalogue'
import { noEdits, type EditTally } from '../catalogue/proposed-edit-tally'
import type { StoredProposal } from '../catalogue/proposals-table'
import type { BulkAction } from '../shared/bulk-action'
import { proposalAskedSchema, type Proposal } from '../shared/proposal'
import { selectedProducts } from './selected-products'

/** Null: this version cannot read what was asked for. */
export const actionOf = (asked: string): BulkAction | null =>
  proposalAskedSchema.safeParse(JSON.parse(asked)).data?.action ?? null

/** What was selected for it, as it is now. */
export function selectedIn(catalogue: Catalogue, asked: string): number[] {
  const { selection } = proposalAskedSchema.parse(JSON.parse(asked))
  return selectedProducts(catalogue, selection)
}

/** What a window shows of proposals; null: it is not there any more. */
export function createProposalViews(catalogue: Catalogue, connectionId: string) {
  const tallyOf = createTallies(catalogue)
  return (id: number): Proposal | null => {
    const found = catalogue.proposals.get(id)
    const action = found ? actionOf(found.asked) : null
    if (!found || !action || found.state === 'discarded') return null
    const { state, done, total, changeSetId, ending, startsAt, endsAt } = found
    const sending = changeSetId === null ? null : sendingOf(catalogue, changeSetId)
    const newCategories = catalogue.proposedCategories.all(id)
    const newTypes = catalogue.proposedProducts.typesBack(id)
    const told = {
      newCategories,
      newTypes,
      connectionId,
      id,
      action,
      state,
      done,
      total,
      changeSetId,
      sending,
      ending,
      startsAt,
      endsAt,
    }
    return { ...told, ...tallyOf(found) }
  }
}

/** Counting all edits takes its time, and a window is told some times a second while they are made, written or sent. */
function createTallies({ proposedEdits }: Catalogue) {
  let known: (Pick<StoredProposal, 'id' | 'state'> & { tally: EditTally }) | null = null
  return ({ id, state, done }: StoredProposal): EditTally => {
    if (state === 'making') return noEdits
    if (state !== 'applying' && state !== 'applied') {
      known = null
      return proposedEdits.tally(id)
    }
    // Nobody leaves anything out any more.
    if (known?.id !== id || known.state !== state) known = { id, state, tally: proposedEdits.tally(id) }
    return state === 'applying' ? { ...known.tally, made: done } : known.tally
  }
}

/** What was taken back goes nowhere. */
function sendingOf({ changes }: Pick<Catalogue, 'changes'>, changeSetId: number): Proposal['sending'] {
  const { 'taken-back': takenBack = 0, ...states } = changes.statesOf(changeSetId)
  const { sent = 0, refused = 0, conflict = 0, held = 0 } = states
  const total = Object.values(states).reduce((sum, count) => sum + count, 0)
  const isUndone = sent + takenBack > 0 && !changes.hasUnreverted(changeSetId)
  return { sent, total, needOwner: refused + conflict, held, takenBack, isUndone }
}
