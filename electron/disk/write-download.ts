import { AppError } from '../shared/errors'
import { writeWhole } from './write-whole'

/** Writes what a store sends of a file, whole or not at all. `size`: as large as the store says that it is. */
export const writeDownload = (path: string, pieces: AsyncIterable<Uint8Array>, size: number): Promise<void> =>
  writeWhole(path, pieces, (bytes) => {
    if (bytes < size) throw cutOff()
  })

const cutOff = () =>
  new AppError('store-fault', 'The store sent a part of the file only. Nothing was saved on this computer; try again.')
