import type { Catalogue } from '../catalogue/catalogue'
import type { KeptEdit, KeptTable } from '../catalogue/kept-tables'
import type { KeptRow } from '../catalogue/packed-rows'
import { currentProduct } from '../changes/reindex'
import { localVariation } from '../changes/variation-entries'
import { variationsNow } from '../changes/variation-names'
import { addsVariation } from '../shared/change-address'
import type { ChangeState } from '../shared/change'
import type { ChangeRecord } from '../shared/change-record'
import { reasonText } from '../shared/errors'
import { labelOf } from '../shared/fields/shown'
import { once } from '../shared/once'
import { isProposedCategory, shelfOfProposal, type EditStanding } from '../shared/proposal'
import { pictureOfShelf } from '../shared/shelf-edit'
import { lastFew } from './last-few'
import { editReasonText } from '../shared/words/edit-reason'

/** What became of a field that a row speaks of: as its change is, or as its review left it. */
export type Outcome = { label: string; is: ChangeState | EditStanding | 'undone'; reason: string | null }

/** What became of the rows of a table that was imported, looked up product by product. */
export function createOutcomes(catalogue: Catalogue, table: KeptTable): (of: NonNullable<KeptRow['of']>) => Outcome[] {
  const { changes, keptTables, proposals, proposedEdits } = catalogue
  const { id, proposalId, isSettled } = table
  const setId = table.changeSetId ?? (proposalId === null ? null : (proposals.get(proposalId)?.changeSetId ?? null))
  const lookAt = lastFew((productId) => {
    const outlines = setId === null ? [] : changes.outlineOfThing(setId, { thing: 'product', id: productId })
    const made = outlines.flatMap((outline) => changes.get(outline.id) ?? [])
    return {
      made: grouped(made, keyOf),
      unmade: grouped(unmadeOf(productId), (edit) => edit.variationId),
      names: once(() => {
        const product = currentProduct(catalogue, productId)
        return product && variationsNow(catalogue, productId, product)
      }),
    }
  })

  /** Its review may be closed while its rows are written: its edits are noted before they go. */
  function unmadeOf(productId: number): KeptEdit[] {
    const noted = keptTables.editsOf(id, productId)
    return noted.length > 0 || isSettled || proposalId === null ? noted : proposedEdits.unmade(proposalId, productId)
  }

  /** One that was made here may have its number since. */
  function keysOf(productId: number, variationId: number): string[] {
    const key = String(variationId)
    const names = variationId < 0 ? lookAt(productId).names() : undefined
    return names ? names.keysSince({ id: 0, verb: 'set', key }) : [key]
  }

  function becameOf(change: ChangeRecord): Pick<Outcome, 'is' | 'reason'> {
    const again = change.state === 'taken-back' ? changes.redoneBy(change.id) : null
    const newer = again === null ? undefined : changes.get(again)
    if (newer) return becameOf(newer)
    if (change.state === 'sent' && isUndone(catalogue, change.id)) return { is: 'undone', reason: null }
    return { is: change.state, reason: change.reason && reasonText(change.reason) }
  }

  /** Its local id is below zero, as those of products are that are not made yet. */
  function ofCategory(named: number): Outcome[] {
    const label = 'The category'
    const shelf = keptTables.productOf(id, named)
    if (isProposedCategory(shelf)) return [{ label, is: isSettled ? 'out' : 'in', reason: null }]
    return madeOf(shelf).map((change) => ({ label, ...becameOf(change) }))
  }

  function madeOf(localId: number): ChangeRecord[] {
    const outlines = setId === null ? [] : changes.outlineOfThing(setId, { thing: 'category', id: localId })
    return outlines.flatMap((outline) => changes.get(outline.id) ?? [])
  }

  /** Of one that was here before. */
  const ofCategoryHere = (named: number, localId: number): Outcome[] => [
    ...madeOf(localId).map((change) => ({ label: labelOfShelf(change), ...becameOf(change) })),
    ...unmadeOf(named).map(({ standing, reason }) => ({
      label: 'The category',
      is: standing,
      reason: reason && editReasonText(reason),
    })),
  ]

  return ({ productId: named, variationId }) => {
    const localId = shelfOfProposal(named)
    if (localId !== null) return ofCategoryHere(named, localId)
    if (isProposedCategory(named)) return ofCategory(named)
    const productId = keptTables.productOf(id, named)
    const { made, unmade } = lookAt(productId)
    const keys = variationId === null ? [null] : keysOf(productId, keptTables.variationOf(id, variationId))
    const mine = [...new Set(keys)].flatMap((key) => made.get(key) ?? [])
    return [
      ...mine.map((change) => ({ label: nameOf(change), ...becameOf(change) })),
      ...(unmade.get(variationId) ?? []).map(({ field, standing, reason }) => ({
        label: nameOf({ field }),
        is: standing,
        reason: reason && editReasonText(reason),
      })),
    ]
  }
}

/** The variation that it is about; null: the product itself. */
function keyOf(change: ChangeRecord): string | null {
  if (change.list !== 'variations') return null
  return addsVariation(change) ? String(localVariation(change.id)) : change.key
}

function grouped<One, Key>(all: readonly One[], keyIn: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all) {
    const key = keyIn(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const nameOf = ({ field, list }: { field: string | null; list?: ChangeRecord['list'] }): string =>
  list === 'pictures' || field === 'picture'
    ? 'Pictures'
    : field === 'variation' || (list === 'variations' && field === null)
      ? 'The variation'
      : field !== null && field !== 'new'
        ? labelOf(field)
        : 'The product'

const labelOfShelf = ({ field }: ChangeRecord): string =>
  field === pictureOfShelf ? 'Picture' : labelOf({ thing: 'category', list: null, field })

/** What takes a revert back brings it about again. */
function isUndone(catalogue: Pick<Catalogue, 'changes'>, changeId: number): boolean {
  return catalogue.changes.revertsOf(changeId).some((id) => !isUndone(catalogue, id))
}
