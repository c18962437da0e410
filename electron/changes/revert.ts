import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import type { RevertChoice, RevertEntry } from '../shared/change'
import { actOf, addsPicture, isDelete, toOrderPictures } from '../shared/change-address'
import { isOpen, type ChangeRecord, type NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { shortName, undoOf, type SetLabel } from '../shared/set-label'
import type { Applied } from './apply'
import { createNamesAnew, type NamesAnew } from './names-anew'
import { comesAlong } from './comes-along'
import { givenBack } from './given-back'
import { inverseOf, undeleted } from './inverse'
import { isOwnDoing } from './own-doing'
import { imagesOf, localKey, pictureKey } from './pictures'
import { currentProduct } from './reindex'
import { remembered, seenOf, type Sight } from './seen'
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
  const open = changes.filter(isOpen)
  const touched = takeBack(catalogue, open.map(({ id }) => id).reverse())
  const sent = catalogue.changes.withoutReverted(changes.filter(({ state }) => state === 'sent')).reverse()
  const seen = remembered((productId) => seenOf(catalogue, productId))
  const planned = withoutGoing(
    sent.flatMap((change) =>
      isDelete(change)
        ? undeleted(catalogue, change, wanted.anew)
        : back(catalogue, wanted.anew.said(change), seen(change.productId), wanted),
    ),
  )
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
  if (changes.some(isMoving)) throw new AppError('conflict', onItsWay)
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
  if (isMoving(change)) return [{ ...entry, standing: 'stuck', reason: onItsWay }]
  if (isOpen(change)) return [{ ...entry, standing: 'waiting' }]
  if (catalogue.changes.withoutReverted([change]).length === 0) return [{ ...entry, standing: 'done' }]
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

const onItsWay = says('on-its-way')
export const isMoving = ({ state }: Pick<ChangeRecord, 'state'>): boolean => state === 'sending' || state === 'unknown'

function back(
  catalogue: Catalogue,
  change: ChangeRecord,
  seen: Sight | undefined,
  { changeIds, choice }: Wanted,
): NewChange[] {
  const inverse = inverseOf(change, seen)
  if (inverse.standing === 'done' || inverse.standing === 'stuck') return []
  if (inverse.standing === 'clean' || changeIds || choice?.also.includes(change.id)) return [inverse.change]
  if (choice) return []
  if (seen && isOwnDoing(catalogue, change, seen)) return [inverse.change]
  const { before, after } = change
  return [{ ...inverse.change, before: after, after: before }]
}

export function setOrFail(catalogue: Catalogue, setId: number) {
  const set = catalogue.changes.findSet(setId)
  if (!set) throw new AppError('not-found', 'This change set is no longer in the history.')
  return set
}

/** Which changes of a set a wish is about. */
export function isWanted({ changeIds, choice }: Part) {
  const only = changeIds && new Set(changeIds)
  const except = new Set(choice?.except)
  return (change: Pick<ChangeRecord, 'id' | 'state'>): boolean =>
    (only?.has(change.id) ?? !except.has(change.id)) && !(choice && isMoving(change))
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
  const back = new Map<number, { key: string; position: number }[]>()
  for (const change of changeIds.flatMap((id) => catalogue.changes.get(id) ?? [])) {
    const position = (change.after as { position?: unknown } | null)?.position
    if (!addsPicture(change) || typeof position !== 'number') continue
    const its = back.get(change.productId) ?? []
    its.push({ key: localKey(change.id), position })
    back.set(change.productId, its)
  }
  for (const [productId, pictures] of back) {
    const current = currentProduct(catalogue, productId)
    if (!current) continue
    const before = imagesOf(current).map(pictureKey)
    const after = pictures.reduce((names, { key, position }) => {
      const rest = names.filter((name) => name !== key)
      return [...rest.slice(0, position), key, ...rest.slice(position)]
    }, before)
    if (after.join() === before.join()) continue
    into.add([{ productId, productName: current.name ?? '', ...toOrderPictures, before, after }])
  }
}
