import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeOutline } from '../catalogue/change-set-parts'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import { actOf, addsPicture, isCreate, type ThingRef } from '../shared/change-address'
import { addedPictureSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { redoOf } from '../shared/set-label'
import type { Applied } from './apply'
import { adapterOf } from './adapters/all'
import { createNamesAnew } from './names-anew'
import { withoutEnding } from './redoable'
import { remembered } from './remembered'
import { revertSet } from './revert'
import { rowAgain } from './row-again'
import { seenOf, type Sight } from './seen'
import { shelfAgain } from './shelf-acts'
import { writeSet, type WrittenSet } from './write-set'

/**
 * Does again what an undo of `setId` took back: `revertSetId` is the change set the undo made, null when everything was
 * still waiting and simply taken out of the queue.
 */
export function redoSet(
  catalogue: Catalogue,
  now: number,
  { setId, revertSetId }: { setId: number; revertSetId: number | null },
): Applied {
  const set = catalogue.changes.findSet(setId)
  if (!set) return { changeSetId: null, productIds: [] }
  return catalogue.transaction(() => withoutEnding(catalogue, setId, () => redone(catalogue, now, set, revertSetId)))
}

function redone(catalogue: Catalogue, now: number, set: ChangeSetRecord, revertSetId: number | null): Applied {
  const as = redoneAs(set)
  const reverted = revertSetId === null ? null : revertSet(catalogue, now, { setId: revertSetId }, as)
  const written = writeSet(catalogue, now, reverted?.changeSetId ?? as)
  const left = toBeRedone(catalogue.changes, set.id)
  doAgain(
    catalogue,
    left.flatMap(({ id }) => catalogue.changes.get(id) ?? []),
    written,
  )
  if (!reverted && written.id() === null) throw cannotBeRedone()
  const productIds = [...new Set([...(reverted?.productIds ?? []), ...written.productIds()])]
  return { changeSetId: written.id(), productIds }
}

/** What the set is that does this one again. */
export const redoneAs = ({ source, label }: ChangeSetRecord) => ({ source, label: redoOf(label) })

export const cannotBeRedone = (): AppError =>
  new AppError('not-found', 'This cannot be redone: it was already, or its product is not in the catalogue any more.')

/**
 * What an undo took out of the queue, and was not done again yet; of one thing, or of all of the set. What ended because it was removed
 * before it was sent is none of that, nor is what led back: that goes back in its turn.
 */
export function toBeRedone(changes: Catalogue['changes'], setId: number, thing?: ThingRef): ChangeOutline[] {
  const outline = thing ? changes.outlineOfThing(setId, thing) : changes.outlineOf(setId)
  return outline.filter(({ id, state }) => {
    if (state !== 'taken-back' || changes.isRemovedAfter(id) || changes.isLedBack(id)) return false
    const again = changes.redoneBy(id)
    return again === null || changes.get(again)?.state === 'taken-back'
  })
}

/** In their order: what depends on what an earlier one makes of the product starts from that. */
export function doAgain(catalogue: Catalogue, changes: readonly ChangeRecord[], into: WrittenSet): void {
  // Where the row of one that was never sent has another id now, that one takes what belonged to it.
  const rows = new Map<number, number>()
  const anew = createNamesAnew(catalogue)
  for (const run of independentRuns(changes)) {
    const seen = remembered((productId) => seenOf(catalogue, productId))
    into.add(run.flatMap((change) => again(catalogue, anew.said(change), rows, seen)))
  }
}

/** Neighbours none of which starts from what another one does: each sets, takes away or adds something else of one product. */
function independentRuns(changes: readonly ChangeRecord[]): ChangeRecord[][] {
  const runs: ChangeRecord[][] = []
  const about = new Set<string>()
  for (const change of changes) {
    const run = runs.at(-1)
    const [before] = run ?? []
    const address = `${change.list} ${change.key} ${change.field}`
    const isLike = before?.verb === change.verb && before.list === change.list && before.productId === change.productId
    const isFree =
      isNewInGallery(change) || ((change.verb === 'set' || change.verb === 'remove') && !about.has(address))
    if (run && isLike && isFree) run.push(change)
    else {
      runs.push([change])
      about.clear()
    }
    about.add(address)
  }
  return runs
}

const isNewInGallery = (change: ChangeRecord): boolean =>
  addsPicture(change) && addedPictureSchema.parse(change.after).role === 'gallery'

function again(
  catalogue: Catalogue,
  change: ChangeRecord,
  rows: Map<number, number>,
  seenNow: (productId: number) => Sight | undefined,
): NewChange[] {
  const { productName, before, after } = change
  if (isCreate(change)) {
    const productId = rowAgain(catalogue, change.thing, change.productId)
    rows.set(change.productId, productId)
    const token = { reference: `stockroom-${randomUUID()}` }
    const back = change.reverts === null ? {} : { reverts: change.reverts }
    return [{ productId, productName, ...actOf(change), before, after, token, ...back, redoes: change.id }]
  }
  const productId = rows.get(change.productId) ?? change.productId
  const seen = seenNow(productId)
  const deed = seen ? ('product' in seen ? adapterOf(change).again(change, seen) : shelfAgain(change, seen)) : null
  return deed ? [{ productId, productName, ...deed, redoes: change.id }] : []
}
