import type { PictureSource } from '../../electron/shared/change'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName } from '../../electron/shared/set-label'
import { BridgeError, call, problemOf, tokensOf } from '../bridge'
import type { DroppedPictures } from './dropped-pictures'
import { useConnectionStore } from './connection-store'
import { preparePicture, type PictureOrigin } from './prepare-picture'
import type { Outcome, ProductTarget } from './product-action'
import { refreshProduct } from './product-store'

export type VariationTarget = ProductTarget & { variationId: number; label: string }

/** What became the variation's picture, and how many others were left out. */
export type TakenPicture = { name: string; others: number }

/** The first of the pictures becomes the variation's own, in place of what it has. */
export async function setVariationPicture(
  target: VariationTarget,
  dropped: DroppedPictures,
): Promise<Outcome & { taken?: TakenPicture }> {
  const { connectionId } = target
  const { connections } = useConnectionStore.getState()
  const storeIsLocal = connections.find(({ id }) => id === connectionId)?.isDemo ?? false
  try {
    const { origin, others } = await firstOf(dropped)
    const ready = await preparePicture(origin, { connectionId, storeIsLocal, onStep: () => {} })
    const outcome = await apply(target, 'set-variation-picture', ready)
    return { ...outcome, taken: { name: ready.fileName, others } }
  } catch (error) {
    return { changeSetId: null, problem: whyNot(error) }
  }
}

export async function removeVariationPicture(target: VariationTarget): Promise<Outcome> {
  try {
    return await apply(target, 'remove-variation-picture', { source: null, fileName: '' })
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

/** What is thrown on the way to a ready picture is a sentence for the person. */
function whyNot(error: unknown): ErrorInfo {
  if (error instanceof BridgeError || !(error instanceof Error)) return problemOf(error)
  return { code: 'refused', message: error.message }
}

type First = { origin: PictureOrigin; others: number }

/** The first that is a picture; what is none in a folder does not stand in its way. */
async function firstOf({ files, urls }: DroppedPictures): Promise<First> {
  const [file] = files
  if (!file) return { origin: { kind: 'link', url: urls[0] ?? '' }, others: urls.length - 1 }
  const tokens = tokensOf(files)
  if (!tokens[0]) return { origin: { kind: 'bytes', file }, others: files.length - 1 }
  const onDisk = tokens.filter((token) => token !== '')
  const verdicts = await call('pictures.inspect', { files: onDisk })
  const pictures = verdicts.filter((verdict) => verdict.ok)
  const [first] = pictures
  if (!first) throw new Error(verdicts.find((verdict) => !verdict.ok)?.reason ?? 'There is no picture in this folder.')
  return { origin: { kind: 'file', ...first }, others: pictures.length - 1 + files.length - onDisk.length }
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
