import type { Operation, PictureSource } from '../../electron/shared/change'
import { shortName } from '../../electron/shared/set-label'
import { call, problemOf } from '../bridge'
import type { DroppedPictures } from './dropped-pictures'
import { onePicture, whyNoPicture, type TakenPicture } from './one-picture'
import type { Outcome } from './product-action'
import { refreshShelf } from './shelf-store'

/** `categoryId`: by which products name it. */
export type CategoryTarget = { connectionId: string; categoryId: number; name: string }

/** The first of the pictures becomes the category's, in place of what it has. */
export async function setCategoryPicture(
  target: CategoryTarget,
  dropped: DroppedPictures,
): Promise<Outcome & { taken?: TakenPicture }> {
  try {
    const { ready, taken } = await onePicture(target.connectionId, dropped)
    return { ...(await apply(target, 'set-category-picture', pictureOf(target, ready))), taken }
  } catch (error) {
    return { changeSetId: null, problem: whyNoPicture(error) }
  }
}

export const removeCategoryPicture = (target: CategoryTarget): Promise<Outcome> =>
  apply(target, 'remove-category-picture', pictureOf(target, { source: null, fileName: '' }))

/** In one of the store's other languages, by its code, or in its first one. */
export const describeCategoryPicture = (
  target: CategoryTarget,
  text: { alt: string; language?: string },
): Promise<Outcome> =>
  apply(target, 'describe-category-picture', {
    kind: 'category.picture-text',
    categoryId: target.categoryId,
    ...text,
  })

const pictureOf = (
  { categoryId }: CategoryTarget,
  { source, fileName }: { source: PictureSource | null; fileName: string },
): Operation => ({ kind: 'category.picture', categoryId, source, fileName })

async function apply(
  { connectionId, name }: CategoryTarget,
  code: 'set-category-picture' | 'remove-category-picture' | 'describe-category-picture',
  operation: Operation,
): Promise<Outcome> {
  try {
    const label = { code, category: shortName(name) }
    const asked = { connectionId, source: 'pictures' as const, label, operations: [operation] }
    const { changeSetId } = await call('changes.apply', asked)
    await refreshShelf()
    return { changeSetId, problem: null }
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}
