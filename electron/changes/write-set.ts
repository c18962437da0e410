import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { Operation } from '../shared/change'
import { isDelete } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import type { SetLabel } from '../shared/set-label'
import { mending, needingOwner, withoutUpload } from './mending'
import { namesNow, type NameNow } from './picture-names'
import { planChanges, type PlanContext } from './plan'
import { currentProduct, reindexProduct } from './reindex'

/** How long a delete rests before it is sent: within it, Undo costs nothing. */
export const deleteRestMs = 8_000

export type NewSet = Pick<ChangeSetRecord, 'source' | 'label'> & { revertOf?: number }

/**
 * The one way to write a change set: a new one, which is made with its first change, or one that grows (`into`: its id). What is
 * added takes the place of what was refused of the same thing, and is in the list at once. Everything belongs into a transaction.
 */
export function writeSet(catalogue: Catalogue, now: number, into: NewSet | number) {
  const { changes } = catalogue
  const touched = new Set<number>()
  let setId = typeof into === 'number' ? into : null

  function made(): number {
    if (typeof into === 'number') return into
    const { source, label, revertOf = null } = into
    return (setId ??= changes.insertSet({ source, label, createdAt: now, revertOf }))
  }

  function addOne(each: NewChange, needsOwner: readonly ChangeRecord[]): number {
    const { change, isDone } = withoutUpload(catalogue, mending(catalogue, each, needsOwner))
    const id = changes.insert(made(), change, isDone ? now : null)
    if (isDelete(change)) changes.update(id, { retryAt: now + deleteRestMs })
    return id
  }

  /** The ids of the changes, in their order. */
  function add(planned: readonly NewChange[]): number[] {
    const waiting = new Map<number, ChangeRecord[]>()
    const ids = planned.map((each) => {
      const needsOwner = waiting.get(each.productId) ?? needingOwner(catalogue, each.productId)
      waiting.set(each.productId, needsOwner)
      return addOne(each, needsOwner)
    })
    for (const productId of waiting.keys()) {
      reindexProduct(catalogue, productId)
      touched.add(productId)
    }
    return ids
  }

  return {
    /** Null as long as nothing was added. */
    id: (): number | null => setId,
    /** Products that look different. */
    productIds: (): number[] => [...touched],
    add,
    /** Plans what is asked for, from what the products are now, and adds it. */
    ask: (operations: readonly Operation[]): number[] => add(planChanges(operations, planContext(catalogue))),
    /** What is in the store since `at`, and in the list already. */
    record: (change: NewChange, at: number): void => void changes.insert(made(), change, at),
    /** What it is about, as far as it has grown. */
    relabel(label: SetLabel): void {
      if (setId !== null) changes.relabel(setId, label)
    },
  }
}
export type WrittenSet = ReturnType<typeof writeSet>

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
