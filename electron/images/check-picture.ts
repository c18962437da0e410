import { maxPictureBytes, type PictureType } from '../shared/picture-intake'
import type { ByteSource } from './byte-source'
import { measureAvif } from './formats/avif'
import { measureBmp } from './formats/bmp'
import { measureGif } from './formats/gif'
import { measureJpeg } from './formats/jpeg'
import { measurePng } from './formats/png'
import { measureWebp } from './formats/webp'
import { PictureDamage, type PictureSize } from './picture-damage'
import { headBytes, pictureFormatOf, type PictureFormat } from './picture-format'

export type PictureCheck =
  { ok: true; type: PictureType; width: number; height: number } | { ok: false; reason: string }

const measures: Record<PictureType, (source: ByteSource) => Promise<PictureSize>> = {
  jpeg: measureJpeg,
  png: measurePng,
  gif: measureGif,
  webp: measureWebp,
  avif: measureAvif,
  bmp: measureBmp,
}

const typeNames: Record<PictureType, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  bmp: 'BMP',
}

const notTaken = 'Ecwid takes JPEG, PNG and GIF, and WebP, AVIF and BMP are converted here.'
const refusals: Record<Exclude<PictureFormat, PictureType>, string> = {
  heic: 'This is a HEIC photo, which cannot be converted on this device. Save it as JPEG and add it again.',
  tiff: 'This is a TIFF picture, which Ecwid does not take. Save it as JPEG or PNG and add it again.',
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
  if (source.size > maxBytes) return { ok: false, reason: tooLarge(source.size) }
  try {
    return { ok: true, type: format, ...(await measures[format](source)) }
  } catch (error) {
    if (!(error instanceof PictureDamage)) throw error
    return { ok: false, reason: `The ${typeNames[format]} file is damaged: it ${error.message}.` }
  }
}

export function tooLarge(bytes: number): string {
  // Rounded up, so that nothing over the limit reads as the limit itself.
  const megabytes = Math.ceil((bytes / 1024 / 1024) * 10) / 10
  return `The picture is ${megabytes} MB; Ecwid takes at most ${maxPictureBytes / 1024 / 1024} MB.`
}

export function isPictureType(format: PictureFormat): format is PictureType {
  return format in measures
}

export function refusalOf(format: Exclude<PictureFormat, PictureType>): string {
  return refusals[format]
}
