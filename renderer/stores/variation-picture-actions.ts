import type { PictureSource } from '../../electron/shared/change'
import { call, problemOf, tokensOf } from '../bridge'
import type { DroppedPictures } from './dropped-pictures'
import type { PictureOutcome, PictureTarget } from './picture-actions'
import { useConnectionStore } from './connection-store'
import { preparePicture, type PictureOrigin } from './prepare-picture'
import { refreshProduct } from './product-store'

export type VariationTarget = PictureTarget & { variationId: number; label: string }

/** The first of the pictures becomes the variation's own, in place of what it has. */
export async function setVariationPicture(target: VariationTarget, dropped: DroppedPictures): Promise<PictureOutcome> {
  const { connectionId } = target
  const { connections } = useConnectionStore.getState()
  const storeIsLocal = connections.find(({ id }) => id === connectionId)?.isDemo ?? false
  try {
    const origin = await originOf(dropped)
    const ready = await preparePicture(origin, { connectionId, storeIsLocal, onStep: () => {} })
    return await apply(target, `Picture of ${target.label}`, ready)
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

export async function removeVariationPicture(target: VariationTarget): Promise<PictureOutcome> {
  try {
    return await apply(target, `Remove the picture of ${target.label}`, { source: null, fileName: '' })
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

async function originOf({ files, urls }: DroppedPictures): Promise<PictureOrigin> {
  const [file] = files
  if (!file) return { kind: 'link', url: urls[0] ?? '' }
  const token = tokensOf([file])[0]
  if (!token) return { kind: 'bytes', file }
  const [verdict] = await call('images.inspect', { files: [token] })
  if (!verdict) throw new Error('There is no picture in this folder.')
  if (!verdict.ok) throw new Error(verdict.reason)
  return { kind: 'file', ...verdict }
}

async function apply(
  { connectionId, productId, productName, variationId }: VariationTarget,
  what: string,
  { source, fileName }: { source: PictureSource | null; fileName: string },
): Promise<PictureOutcome> {
  const label = `${what}, ${productName}`.slice(0, 200)
  const operations = [{ kind: 'picture.variation' as const, productId, variationId, source, fileName }]
  const { changeSetId } = await call('changes.apply', { connectionId, source: 'pictures', label, operations })
  await refreshProduct()
  return { changeSetId, problem: null }
}
