import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeSetRecord } from '../catalogue/changes-table'
import { createPacer } from './pacer'
import { isMoving } from './revert'
import { entriesOf } from './revert-preview'

/**
 * The newest set of this person of which an undo would take something back. Passed over are those of which everything that is
 * left is as it was before already, or cannot go back: they would stand before all older ones for ever.
 */
export async function nextToUndo(catalogue: Catalogue): Promise<ChangeSetRecord | null> {
  const pace = createPacer()
  let set = catalogue.changes.lastUndoable()
  while (set && !(await canGoBack(catalogue, set.id, pace))) set = catalogue.changes.lastUndoable(set.id)
  return set ?? null
}

/** Whether an undo of this set would take something back. */
export async function canGoBack(catalogue: Catalogue, setId: number, pace: () => Promise<void>): Promise<boolean> {
  // What is on its way can go back in a moment: whoever undoes it now is told so.
  if (catalogue.changes.outlineOf(setId).some(isMoving)) return true
  for (const thing of catalogue.changes.thingsOf(setId, 0, Number.MAX_SAFE_INTEGER)) {
    const entries = entriesOf(catalogue, setId, thing)
    if (entries.some(({ standing }) => standing !== 'done' && standing !== 'stuck')) return true
    await pace()
  }
  return false
}
