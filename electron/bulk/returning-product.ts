import type { Catalogue } from '../catalogue/catalogue'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { filesOf } from '../changes/files'
import { madeAnew } from '../changes/inverse'
import { createNamesAnew } from '../changes/names-anew'
import { withCopies } from '../changes/kept-copies'
import { createPacer } from '../changes/pacer'
import { isShelf } from '../changes/reindex-thing'
import { rowAgain } from '../changes/row-again'
import { sourcedPictures } from '../changes/sourced-pictures'
import type { BulkAction } from '../shared/bulk-action'
import { isCreate } from '../shared/change-address'
import { createPayloadSchema, type NewChange } from '../shared/change-record'
import { asSaid } from '../shared/cell-reason'
import { editSays } from '../shared/edit-reason'
import { AppError } from '../shared/errors'
import { readFields } from '../shared/fields/product-fields'
import type { Reference } from '../shared/fields/references'
import { says } from '../shared/sentence'
import type { RemoteProduct } from '../shared/remote-product'
import { shelfInProposal } from '../shared/proposal'
import { createShelfNames, type ShelfNames } from '../snapshots/shelf-names'
import { contentNow, productThen } from '../snapshots/thing-content'
import { keptCopies } from '../changes/picture-copies'
import { copyOfFile, filesWithoutCopy } from './media-back'
import { lackedByReturning, type Filing } from './filed-back'
import { isHere, namedHere } from './named-here'
import { inTheirTurn, isHereOrComes } from './shelves-back'

/** What the snapshot that is gone back to calls categories and product types; null: none is. */
export const namesFor = (catalogue: Catalogue, action: BulkAction): ShelfNames | null =>
  action.kind === 'put-back' ? createShelfNames(catalogue, action.snapshotId) : null

/**
 * What a proposal is about: categories and product types first, which products are filed in. Products that are not there any more are known to it
 * by their local ids below zero. What came and went since is none of them.
 */
export async function returning(
  catalogue: Catalogue,
  { snapshotId, signal }: { snapshotId: number; signal: AbortSignal },
  ids: readonly number[],
): Promise<number[]> {
  const pace = createPacer()
  const products: number[] = []
  for (const id of ids) {
    if (isShelf(id)) continue
    if (signal.aborted) break
    if (contentNow(catalogue, id)) products.push(id)
    else if (catalogue.snapshots.contentAt(snapshotId, id) !== null) products.push(-id)
    await pace()
  }
  return [...(await inTheirTurn(catalogue, snapshotId, ids.filter(isShelf))).map(shelfInProposal), ...products]
}

type Returning = { snapshotId: number; names: ShelfNames; id: number; proposalId: number }

/** That it comes back is one edit: all of it or nothing. Files that nobody has any more, and what it was in that does not come back, are named beside it. */
export function editsOfReturning(catalogue: Catalogue, { snapshotId, names, id, proposalId }: Returning) {
  const then = productThen(catalogue, snapshotId, -id)
  const isWaiting = catalogue.products.get(-id) !== undefined
  const reason = then === null ? asSaid(says('not-in-snapshot')) : isWaiting ? editSays('delete-waits') : null
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
  const lost = then === null || isWaiting ? [] : filesWithoutCopy(catalogue, then)
  const comes = (named: Reference) => isHereOrComes(catalogue, proposalId, named)
  const lacked = then === null || isWaiting ? [] : withoutThem(then, names, comes)
  return {
    name: then?.name ?? '',
    sku: then?.sku ?? '',
    edits: [edit, ...lacked, ...lost.map((file) => ({ ...edit, ...file }))],
  }
}

/** The rows of what it was in and comes back without. */
function withoutThem(then: RemoteProduct, names: ShelfNames, comes: Filing['comes']): NewProposedEdit[] {
  const fields = names.inFields(readFields(names.inProduct(then)))
  return lackedByReturning(fields, { comes, calledThen: names.calledThen }).map((each) => ({
    ...each,
    variation: null,
    standing: 'refused',
    follows: null,
    warnings: [],
    weight: 0,
  }))
}

/** The same once the rest was written: some of it may have been left out, or could not come back. */
export function lackedNow(catalogue: Catalogue, { snapshotId, names, id }: Omit<Returning, 'proposalId'>) {
  const then = productThen(catalogue, snapshotId, -id)
  return then ? withoutThem(then, names, (named) => isHere(catalogue, named)) : []
}

/** As a delete is undone: with all that can be had of it, in the row that it had. The delete has nothing to undo then. */
export function returned(catalogue: Catalogue, snapshotId: number, id: number, names: ShelfNames): NewChange[] {
  const then = productThen(catalogue, snapshotId, -id)
  if (!then) throw new AppError('not-found', says('not-in-snapshot'))
  if (catalogue.products.get(-id)) throw new AppError('not-found', says('here-again'))
  const made = madeAnew(catalogue, withCopiesKept(catalogue, -id, names.inProduct(then)), {
    productId: rowAgain(catalogue, 'product', -id),
    reverts: catalogue.changes.deletionOf('product', -id),
  })
  return createNamesAnew(catalogue).meant(
    made.map((each) => filedNow(catalogue, each, names)),
    [],
  )
}

/** What it was filed in and is not here, such as what was left out, is named by nothing. */
function filedNow(catalogue: Catalogue, change: NewChange, names: ShelfNames): NewChange {
  const payload = isCreate(change) ? createPayloadSchema.safeParse(change.after).data : undefined
  if (!payload) return change
  return { ...change, after: { ...payload, fields: namedHere(catalogue, names.inFields(payload.fields)) } }
}

/** From the copies that were taken before the store forgot them. */
function withCopiesKept(catalogue: Catalogue, id: number, then: RemoteProduct): RemoteProduct {
  const copyOf = keptCopies(catalogue, id)
  const copies = sourcedPictures(then).flatMap(({ key }): [string, string][] => {
    const hash = copyOf(key)
    return hash === null ? [] : [[key, hash]]
  })
  const files = filesOf(then).flatMap((file) => {
    const hash = copyOfFile(catalogue, then.id, file)
    return hash === null ? [] : [{ ...file, hash }]
  })
  return { ...withCopies(then, new Map(copies)), files }
}
