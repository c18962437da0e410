import { maxPictureBytes, maxSourceBytes, storePictureTypes, type PictureType } from '../shared/picture-intake'
import type { ByteSource } from './byte-source'
import { measureBmp } from './formats/bmp'
import { measureGif } from './formats/gif'
import { measureHeif } from './formats/heif'
import { measureJpeg } from './formats/jpeg'
import { measurePng } from './formats/png'
import { measureTiff } from './formats/tiff'
import { measureWebp } from './formats/webp'
import { damageSentence, PictureDamage, PictureRefusal, type PictureFacts } from './picture-damage'
import { headBytes, pictureFormatOf, type PictureFormat } from './picture-format'

export type PictureCheck = ({ ok: true; type: PictureType } & PictureFacts) | { ok: false; reason: string }

const measures: Record<PictureType, (source: ByteSource) => Promise<PictureFacts>> = {
  jpeg: measureJpeg,
  png: measurePng,
  gif: measureGif,
  webp: measureWebp,
  avif: measureHeif,
  bmp: measureBmp,
  heic: measureHeif,
  tiff: measureTiff,
}

const typeNames: Record<PictureType, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  bmp: 'BMP',
  heic: 'HEIC',
  tiff: 'TIFF',
}

const notTaken = 'Ecwid takes JPEG, PNG and GIF; WebP, AVIF, HEIC, TIFF and BMP are converted here.'
const refusals: Record<Exclude<PictureFormat, PictureType>, string> = {
  svg: 'This is an SVG drawing, which Ecwid does not take. Save it as PNG and add it again.',
  pdf: 'This is a PDF document, not a picture.',
  psd: 'This is a Photoshop file, which Ecwid does not take. Save it as JPEG or PNG and add it again.',
  film: 'This is a film or a sound, not a picture.',
  'web-page': 'This is a web page, not a picture.',
  unknown: `This is not a picture. ${notTaken}`,
}

/** Looks at the bytes themselves: type by content, size, and whether the file is complete. A refusal is a sentence. */
export async function checkPicture(source: ByteSource, maxBytes = maxPictureBytes): Promise<PictureCheck> {
  if (source.size === 0) return { ok: false, reason: 'The file is empty (0 bytes).' }
  const format = pictureFormatOf(await source.read(0, headBytes))
  if (!isPictureType(format)) return { ok: false, reason: refusals[format] }
  const limit = storePictureTypes.includes(format) ? maxBytes : maxSourceBytes
  if (source.size > limit) return { ok: false, reason: tooLarge(source.size, limit) }
  try {
    return { ok: true, type: format, ...(await measures[format](source)) }
  } catch (error) {
    if (error instanceof PictureRefusal) return { ok: false, reason: error.message }
    if (!(error instanceof PictureDamage)) throw error
    return { ok: false, reason: damageSentence(typeNames[format], error.kind) }
  }
}

export function tooLarge(bytes: number, limit = maxPictureBytes): string {
  // Rounded up, so that nothing over the limit reads as the limit itself.
  const megabytes = Math.ceil((bytes / 1024 / 1024) * 10) / 10
  const most = limit / 1024 / 1024
  if (limit === maxPictureBytes) return `The picture is ${megabytes} MB; Ecwid takes at most ${most} MB.`
  return `The file is ${megabytes} MB; at most ${most} MB can be opened here. Save it smaller and add it again.`
}

export function isPictureType(format: PictureFormat): format is PictureType {
  return format in measures
}

export function refusalOf(format: Exclude<PictureFormat, PictureType>): string {
  return refusals[format]
}
