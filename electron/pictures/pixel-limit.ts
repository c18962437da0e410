import type { PictureSentence, PictureType } from '../shared/picture-sentence'

/** What a canvas of the window can hold (renderer/stores/convert-worker.ts). */
const maxSide = 16_384
const million = 1e6
/** A small file may claim more than any memory holds, so this is asked before anything is decoded. */
const mostMegapixels: Partial<Record<PictureType, number>> = { heic: 64, tiff: 64 }
const usualMegapixels = 120

/** Why a picture with so many pixels is not opened; null: it can be. */
export function pixelProblem(type: PictureType, width: number, height: number): PictureSentence | null {
  if (width > maxSide || height > maxSide) return { says: 'side-too-long', width, height, most: maxSide }
  const most = mostMegapixels[type] ?? usualMegapixels
  if (width * height <= most * million) return null
  return { says: 'too-many-pixels', width, height, most }
}
