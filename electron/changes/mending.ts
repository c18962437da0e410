import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeState } from '../shared/change'
import { isCreate, isSameAct, setsField, setsOwnPicture, type Act, type ThingRef } from '../shared/change-address'
import { removedPictureSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import { describedField, isDifference } from '../shared/fields/thing-fields'
import { adapterOf } from './adapters/all'
import { openChanges, type OpenChanges } from './open-changes'
import { halfOf, isHalfSent } from './half-sent'
import { stockDelta } from './stock'

/** Neither in the store nor on the way there. */
const resting: ReadonlySet<ChangeState> = new Set(['waiting', 'held', 'refused', 'conflict'])
const needsOwner: ReadonlySet<ChangeState> = new Set(['refused', 'conflict'])

const end = (catalogue: Catalogue, id: number): void =>
  catalogue.changes.update(id, { state: 'taken-back', retryAt: null })

/** Those of a product's open changes that wait for their owner. */
export const needingOwner = (open: readonly ChangeRecord[]): ChangeRecord[] =>
  open.filter(({ state }) => needsOwner.has(state))

/**
 * An edit of something the store refused takes the refused edit's place, and starts where that one started: the person has
 * mended it. A product that the store refused to make goes back into the queue with it. `waiting`: what needs its owner.
 */
export function mending(catalogue: Catalogue, change: NewChange, waiting: readonly ChangeRecord[]): NewChange {
  if (setsOwnPicture(change)) return mendingPicture(catalogue, change, waiting)
  if (!isMendable(change)) return change
  const refused = waiting.filter(({ state }) => state === 'refused')
  const create = refused.find(isCreate)
  if (create && setsField(change)) {
    catalogue.changes.update(create.id, { state: 'waiting', reason: null, retryAt: null })
  }
  const same = refused.filter((each) => isSameThing(each, change))
  return same.length > 0 ? { ...change, ...inPlaceOf(catalogue, same, change) } : change
}

/** What was refused while a later edit of the same thing waited already: that edit takes its place. */
export function mendByLater(catalogue: Catalogue, { thing, id: localId }: ThingRef): void {
  const open = catalogue.changes.openOf(thing, localId)
  for (const later of open.filter(({ state }) => state === 'waiting' || state === 'held')) {
    const refused = open.filter((each) => each.id < later.id && each.state === 'refused' && isSameThing(each, later))
    if (refused.length > 0) catalogue.changes.update(later.id, inPlaceOf(catalogue, refused, later))
  }
}

const isSameThing = (one: Act, other: Act): boolean => isMendable(one) && isSameAct(one, other)

/** A later one says all that an earlier one did. */
const isMendable = (act: Act): boolean => (act.verb === 'set' && !setsOwnPicture(act)) || act.verb === 'order'

function inPlaceOf(
  catalogue: Catalogue,
  refused: readonly ChangeRecord[],
  change: Act & Pick<ChangeRecord, 'before' | 'after'>,
): Pick<NewChange, 'before' | 'after' | 'token'> {
  const { before, after } = change
  const still = refused.filter(({ id }) => catalogue.changes.get(id)?.state === 'refused')
  const [first] = still
  if (!first) return { before, after }
  for (const { id } of still) end(catalogue, id)
  // Stock travels as a difference: what was refused is part of what the person sees and types. Without a number there is none.
  const isCounted =
    isDifference(change) && [...still, change].every((each) => each.before !== null && each.after !== null)
  const value = isCounted ? Number(first.before) + stockDelta([...still, change]) : after
  const [way, half] = [describedField(change), still.findLast(isHalfSent)]
  return { before: first.before, after: value, ...(way && half && { token: halfOf(way, half) }) }
}

/** Another picture for the same variation or category settles what was refused or asked about; one of both is what is wanted. */
function mendingPicture(catalogue: Catalogue, change: NewChange, waiting: readonly ChangeRecord[]): NewChange {
  const isStill = ({ id }: ChangeRecord) => needsOwner.has(catalogue.changes.get(id)?.state ?? 'sent')
  const settled = waiting.filter((each) => isSameAct(each, change) && isStill(each))
  for (const { id } of settled) end(catalogue, id)
  return settled[0] ? { ...change, before: settled[0].before } : change
}

/**
 * What is removed before it was added in the store never leaves this device: what is left to remove is the picture its upload
 * would have replaced. `isDone`: there is none.
 */
export function withoutAdd<Change extends Act>(
  catalogue: Catalogue,
  change: Change,
  open: OpenChanges,
): { change: Change; isDone: boolean } {
  const adapter = adapterOf(change)
  const id = change.verb === 'remove' && change.key !== null ? adapter.madeBy(change.key) : null
  const add = id === null ? undefined : catalogue.changes.get(id)
  if (add?.verb !== 'add' || !resting.has(add.state)) return { change, isDone: false }
  adapter.giveUp(open, add)
  const replaced = removedPictureSchema.safeParse(add.before)
  return replaced.success
    ? withoutAdd(catalogue, { ...change, key: replaced.data.key }, open)
    : { change, isDone: true }
}

/** The same for removals that waited for what they remove to settle, which now rests again or was refused. */
export function endGivenUp(catalogue: Catalogue, productId: number, now: number): void {
  const open = openChanges(catalogue, { thing: 'product', id: productId })
  const removals = open.all().filter(({ verb, state }) => verb === 'remove' && state === 'waiting')
  for (const removal of removals) {
    const { change, isDone } = withoutAdd(catalogue, removal, open)
    if (isDone) open.update(removal.id, { state: 'sent', sentAt: now, retryAt: null, reason: null })
    else if (change.key !== removal.key) open.update(removal.id, { key: change.key })
  }
}
