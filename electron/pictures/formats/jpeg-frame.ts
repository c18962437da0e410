import type { RareJpeg } from '../../shared/picture-sentence'
import { PictureRefusal } from '../picture-damage'

/** Ordinary ones are baseline, extended and progressive, with 8 bits; browsers and shops show no others. */
export function checkFrame(marker: number, bits: number): void {
  const kind = kindOf(marker) ?? (bits === 8 ? null : 'deep')
  if (kind === null) return
  throw new PictureRefusal({ says: 'rare-jpeg', kind })
}

/** Of JPEG-LS, which is another compression under the same roof. */
const losslessStandard = 0xf7

function kindOf(marker: number): RareJpeg | null {
  if (marker === 0xc3 || marker === losslessStandard) return 'lossless'
  if (marker >= 0xc9) return 'arithmetic'
  return marker >= 0xc5 ? 'layered' : null
}

/** SOF0..SOF15 without DHT, JPG and DAC, and SOF55. */
export function isFrame(marker: number): boolean {
  if (marker === losslessStandard) return true
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
