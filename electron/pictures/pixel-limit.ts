import type { PictureType } from '../shared/picture-intake'

/** What a canvas of the window can hold (renderer/stores/convert-worker.ts). */
const maxSide = 16_384
const million = 1e6
/** A small file may claim more than any memory holds, so this is asked before anything is decoded. */
const mostMegapixels: Partial<Record<PictureType, number>> = { heic: 64, tiff: 64 }
const usualMegapixels = 120

/** Why a picture with so many pixels is not opened, as a sentence; null: it can be. */
export function pixelProblem(type: PictureType, width: number, height: number): string | null {
  const size = `The picture is ${width} x ${height} pixels`
  if (width > maxSide || height > maxSide) {
    return `${size}; at most ${maxSide} a side can be used. Save it smaller and add it again.`
  }
  const most = mostMegapixels[type] ?? usualMegapixels
  if (width * height <= most * million) return null
  return `${size}; at most ${most} million pixels of such a file can be opened here. Save it smaller and add it again.`
}
