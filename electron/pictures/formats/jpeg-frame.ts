import type { RareJpeg } from '../../shared/picture-sentence'
import { PictureRefusal } from '../picture-damage'

/** Ordinary ones are baseline, extended and progressive, with 8 bits; browsers and shops show no others. */
export function checkFrame(marker: number, bits: number): void {
  const kind = kindOf(marker) ?? (bits === 8 ? null : 'deep')
  if (kind === null) return
  throw new PictureRefusal({ says: 'rare-jpeg', kind })
}

function kindOf(marker: number): RareJpeg | null {
  if (marker >= 0xc9) return 'arithmetic'
  if (marker === 0xc3) return 'lossless'
  return marker >= 0xc5 ? 'layered' : null
}

/** SOF0..SOF15 without DHT, JPG and DAC. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
