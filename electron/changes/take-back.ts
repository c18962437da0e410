import type { Catalogue } from '../catalogue/catalogue'
import { isCreate, isOfPictures, isSameAct, setsField } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { says } from '../shared/sentence'
import { describedField, isDifference } from '../shared/fields/thing-fields'
import { isGone } from './gone-reason'
import { mergeValues, type Way } from './merge'
import { adapterOf } from './adapters/all'
import { openChanges, type OpenChanges } from './open-changes'
import { rebaseMains } from './rebase-mains'
import { isShelf, reindexThing } from './reindex-thing'
import { removeShelf } from './shelves'
import { stockAlong } from './own-values'
import { isPlaceGone, isPlaceTaken } from './variation-entries'

/** Takes changes back that are not in the store. Returns the products they belonged to. */
export function takeBack(catalogue: Catalogue, changeIds: readonly number[]): number[] {
  return catalogue.transaction(() => {
    const changes = changeIds
      .flatMap((id) => catalogue.changes.get(id) ?? [])
      .filter(({ state }) => state !== 'taken-back')
    if (changes.some(({ state }) => state === 'sending' || state === 'unknown')) {
      throw new AppError('conflict', says('on-its-way'))
    }
    if (changes.some(({ state }) => state === 'sent')) {
      throw new AppError('conflict', says('in-store-already'))
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
  for (const change of changes.flatMap((each) => [each, ...stockAlong(open.all(), each)])) takeBackOne(open, change.id)
  if (isPlaceTaken(open.all(), changes)) throw new AppError('conflict', placeTaken)
  if (isPlaceGone(open.all(), changes)) throw new AppError('conflict', placeGone)
  if (changes.some((change) => isOfPictures(change) && change.verb !== 'set')) rebaseMains(catalogue, id)
  // Without its edits nothing keeps a thing here that the store has deleted.
  if (changes.some(isGone) && open.all().length === 0) removeThing(catalogue, id)
  else reindexThing(catalogue, id)
}

const placeTaken =
  'A variation with the same options was made since this one was removed. Take that back first; nothing was changed.'

const placeGone =
  'An option or a choice that this variation is made of was removed as well. Take that back first; nothing was changed.'

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
    // The next ones of the same started from this one.
    const isKept = rebase(
      open,
      change,
      later.filter((each) => isSameAct(each, change)),
    )
    adapterOf(change).unset(open, change, isKept)
  } else if (change.verb === 'create' || change.verb === 'add') {
    const adapter = adapterOf(change)
    adapter.giveUp(open, change)
    const isNamed = ({ list, key }: ChangeRecord) => list === change.list && key !== null && adapter.madeBy(key) === id
    later.filter(isNamed).forEach(end)
  }
}

/**
 * The next edits of the same thing now start from where the one taken back had started, and of a list or a set keep what they did themselves.
 * Whether they still say what it did.
 */
function rebase(open: OpenChanges, gone: ChangeRecord, later: readonly ChangeRecord[]): boolean {
  const [next] = later
  if (!next) return false
  const isCounted = [gone.before, next.before, next.after].every((value) => value !== null)
  if (isDifference(gone)) {
    // Stock travels as a difference: +5 stays +5.
    const after = isCounted ? Number(gone.before) + Number(next.after) - Number(next.before) : next.after
    open.update(next.id, { before: gone.before, after })
    return !isCounted
  }
  const known = setsField(gone) ? describedField(gone) : undefined
  if (!known || known.merge === 'value') {
    open.update(next.id, { before: gone.before })
    return true
  }
  const edits = withoutFirst(known, gone, later)
  for (const { id, before, after } of edits ?? [{ ...next, before: gone.before }]) open.update(id, { before, after })
  return edits === null
}

/** Null: what they did cannot be told from what the first one did. */
function withoutFirst(way: Way, first: ChangeRecord, later: readonly ChangeRecord[]): ChangeRecord[] | null {
  const edits: ChangeRecord[] = []
  let now = first.before
  for (const edit of later) {
    const merge = mergeValues(way, edit.before, edit.after, now)
    if (merge.outcome === 'conflict') return null
    const after = merge.outcome === 'same' ? now : merge.value
    edits.push({ ...edit, before: now, after })
    now = after
  }
  return edits
}
