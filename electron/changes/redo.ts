import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import { actOf, isCreate } from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { redoOf } from '../shared/set-label'
import type { Applied } from './apply'
import { adapterOf } from './adapters/all'
import { withoutEnding } from './redoable'
import { revertSet } from './revert'
import { seenOf } from './seen'
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
  const as = { source: set.source, label: redoOf(set.label) }
  const reverted = revertSetId === null ? null : revertSet(catalogue, now, { setId: revertSetId }, as)
  const written = writeSet(catalogue, now, reverted?.changeSetId ?? as)
  doAgain(catalogue, takenBack(catalogue, set.id), written)
  if (!reverted && written.id() === null) {
    throw new AppError(
      'not-found',
      'This cannot be done again: it was, or its product is not in the catalogue any more.',
    )
  }
  const productIds = [...new Set([...(reverted?.productIds ?? []), ...written.productIds()])]
  return { changeSetId: written.id(), productIds }
}

/** What an undo took out of the queue, and was not done again yet. */
const takenBack = ({ changes }: Catalogue, setId: number): ChangeRecord[] =>
  changes.ofSet(setId).filter(({ id, state }) => {
    const again = state === 'taken-back' ? changes.redoneBy(id) : null
    return state === 'taken-back' && (again === null || changes.get(again)?.state === 'taken-back')
  })

/** One after the other, because each starts from what the one before it made of the product. */
function doAgain(catalogue: Catalogue, changes: readonly ChangeRecord[], into: WrittenSet): void {
  // A product that was never sent is gone from here; its new row takes what belonged to it.
  const rows = new Map<number, number>()
  for (const change of changes) {
    const planned = again(catalogue, change, rows)
    if (planned) into.add([{ ...planned, redoes: change.id }])
  }
}

function again(catalogue: Catalogue, change: ChangeRecord, rows: Map<number, number>): NewChange | null {
  const { productName, before, after } = change
  if (isCreate(change)) {
    const productId = catalogue.products.create()
    rows.set(change.productId, productId)
    const token = { reference: `stockroom-${randomUUID()}` }
    return { productId, productName, ...actOf(change), before, after, token }
  }
  const productId = rows.get(change.productId) ?? change.productId
  const seen = seenOf(catalogue, productId)
  const deed = seen ? adapterOf(change).again(change, seen) : null
  return deed && { productId, productName, ...deed }
}
