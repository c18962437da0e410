import type { Catalogue } from '../catalogue/catalogue'
import type { KeptTable } from '../catalogue/kept-tables'
import type { KeptRow } from '../catalogue/packed-rows'
import { currentProduct } from '../changes/reindex'
import { variationsNow } from '../changes/variation-names'
import type { ChangeState } from '../shared/change'
import type { ChangeRecord } from '../shared/change-record'
import { reasonText } from '../shared/errors'
import { labelOf } from '../shared/fields/shown'
import type { EditStanding } from '../shared/proposal'

/** What became of a field that a row speaks of: as its change is, or as its review left it. */
export type Outcome = { label: string; is: ChangeState | EditStanding | 'undone'; reason: string | null }

/** What became of the rows of a table that was imported, looked up product by product. */
export function createOutcomes(catalogue: Catalogue, table: KeptTable): (of: NonNullable<KeptRow['of']>) => Outcome[] {
  const { changes, keptTables, proposals, proposedEdits } = catalogue
  const { id, proposalId, isSettled } = table
  const setId = table.changeSetId ?? (proposalId === null ? null : (proposals.get(proposalId)?.changeSetId ?? null))
  let last: { productId: number; made: ChangeRecord[] } | null = null

  /** Of the same product, row after row. */
  function madeOf(productId: number): ChangeRecord[] {
    if (last?.productId !== productId) {
      const outlines = setId === null ? [] : changes.outlineOfThing(setId, { thing: 'product', id: productId })
      last = { productId, made: outlines.flatMap((outline) => changes.get(outline.id) ?? []) }
    }
    return last.made
  }

  /** One that was made here may have its number since. */
  function keysOf(productId: number, variationId: number): string[] {
    const key = String(variationId)
    const product = variationId < 0 ? currentProduct(catalogue, productId) : undefined
    return product ? variationsNow(catalogue, productId, product).keysSince({ id: 0, verb: 'set', key }) : [key]
  }

  function becameOf(change: ChangeRecord): Pick<Outcome, 'is' | 'reason'> {
    const again = change.state === 'taken-back' ? changes.redoneBy(change.id) : null
    const newer = again === null ? undefined : changes.get(again)
    if (newer) return becameOf(newer)
    if (change.state === 'sent' && isUndone(catalogue, change.id)) return { is: 'undone', reason: null }
    return { is: change.state, reason: change.reason && reasonText(change.reason) }
  }

  return ({ productId: named, variationId }) => {
    const productId = keptTables.productOf(id, named)
    const made = madeOf(productId)
    const keys = variationId === null ? [] : keysOf(productId, variationId)
    const mine = made.filter(({ list, key }) =>
      list === 'variations' && key !== null ? keys.includes(key) : variationId === null,
    )
    // Its review may be closed while its rows are written: its edits are noted before they go.
    const noted = keptTables.editsOf(id, productId)
    const isNoted = noted.length > 0 || isSettled || proposalId === null
    const unmade = isNoted ? noted : proposedEdits.unmade(proposalId, productId)
    return [
      ...mine.map((change) => ({ label: nameOf(change), ...becameOf(change) })),
      ...unmade
        .filter((edit) => edit.variationId === variationId)
        .map(({ field, standing, reason }) => ({ label: nameOf({ field }), is: standing, reason })),
    ]
  }
}

const nameOf = ({ field, list }: { field: string | null; list?: ChangeRecord['list'] }): string =>
  list === 'pictures' || field === 'picture'
    ? 'Pictures'
    : field !== null && field !== 'new'
      ? labelOf(field)
      : 'The product'

/** What takes a revert back brings it about again. */
function isUndone(catalogue: Pick<Catalogue, 'changes'>, changeId: number): boolean {
  return catalogue.changes.revertsOf(changeId).some((id) => !isUndone(catalogue, id))
}
