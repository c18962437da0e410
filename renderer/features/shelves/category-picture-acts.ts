import { tellDone } from '../../components/offer-undo'
import { tellOnlyOne } from '../../components/take-pictures'
import {
  describeCategoryPicture,
  removeCategoryPicture,
  setCategoryPicture,
  type CategoryTarget,
} from '../../stores/category-picture-actions'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import type { TakenPicture } from '../../stores/one-picture'
import type { Outcome } from '../../stores/product-action'
import { undoChangeSet } from '../../stores/product-actions'

/** What is done with the picture of a category, each told with the way back. */
export function createPictureActs(target: CategoryTarget, onBusy: (busy: boolean) => void) {
  const { name, connectionId } = target
  const run = async (act: () => Promise<Outcome & { taken?: TakenPicture }>, message: string) => {
    onBusy(true)
    const { taken, ...done } = await act()
    onBusy(false)
    if (taken) tellOnlyOne(name, taken.name, taken.others, false)
    tellDone({ ...done, message, undo: (changeSetId) => undoChangeSet(connectionId, changeSetId) })
  }
  return {
    set: (dropped: DroppedPictures) => run(() => setCategoryPicture(target, dropped), `${name} has a new picture`),
    remove: () => run(() => removeCategoryPicture(target), `Picture of ${name} removed`),
    describe: (text: { alt: string; language?: string }) =>
      run(() => describeCategoryPicture(target, text), `Picture of ${name} described`),
  }
}
