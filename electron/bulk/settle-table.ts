import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'

/**
 * Before the edits of a proposal go: what its change set does not say of them is noted with the imported table, for as long as that is
 * kept. Once nothing was written of it, the table goes too.
 */
export async function settleTable(catalogue: Catalogue, proposalId: number, signal: AbortSignal): Promise<void> {
  const { keptTables, proposals, proposedEdits } = catalogue
  const table = keptTables.ofProposal(proposalId)
  const { changeSetId = null } = proposals.get(proposalId) ?? {}
  if (!table) return
  if (changeSetId === null) return keptTables.remove(table.id)
  // Nobody goes on with what a failure left to be written.
  proposedEdits.leaveRest(proposalId)
  const pace = createPacer()
  for (const named of table.state === 'kept' ? proposals.productIds(proposalId) : []) {
    if (signal.aborted) return
    const productId = keptTables.productOf(table.id, named)
    const edits = proposedEdits.unmade(proposalId, productId)
    if (edits.length > 0) catalogue.repeatable(() => keptTables.addEdits(table.id, productId, edits))
    await pace()
  }
  keptTables.settle(table.id, changeSetId)
}
