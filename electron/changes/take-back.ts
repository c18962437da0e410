import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, isOfPictures, isSameAct } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { isDifference } from '../shared/fields/thing-fields'
import { isGone } from './gone'
import { adapterOf } from './adapters/all'
import { openChanges, type OpenChanges } from './open-changes'
import { rebaseMains } from './rebase-mains'
import { isShelf, reindexThing } from './reindex-thing'
import { removeShelf } from './shelves'

/** Takes changes back that are not in the store. Returns the products they belonged to. */
export function takeBack(catalogue: Catalogue, changeIds: readonly number[]): number[] {
  return catalogue.transaction(() => {
    const changes = changeIds
      .flatMap((id) => catalogue.changes.get(id) ?? [])
      .filter(({ state }) => state !== 'taken-back')
    if (changes.some(({ state }) => state === 'sending' || state === 'unknown')) {
      const message =
        'This change is on its way to the store right now. Wait a moment, then revert it from the Sent tab.'
      throw new AppError('conflict', message)
    }
    if (changes.some(({ state }) => state === 'sent')) {
      throw new AppError('conflict', 'This change is in the store already. Revert it from the Sent tab.')
    }
    const byProduct = new Map<number, ChangeRecord[]>()
    for (const change of changes) {
      const its = byProduct.get(change.productId)
      if (its) its.push(change)
      else byProduct.set(change.productId, [change])
    }
    const waiting = changes.filter(isCreate).flatMap(({ id }) => catalogue.changes.waitingFor(id))
    for (const its of byProduct.values()) takeBackOf(catalogue, its)
    // What was filed in a category that is not made after all is no more in it.
    for (const id of waiting) reindexThing(catalogue, id)
    return [...new Set([...byProduct.keys(), ...waiting])]
  })
}

function takeBackOf(catalogue: Catalogue, changes: readonly ChangeRecord[]): void {
  const [first] = changes
  if (!first) return
  const { thing, productId: id } = first
  const open = openChanges(catalogue, { thing, id })
  for (const change of changes) takeBackOne(open, change.id)
  if (changes.some((change) => isOfPictures(change) && change.verb !== 'set')) rebaseMains(catalogue, id)
  // Without its edits nothing keeps a thing here that the store has deleted.
  if (changes.some(isGone) && open.all().length === 0) removeThing(catalogue, id)
  else reindexThing(catalogue, id)
}

function removeThing(catalogue: Catalogue, id: number): void {
  if (isShelf(id)) removeShelf(catalogue, id)
  else catalogue.products.remove(id)
}

function takeBackOne(open: OpenChanges, id: number): void {
  const change = open.get(id)
  // It went with one before it.
  if (!change) return
  const later = open.all().filter((each) => each.id > id)
  const end = (one: ChangeRecord) => open.update(one.id, { state: 'taken-back', retryAt: null })
  end(change)
  if (change.verb === 'set' || change.verb === 'order') {
    // The next one of the same started from this one.
    const next = later.find((each) => isSameAct(each, change))
    if (next) open.update(next.id, rebased(change, next))
  } else if (change.verb === 'create' || change.verb === 'add') {
    const adapter = adapterOf(change)
    adapter.giveUp(open, change)
    const isNamed = ({ list, key }: ChangeRecord) => list === change.list && key !== null && adapter.madeBy(key) === id
    later.filter(isNamed).forEach(end)
  }
}

/** The next edit of the same thing now starts from where the one taken back had started. */
function rebased(
  gone: ChangeRecord,
  next: ChangeRecord,
): Pick<ChangeRecord, 'before'> | Pick<ChangeRecord, 'before' | 'after'> {
  const isCounted = [gone.before, next.before, next.after].every((value) => value !== null)
  if (!isDifference(gone) || !isCounted) return { before: gone.before }
  // Stock travels as a difference: +5 stays +5.
  return { before: gone.before, after: Number(gone.before) + Number(next.after) - Number(next.before) }
}
