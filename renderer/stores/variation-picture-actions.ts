import type { PictureSource } from '../../electron/shared/change'
import { shortName } from '../../electron/shared/set-label'
import { call, problemOf } from '../bridge'
import type { DroppedPictures } from './dropped-pictures'
import { onePicture, whyNoPicture, type TakenPicture } from './one-picture'
import type { Outcome, ProductTarget } from './product-action'
import { refreshProduct } from './product-store'

export type VariationTarget = ProductTarget & { variationId: number; label: string }

/** The first of the pictures becomes the variation's own, in place of what it has. */
export async function setVariationPicture(
  target: VariationTarget,
  dropped: DroppedPictures,
): Promise<Outcome & { taken?: TakenPicture }> {
  try {
    const { ready, taken } = await onePicture(target.connectionId, dropped)
    return { ...(await apply(target, 'set-variation-picture', ready)), taken }
  } catch (error) {
    return { changeSetId: null, problem: whyNoPicture(error) }
  }
}

export async function removeVariationPicture(target: VariationTarget): Promise<Outcome> {
  try {
    return await apply(target, 'remove-variation-picture', { source: null, fileName: '' })
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

async function apply(
  { connectionId, productId, productName, variationId, label: variation }: VariationTarget,
  code: 'set-variation-picture' | 'remove-variation-picture',
  { source, fileName }: { source: PictureSource | null; fileName: string },
): Promise<Outcome> {
  const label = { code, product: shortName(productName), variation: shortName(variation) }
  const operations = [{ kind: 'picture.variation' as const, productId, variationId, source, fileName }]
  const { changeSetId } = await call('changes.apply', { connectionId, source: 'pictures', label, operations })
  await refreshProduct()
  return { changeSetId, problem: null }
}
