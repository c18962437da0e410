import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { RevertChoice, RevertEntry } from '../shared/change'
import { actOf, addsPicture, isDelete, setsField, toOrderPictures } from '../shared/change-address'
import { isOpen, type ChangeRecord, type NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { describedField } from '../shared/fields/thing-fields'
import { shortName, undoOf, type SetLabel } from '../shared/set-label'
import type { Applied } from './apply'
import { createNamesAnew, type NamesAnew } from './names-anew'
import { comesAlong } from './comes-along'
import { beginAgainWith } from './ended-with'
import { givenBack } from './given-back'
import { staysWithEdits } from './gone-reason'
import { halfOf, isHalfSent, withoutEarlier } from './half-sent'
import { inverseOf, undeleted } from './inverse'
import { isOwnDoing } from './own-doing'
import { inTheirPlaces, placeOf, placesOfGone } from './picture-places'
import { imagesOf, localKey, pictureKey } from './pictures'
import { currentProduct } from './reindex'
import { remembered } from './remembered'
import { seenOf, type Sight } from './seen'
import { takeBack } from './take-back'
import { writeSet, type NewSet, type WrittenSet } from './write-set'
import { says } from '../shared/sentence'

/** Which changes of a set go back; nothing said: all of them. */
export type Part = {
  /** Only these, looked at before: what was changed since goes back as well. */
  changeIds?: readonly number[] | undefined
  /** All but some, and of what was changed since only what is named. */
  choice?: RevertChoice | undefined
}
export type Wanted = Part & { setId: number }

/**
 * Undoes a change set or a part of it: what waits is taken back, what was sent becomes a new change set that leads back.
 * Without `changeIds` and `choice` nobody has looked at what changed since: where others changed it, it is asked about as a conflict;
 * what this person made of it themselves is gone over. `as`: what the new set is, where it is no undo.
 */
export function revertSet(
  catalogue: Catalogue,
  now: number,
  wanted: Wanted,
  as?: Pick<NewSet, 'source' | 'label'>,
): Applied {
  const set = setOrFail(catalogue, wanted.setId)
  return catalogue.transaction(() => {
    const changes = catalogue.changes.ofSet(wanted.setId).filter(isWanted(wanted))
    assertResting(changes)
    const sent = catalogue.changes.withoutReverted(changes.filter(({ state }) => state === 'sent')).reverse()
    const products = new Set(sent.map(({ productId }) => productId)).size
    const label = revertLabel(catalogue, set, products, sent[0]?.productName ?? '')
    const written = writeSet(catalogue, now, { source: 'revert', label, ...as, revertOf: set.id })
    const anew = createNamesAnew(catalogue)
    const touched = backToBefore(catalogue, changes, { ...wanted, anew }, written)
    return { changeSetId: written.id(), productIds: [...new Set([...touched, ...written.productIds()])] }
  })
}

/** Takes changes back that are not in the store. What is half there leads back by a set of its own. Returns the products of all of them. */
export function letGoOf(catalogue: Catalogue, now: number, changeIds: readonly number[]): number[] {
  return catalogue.transaction(() => {
    const changes = changeIds.flatMap((id) => catalogue.changes.get(id) ?? [])
    const half = changes.filter((change) => isHalfSent(change) && !isMoving(change))
    const touched = takeBack(
      catalogue,
      changeIds.filter((id) => !half.some((each) => each.id === id)),
    )
    const ledBack = [...new Set(half.map(({ setId }) => setId))].flatMap((setId) => {
      const its = half.filter((each) => each.setId === setId)
      return revertSet(catalogue, now, { setId, changeIds: its.map(({ id }) => id) }).productIds
    })
    return [...new Set([...touched, ...ledBack])]
  })
}

/**
 * Takes back what waits of these changes, and adds to `into` what leads back from the rest. All changes of a product belong
 * into one call; call inside a transaction. Returns the products of what was taken back.
 */
export function backToBefore(
  catalogue: Catalogue,
  changes: readonly ChangeRecord[],
  wanted: Wanted & { anew: NamesAnew },
  into: WrittenSet,
): number[] {
  const resting = changes.filter((change) => isOpen(change) && !isHalfSent(change))
  const touched = takeBack(catalogue, resting.map(({ id }) => id).reverse())
  const there = changes.filter((change) => change.state === 'sent' || isHalfSent(change))
  const sent = catalogue.changes.withoutReverted(there).reverse()
  const seen = remembered((productId) => seenOf(catalogue, productId))
  const planned = withoutGoing(
    sent.flatMap((change) =>
      isDelete(change)
        ? backAgain(catalogue, change, wanted.anew)
        : broughtBack(catalogue, change, back(catalogue, wanted.anew.said(change), seen(change.productId), wanted)),
    ),
  )
  const ledBack = new Set(planned.map(({ reverts }) => reverts))
  for (const { id } of sent.filter(isHalfSent)) {
    if (ledBack.has(id)) catalogue.changes.update(id, { state: 'taken-back', retryAt: null })
    else touched.push(...takeBack(catalogue, [id]))
  }
  const ids = into.add(wanted.anew.meant(planned, sent.filter(isDelete)))
  into.add(
    givenBack(
      catalogue,
      wanted.anew,
      sent.flatMap((change) => whatGoesBack(change, planned)),
    ),
  )
  restorePositions(catalogue, into, ids)
  return touched
}

/** What is still here is not made a second time. */
const backAgain = (catalogue: Catalogue, change: ChangeRecord, anew: NamesAnew): NewChange[] =>
  staysWithEdits(catalogue, change) ? [] : undeleted(catalogue, change, anew)

/** A picture comes back with the text that it had when it went: what wrote that can be taken back again. */
function broughtBack(catalogue: Catalogue, change: ChangeRecord, planned: NewChange[]): NewChange[] {
  if (planned.length > 0) beginAgainWith(catalogue, change)
  return planned
}

/** What is deleted goes with all of it, and what was done to it before is not taken from it first. */
function withoutGoing(planned: readonly NewChange[]): NewChange[] {
  const going = new Set(planned.filter(isDelete).map(({ productId }) => productId))
  return planned.filter((change) => isDelete(change) || !going.has(change.productId))
}

function whatGoesBack(change: ChangeRecord, planned: readonly NewChange[]) {
  const by = planned.find(({ reverts }) => reverts === change.id)
  return by ? [{ change, by }] : []
}

export function assertResting(changes: readonly Pick<ChangeRecord, 'state'>[]): void {
  if (changes.some(isMoving)) throw new AppError('conflict', says('on-its-way'))
}

export function entryOf(
  catalogue: Catalogue,
  change: ChangeRecord,
  seen: (productId: number) => Sight | undefined,
): RevertEntry[] {
  const { id: changeId, productId, productName, entry: named, before, after: wrote, state } = change
  if (state === 'taken-back') return []
  const about = { changeId, productId, productName, entry: named, wrote, reason: null, along: [] }
  const entry = { ...about, ...actOf(change), before: wrote, after: before }
  if (change.state === 'unknown') return [{ ...entry, standing: 'stuck', reason: says('on-its-way') }]
  // What is on its way goes back as soon as it has arrived.
  if (isOpen(change)) return [{ ...entry, standing: 'waiting' }]
  if (catalogue.changes.withoutReverted([change]).length === 0) return [{ ...entry, standing: 'done' }]
  if (isDelete(change) && staysWithEdits(catalogue, change)) {
    const reason = says(change.thing === 'product' ? 'here-with-edits' : 'shelf-here-with-edits')
    return [{ ...entry, verb: 'create', before: null, after: null, standing: 'stuck', reason }]
  }
  if (isDelete(change)) {
    const made = change.thing === 'product' ? { fields: {}, copied: {} } : before
    const along = comesAlong(catalogue, change)
    return [{ ...entry, verb: 'create', before: null, after: made, standing: 'clean', along }]
  }
  const inverse = inverseOf(createNamesAnew(catalogue).said(change), seen(change.productId))
  if (inverse.standing === 'stuck') return [{ ...entry, standing: 'stuck', reason: says(inverse.reason) }]
  const { change: back, standing } = inverse
  const along = comesAlong(catalogue, change)
  return [{ ...about, along, ...actOf(back), before: isDelete(back) ? null : back.before, after: back.after, standing }]
}

export const isMoving = ({ state }: Pick<ChangeRecord, 'state'>): boolean => state === 'sending' || state === 'unknown'

function back(
  catalogue: Catalogue,
  change: ChangeRecord,
  seen: Sight | undefined,
  { changeIds, choice }: Wanted,
): NewChange[] {
  const inverse = wayBackOf(change, seen)
  if (inverse.standing === 'done' || inverse.standing === 'stuck') return []
  const isTold = isHalfSent(change) || changeIds || choice?.also.includes(change.id)
  if (inverse.standing === 'clean' || isTold) return [inverse.change]
  if (choice) return []
  if (seen && isOwnDoing(catalogue, change, seen)) return [inverse.change]
  const { before, after } = change
  return [{ ...inverse.change, before: after, after: before }]
}

/** Of what is half sent it says how far that came. */
function wayBackOf(change: ChangeRecord, seen: Sight | undefined) {
  const inverse = inverseOf(change, seen)
  const way = setsField(change) ? describedField(change) : undefined
  if (inverse.standing === 'stuck' || !way || !isHalfSent(change)) return inverse
  const before = withoutEarlier(way, inverse.change.before)
  return { ...inverse, change: { ...inverse.change, before, token: halfOf(way, change) } }
}

export function setOrFail(catalogue: Catalogue, setId: number) {
  const set = catalogue.changes.findSet(setId)
  if (!set) throw new AppError('not-found', 'This change set is no longer in the history.')
  return set
}

/** Which changes of a set a wish is about. What is in doubt for long must not keep the others here: who looked was told. */
export function isWanted({ changeIds, choice }: Part) {
  const only = changeIds && new Set(changeIds)
  const except = new Set(choice?.except)
  return ({ id, state }: Pick<ChangeRecord, 'id' | 'state'>): boolean =>
    (only?.has(id) ?? !except.has(id)) && !(choice && state === 'unknown')
}

/** `products`: of how many something goes back; the name of one. */
export function revertLabel(
  catalogue: Catalogue,
  set: ChangeSetRecord,
  products: number,
  productName: string,
): SetLabel {
  if (set.source === 'pull') return { code: 'put-back', products, product: shortName(productName) }
  const isPart = products === 1 && catalogue.changes.thingCountOf(set.id) > 1
  return undoOf(set.label, isPart ? productName : null)
}

/** Pictures that come back are appended; one more change for each product puts them where they were. */
function restorePositions(catalogue: Catalogue, into: WrittenSet, changeIds: readonly number[]): void {
  const back = new Map<number, { key: string; place: number }[]>()
  for (const change of changeIds.flatMap((id) => catalogue.changes.get(id) ?? [])) {
    const { reverts, productId, id } = change
    const removal = addsPicture(change) && reverts !== null ? catalogue.changes.get(reverts) : undefined
    const place = removal && placeOf(removal)
    if (place !== undefined) back.set(productId, [...(back.get(productId) ?? []), { key: localKey(id), place }])
  }
  for (const [productId, pictures] of back) {
    const current = currentProduct(catalogue, productId)
    if (!current) continue
    const before = imagesOf(current).map(pictureKey)
    const after = inTheirPlaces(before, pictures, placesOfGone(catalogue, productId))
    if (after.join() === before.join()) continue
    into.add([{ productId, productName: current.name ?? '', ...toOrderPictures, before, after }])
  }
}
