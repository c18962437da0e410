import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { Operation } from '../shared/change'
import { isDelete } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import { mending, needingOwner, withoutUpload } from './mending'
import { namesNow, type NameNow } from './picture-names'
import { planChanges, type PlanContext } from './plan'
import { currentProduct, reindexProduct } from './reindex'

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
    const planned = planChanges(operations, planContext(catalogue))
    return storeChanges(catalogue, now, { source, label, revertOf: null }, planned)
  })
}

/** The same into a set that grows; call inside a transaction. The changes' ids, in the order of the operations. */
export function addToSet(catalogue: Catalogue, now: number, setId: number, operations: readonly Operation[]): number[] {
  return storeIn(catalogue, now, setId, planChanges(operations, planContext(catalogue)))
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
  const waiting = new Map<number, ChangeRecord[]>()
  const ids = planned.map((each) => {
    const needsOwner = waiting.get(each.productId) ?? needingOwner(catalogue, each.productId)
    waiting.set(each.productId, needsOwner)
    const { change, isDone } = withoutUpload(catalogue, mending(catalogue, each, needsOwner))
    const id = catalogue.changes.insert(setId, change, isDone ? now : null)
    if (isDelete(change)) catalogue.changes.update(id, { retryAt: now + deleteRestMs })
    return id
  })
  for (const productId of new Set(planned.map((change) => change.productId))) reindexProduct(catalogue, productId)
  return ids
}

/** Planning writes nothing, so that a product is read once for all that is planned on it. */
function planContext(catalogue: Catalogue): PlanContext {
  const known = new Map<number, RemoteProduct>()
  const names = new Map<number, NameNow>()
  return {
    current(productId) {
      const current = known.get(productId) ?? currentProduct(catalogue, productId)
      if (!current) throw new AppError('not-found', 'This product is no longer in the catalogue. Nothing was changed.')
      known.set(productId, current)
      return current
    },
    newProduct: () => catalogue.products.create(),
    nameNow(productId, shown, key) {
      const nameNow = names.get(productId) ?? namesNow(catalogue, productId, shown)
      names.set(productId, nameNow)
      return nameNow(key)
    },
  }
}
