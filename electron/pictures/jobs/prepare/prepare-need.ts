import type { PictureJobFileRecord } from '../../../catalogue/picture-job-file-record'
import { maxPictureBytes, storePictureTypes } from '../../../shared/picture-intake'
import type { PictureToPrepare, PrepareOptions } from '../../../shared/picture-job'

/** Why the window has to write this picture anew; null: it is sent as it is. */
export function prepareNeed(
  {
    type,
    bytes,
    width,
    height,
    isTurned,
  }: Pick<PictureJobFileRecord, 'type' | 'bytes' | 'width' | 'height' | 'isTurned'>,
  { longestSide, removeMetadata }: PrepareOptions,
): PictureToPrepare['because'] | null {
  if (type === null || !storePictureTypes.includes(type)) return 'type'
  // Made smaller, an animated GIF would stand still.
  if (type === 'gif') return null
  if (longestSide !== null && Math.max(width, height) > longestSide) return 'size'
  if (bytes > maxPictureBytes) return 'bytes'
  if (isTurned) return 'turned'
  return removeMetadata ? 'metadata' : null
}
