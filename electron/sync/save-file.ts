import type { Catalogue } from '../catalogue/catalogue'
import { filesOf } from '../changes/files'
import { isGoneAnswer } from '../changes/gone-reason'
import { currentProduct } from '../changes/reindex'
import { writeDownload } from '../disk/write-download'
import type { Ecwid } from '../ecwid/ecwid'
import { AppError } from '../shared/errors'

type Parts = { catalogue: Catalogue; ecwid: Pick<Ecwid, 'downloadFile'> }

/** Null: its owner chose no place. */
export type PlaceToSave = (name: string) => Promise<string | null>

/** `onProgress`: from 0 to 1, once there is a place. */
type Watch = { signal: AbortSignal; onProgress: (progress: number) => void }

/** Saves a file for buyers where its owner wants it on this computer, whole or not at all. False: nowhere, also where it is stopped. */
export async function saveFile(
  { catalogue, ecwid }: Parts,
  { productId, fileId }: { productId: number; fileId: number },
  placeToSave: PlaceToSave,
  { signal, onProgress }: Watch,
): Promise<boolean> {
  const ecwidId = catalogue.products.ecwidIdOf(productId)
  const product = currentProduct(catalogue, productId)
  const file = product && filesOf(product).find(({ id }) => id === fileId)
  if (ecwidId === null || !file || fileId < 0) throw gone()
  const path = await placeToSave(file.name ?? '')
  if (path === null) return false
  const { size = 0 } = file
  try {
    onProgress(0)
    const take = (pieces: AsyncIterable<Uint8Array>) => writeDownload(path, counted(pieces, size, onProgress), size)
    await ecwid.downloadFile(ecwidId, { id: fileId, size }, take, { signal })
  } catch (error) {
    if (signal.aborted) return false
    throw isGoneAnswer(error) ? gone() : error
  }
  return true
}

const gone = () =>
  new AppError('not-found', 'This file is not in the store any more. Nothing was saved on this computer.')

async function* counted(pieces: AsyncIterable<Uint8Array>, size: number, onProgress: Watch['onProgress']) {
  let bytes = 0
  for await (const piece of pieces) {
    yield piece
    bytes += piece.length
    if (size > 0) onProgress(Math.min(1, bytes / size))
  }
}
