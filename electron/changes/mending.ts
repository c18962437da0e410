import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeState } from '../shared/change'
import {
  addsPicture,
  isCreate,
  isSameAct,
  removesPicture,
  setsField,
  setsThis,
  setsVariationPicture,
  type Act,
  type ThingRef,
} from '../shared/change-address'
import { removedPictureSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import { openChanges, type OpenChanges } from './open-changes'
import { changeOfKey, localKey } from './pictures'
import { isOnlyAbout } from './picture-names'
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
  if (setsVariationPicture(change)) return mendingVariation(catalogue, change, waiting)
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
const isMendable = (act: Act): boolean => (act.verb === 'set' && !setsVariationPicture(act)) || act.verb === 'order'

function inPlaceOf(
  catalogue: Catalogue,
  refused: readonly ChangeRecord[],
  change: Act & Pick<ChangeRecord, 'before' | 'after'>,
): Pick<ChangeRecord, 'before' | 'after'> {
  const { before, after } = change
  const still = refused.filter(({ id }) => catalogue.changes.get(id)?.state === 'refused')
  const [first] = still
  if (!first) return { before, after }
  for (const { id } of still) end(catalogue, id)
  // Stock travels as a difference: what was refused is part of what the person sees and types.
  const isStock = setsThis(change, 'quantity')
  return { before: first.before, after: isStock ? Number(first.before) + stockDelta([...still, change]) : after }
}

/** Another picture for the same variation settles what was refused or asked about; one of both is what is wanted. */
function mendingVariation(catalogue: Catalogue, change: NewChange, waiting: readonly ChangeRecord[]): NewChange {
  const isStill = ({ id }: ChangeRecord) => needsOwner.has(catalogue.changes.get(id)?.state ?? 'sent')
  const settled = waiting.filter((each) => isSameAct(each, change) && isStill(each))
  for (const { id } of settled) end(catalogue, id)
  return settled[0] ? { ...change, before: settled[0].before } : change
}

/**
 * A picture that is removed before it was uploaded never leaves this device: what is left to remove is the picture its upload
 * would have replaced. `isDone`: there is none.
 */
export function withoutUpload<Change extends Act>(
  catalogue: Catalogue,
  change: Change,
  open: OpenChanges,
): { change: Change; isDone: boolean } {
  const id = removesPicture(change) ? changeOfKey(change.key ?? '') : null
  const add = id === null ? undefined : catalogue.changes.get(id)
  if (!add || !addsPicture(add) || !resting.has(add.state)) return { change, isDone: false }
  giveUpUpload(open, add)
  const replaced = removedPictureSchema.safeParse(add.before)
  return replaced.success
    ? withoutUpload(catalogue, { ...change, key: replaced.data.key }, open)
    : { change, isDone: true }
}

/** The same for removals that waited for an upload to settle, which now rests again or was refused. */
export function endGivenUp(catalogue: Catalogue, productId: number, now: number): void {
  const open = openChanges(catalogue, { thing: 'product', id: productId })
  const removals = open.all().filter((change) => removesPicture(change) && change.state === 'waiting')
  for (const removal of removals) {
    const { change, isDone } = withoutUpload(catalogue, removal, open)
    if (isDone) open.update(removal.id, { state: 'sent', sentAt: now, retryAt: null, reason: null })
    else if (change.key !== removal.key) open.update(removal.id, { key: change.key })
  }
}

/** An upload that will not be made: what only concerned its picture ends with it, and what it replaced is there again. */
export function giveUpUpload(open: OpenChanges, add: ChangeRecord): void {
  const key = localKey(add.id)
  const end = (id: number) => open.update(id, { state: 'taken-back', retryAt: null })
  end(add.id)
  for (const other of open.all()) {
    if (isOnlyAbout(other, key) && !removesPicture(other)) end(other.id)
    if (!addsPicture(other) || other.before === null) continue
    const replaced = removedPictureSchema.safeParse(other.before)
    if (replaced.success && replaced.data.key === key) open.update(other.id, { before: add.before })
  }
}
