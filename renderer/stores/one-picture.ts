import type { ErrorInfo } from '../../electron/shared/errors'
import { BridgeError, call, problemOf, tokensOf } from '../bridge'
import { useConnectionStore } from './connection-store'
import type { DroppedPictures } from './dropped-pictures'
import { preparePicture, type PictureOrigin, type ReadyPicture } from './prepare-picture'

/** What was taken where only one has a place, and how many others were left out. */
export type TakenPicture = { name: string; others: number }

/** The first of them, ready to be sent; throws why there is none. */
export async function onePicture(
  connectionId: string,
  dropped: DroppedPictures,
): Promise<{ ready: ReadyPicture; taken: TakenPicture }> {
  const { connections } = useConnectionStore.getState()
  const storeIsLocal = connections.find(({ id }) => id === connectionId)?.isDemo ?? false
  const { origin, others } = await firstOf(dropped)
  const ready = await preparePicture(origin, { connectionId, storeIsLocal, onStep: () => {} })
  return { ready, taken: { name: ready.fileName, others } }
}

/** What is thrown on the way to a ready picture is a sentence for the person. */
export function whyNoPicture(error: unknown): ErrorInfo {
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
