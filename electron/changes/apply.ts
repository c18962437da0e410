import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { ChangeState, Operation } from '../shared/change'
import type { NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { planChanges } from './plan'
import { currentProduct, reindexProduct } from './reindex'
import { stockDelta } from './stock'

export type Applied = { changeSetId: number | null; productIds: number[] }

/** How long a delete rests before it is sent: within it, Undo costs nothing. */
export const deleteRestMs = 8_000

/** Plans the operations and stores them as one change set, queue entry and list row in the same transaction. */
export function applyOperations(
  catalogue: Catalogue,
  now: number,
  { source, label, operations }: Pick<ChangeSetRecord, 'source' | 'label'> & { operations: readonly Operation[] },
): Applied {
  return catalogue.transaction(() => {
    const planned = planChanges(operations, {
      current: (productId) => currentOrFail(catalogue, productId),
      newProduct: () => catalogue.products.create(),
    })
    return storeChanges(catalogue, now, { source, label, revertOf: null }, planned)
  })
}

/** Writes planned changes; call inside a transaction. */
export function storeChanges(
  catalogue: Catalogue,
  now: number,
  set: Omit<ChangeSetRecord, 'id' | 'createdAt'>,
  planned: readonly NewChange[],
): Applied {
  if (planned.length === 0) return { changeSetId: null, productIds: [] }
  const changeSetId = catalogue.changes.insertSet({ ...set, createdAt: now })
  storeIn(catalogue, now, changeSetId, planned)
  return { changeSetId, productIds: [...new Set(planned.map(({ productId }) => productId))] }
}

/** Adds planned changes to a set; call inside a transaction. Returns their ids. */
export function storeIn(catalogue: Catalogue, now: number, setId: number, planned: readonly NewChange[]): number[] {
  const ids = planned.map((change) => {
    const id = catalogue.changes.insert(setId, mending(catalogue, change))
    if (change.kind === 'delete') catalogue.changes.update(id, { retryAt: now + deleteRestMs })
    return id
  })
  for (const productId of new Set(planned.map((change) => change.productId))) reindexProduct(catalogue, productId)
  return ids
}

function currentOrFail(catalogue: Catalogue, productId: number) {
  const current = currentProduct(catalogue, productId)
  if (!current) throw new AppError('not-found', 'This product is no longer in the catalogue. Nothing was changed.')
  return current
}

/**
 * An edit of something the store refused takes the refused edit's place, and starts where that one started: the person has
 * mended it. A product that the store refused to make goes back into the queue with it.
 */
function mending(catalogue: Catalogue, change: NewChange): NewChange {
  if (change.kind === 'picture.variation') return mendingVariation(catalogue, change)
  if (change.kind !== 'field') return change
  const refused = catalogue.changes.openOf(change.productId).filter(({ state }) => state === 'refused')
  const mended = refused.filter(({ kind, field }) => kind === 'field' && field === change.field)
  for (const { id } of mended) catalogue.changes.update(id, { state: 'dropped', retryAt: null })
  const create = refused.find(({ kind }) => kind === 'create')
  if (create) catalogue.changes.update(create.id, { state: 'waiting', reason: null, retryAt: null })
  const [first] = mended
  if (!first) return change
  // Stock travels as a difference: what was refused is part of what the person sees and types.
  const after = change.field === 'quantity' ? Number(first.before) + stockDelta([...mended, change]) : change.after
  return { ...change, before: first.before, after }
}

/** Another picture for the same variation settles what was refused or asked about; one of both is what is wanted. */
function mendingVariation(catalogue: Catalogue, change: NewChange): NewChange {
  const settled = catalogue.changes
    .openOf(change.productId)
    .filter(({ kind, field, state }) => kind === change.kind && field === change.field && needsOwner.has(state))
  for (const { id } of settled) catalogue.changes.update(id, { state: 'dropped', retryAt: null })
  return settled[0] ? { ...change, before: settled[0].before } : change
}

const needsOwner: ReadonlySet<ChangeState> = new Set(['refused', 'conflict'])
