import { AppError } from '../shared/errors'
import { maxSourceBytes } from '../shared/picture-intake'
import { bytesSource } from './byte-source'
import { checkPicture } from './check-picture'
import { checkPhotoData } from './formats/heif-photo-data'
import { PictureDamage, type Mend } from './picture-damage'
import { contentTypeOf } from './picture-format'

/** The picture with its wrapping put right; its pixels keep their bytes. */
export function joinMend(bytes: Uint8Array, mend: Mend): Uint8Array<ArrayBuffer> {
  const parts = mend.map((part) => (Buffer.isBuffer(part) ? part : bytes.subarray(part[0], part[1])))
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** What the window gets to open: checked as it is now, and wrapped rightly. Throws AppError 'invalid-input'. */
export async function readyToOpen(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const check = await checkPicture(bytesSource(bytes), { maxBytes: maxSourceBytes })
  if (!check.ok) throw new AppError('invalid-input', check.reason)
  try {
    if (check.type === 'heic') await checkPhotoData(bytesSource(bytes))
  } catch (error) {
    if (!(error instanceof PictureDamage)) throw error
    throw new AppError('invalid-input', { says: 'damaged', type: 'heic', how: error.kind }, { cause: error })
  }
  return check.mend ? joinMend(bytes, check.mend) : bytes
}

/**
 * What the window shows: a small file may claim more pixels than any memory holds. What is damaged is shown as far as it
 * goes where its size is known. Throws AppError 'not-found'.
 */
export async function readyToShow(bytes: Buffer): Promise<{ bytes: Buffer; contentType: string }> {
  const check = await checkPicture(bytesSource(bytes), { maxBytes: maxSourceBytes })
  const type = check.ok ? check.type : check.damaged?.size ? check.damaged.type : null
  if (type === null) throw new AppError('not-found', check.ok ? 'This cannot be shown.' : check.reason)
  return { bytes, contentType: contentTypeOf(type) }
}
