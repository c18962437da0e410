import type { Catalogue } from '../catalogue/catalogue'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { madeAnew } from '../changes/inverse'
import { createNamesAnew } from '../changes/names-anew'
import { rowAgain } from '../changes/row-again'
import type { NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { contentNow, productThen } from '../snapshots/thing-content'

/** Those that are not there any more are known to a proposal by their local ids below zero. What came and went since is none of them. */
export const returning = (catalogue: Catalogue, snapshotId: number, ids: readonly number[]): number[] =>
  ids.flatMap((id) => {
    if (contentNow(catalogue, id)) return [id]
    return catalogue.snapshots.contentAt(snapshotId, id) === null ? [] : [-id]
  })

/** That it comes back is one edit: all of it or nothing. */
export function editsOfReturning(catalogue: Catalogue, snapshotId: number, id: number) {
  const then = productThen(catalogue, snapshotId, -id)
  const isWaiting = catalogue.products.get(-id) !== undefined
  const reason = then === null ? notThere : isWaiting ? deleteWaits : null
  const edit: NewProposedEdit = {
    variationId: null,
    variation: null,
    field: 'new',
    before: null,
    after: null,
    standing: reason === null ? 'in' : 'refused',
    reason,
    follows: null,
    warnings: [],
    weight: 1e11,
  }
  return { name: then?.name ?? '', sku: then?.sku ?? '', edits: [edit] }
}

/** As a delete is undone: with all that can be had of it, in the row that it had. */
export function returned(catalogue: Catalogue, snapshotId: number, id: number): NewChange[] {
  const then = productThen(catalogue, snapshotId, -id)
  if (!then) throw new AppError('not-found', notThere)
  return createNamesAnew(catalogue).meant(madeAnew(then, rowAgain(catalogue, 'product', -id)), [])
}

const notThere = 'It is not in this snapshot any more.'
const deleteWaits = 'Its delete has not been sent yet. Take that back in Changes.'
