import { maxPictureBytes, maxSourceBytes, storePictureTypes, type PictureType } from '../shared/picture-intake'
import type { PictureSentence } from '../shared/picture-sentence'
import type { ByteSource } from './byte-source'
import { measureBmp } from './formats/bmp'
import { measureGif } from './formats/gif'
import { measureHeif } from './formats/heif'
import { measureJpeg } from './formats/jpeg'
import { measurePng } from './formats/png'
import { measureTiff } from './formats/tiff'
import { measureWebp } from './formats/webp'
import { checkedSize, PictureDamage, PictureRefusal } from './picture-damage'
import type { CheckSize, PictureFacts, PictureSize } from './picture-damage'
import { headBytes, pictureFormatOf, type PictureFormat } from './picture-format'
import { pixelProblem } from './pixel-limit'

/** `damaged` holds the size where it could be read all the same. */
export type PictureCheck =
  | ({ ok: true; type: PictureType } & PictureFacts)
  | { ok: false; reason: PictureSentence; damaged?: { type: PictureType; size: PictureSize | null } }

const measures: Record<PictureType, (source: ByteSource, checkSize: CheckSize) => Promise<PictureFacts>> = {
  jpeg: measureJpeg,
  png: measurePng,
  gif: measureGif,
  webp: measureWebp,
  avif: measureHeif,
  bmp: measureBmp,
  heic: measureHeif,
  tiff: measureTiff,
}

type Limits = {
  maxBytes?: number
  /** For what is stored and sent, and never opened here. */
  anyPixels?: boolean
}

/** Looks at the bytes themselves: type by content, size, and whether the pixels are all there. */
export async function checkPicture(
  source: ByteSource,
  { maxBytes = maxPictureBytes, anyPixels = false }: Limits = {},
): Promise<PictureCheck> {
  if (source.size === 0) return { ok: false, reason: { says: 'file-empty' } }
  const format = pictureFormatOf(await source.read(0, headBytes))
  if (!isPictureType(format)) return { ok: false, reason: { says: 'format', format } }
  const limit = storePictureTypes.includes(format) ? maxBytes : maxSourceBytes
  if (source.size > limit) return { ok: false, reason: tooLarge(source.size, limit) }
  let size: PictureSize | null = null
  const checkSize: CheckSize = (width, height) => {
    size = checkedSize(width, height)
    const problem = anyPixels ? null : pixelProblem(format, width, height)
    if (problem !== null) throw new PictureRefusal(problem)
    return size
  }
  try {
    return { ok: true, type: format, ...(await measures[format](source, checkSize)) }
  } catch (error) {
    if (error instanceof PictureRefusal) return { ok: false, reason: error.said }
    if (!(error instanceof PictureDamage)) throw error
    return { ok: false, reason: { says: 'damaged', type: format, how: error.kind }, damaged: { type: format, size } }
  }
}

export const tooLarge = (bytes: number, most = maxPictureBytes): PictureSentence => ({ says: 'too-large', bytes, most })

export function isPictureType(format: PictureFormat): format is PictureType {
  return format in measures
}
