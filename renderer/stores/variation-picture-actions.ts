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
    return { ...(await apply(target, 'set-variation-picture', { kind: 'picture.variation', ...ready })), taken }
  } catch (error) {
    return { changeSetId: null, problem: whyNoPicture(error) }
  }
}

export async function removeVariationPicture(target: VariationTarget): Promise<Outcome> {
  try {
    const nothing = { kind: 'picture.variation', source: null, fileName: '' } as const
    return await apply(target, 'remove-variation-picture', nothing)
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

/** In one of the store's other languages, by its code, or in its first one. */
export async function describeVariationPicture(
  target: VariationTarget,
  text: { alt: string; language?: string },
): Promise<Outcome> {
  try {
    return await apply(target, 'describe-variation-picture', { kind: 'picture.variation-text', ...text })
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

type Wish =
  | { kind: 'picture.variation'; source: PictureSource | null; fileName: string }
  | { kind: 'picture.variation-text'; alt: string; language?: string }

async function apply(
  { connectionId, productId, productName, variationId, label: variation }: VariationTarget,
  code: 'set-variation-picture' | 'remove-variation-picture' | 'describe-variation-picture',
  wish: Wish,
): Promise<Outcome> {
  const label = { code, product: shortName(productName), variation: shortName(variation) }
  const operations = [{ ...wish, productId, variationId }]
  const { changeSetId } = await call('changes.apply', { connectionId, source: 'pictures', label, operations })
  await refreshProduct()
  return { changeSetId, problem: null }
}
