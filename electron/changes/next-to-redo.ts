import type { Catalogue } from '../catalogue/catalogue'
import { isCreate } from '../shared/change-address'
import { adapterOf } from './adapters/all'
import { canGoBack } from './next-to-undo'
import { createPacer } from './pacer'
import { toBeRedone } from './redo'
import { undoneSets, type Undone } from './redoable'
import { remembered } from './remembered'
import { seenOf } from './seen'

/**
 * What was taken back last and of which a redo would do something. Passed over is what was done again, and what is about something that is
 * not here any more: it would stand before all older ones for ever.
 */
export async function nextToRedo(catalogue: Catalogue): Promise<Undone | null> {
  const pace = createPacer()
  for (const undone of undoneSets(catalogue).toReversed()) if (await canBeRedone(catalogue, undone, pace)) return undone
  return null
}

async function canBeRedone(catalogue: Catalogue, { setId, revertSetId }: Undone, pace: () => Promise<void>) {
  const { changes } = catalogue
  const isLedBack = revertSetId !== null && changes.hasUnreverted(revertSetId)
  if (isLedBack && (await canGoBack(catalogue, revertSetId, pace))) return true
  const seen = remembered((id) => seenOf(catalogue, id))
  for (const { id, productId } of changes.hasToRedo(setId) ? toBeRedone(changes, setId) : []) {
    const change = changes.get(id)
    if (change && isCreate(change)) return true
    const now = seen(productId)
    if (change && now && (!('product' in now) || adapterOf(change).again(change, now))) return true
    await pace()
  }
  return false
}
