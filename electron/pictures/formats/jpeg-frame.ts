import { PictureRefusal } from '../picture-damage'

const rare: Record<string, string> = {
  arithmetic: 'compressed with arithmetic coding',
  lossless: 'compressed without loss (lossless JPEG, as scanners and hospitals use it)',
  layered: 'stored in layers (hierarchical JPEG)',
  deep: 'stored with more than 8 bits a colour',
}

/** Ordinary ones are baseline, extended and progressive, with 8 bits; browsers and shops show no others. */
export function checkFrame(marker: number, bits: number): void {
  const kind = kindOf(marker) ?? (bits === 8 ? null : 'deep')
  if (kind === null) return
  throw new PictureRefusal(
    `This JPEG is ${rare[kind]}, which no browser shows. Open it in a picture program, save it as an ordinary JPEG or PNG and add it again.`,
  )
}

function kindOf(marker: number): keyof typeof rare | null {
  if (marker >= 0xc9) return 'arithmetic'
  if (marker === 0xc3) return 'lossless'
  return marker >= 0xc5 ? 'layered' : null
}

/** SOF0..SOF15 without DHT, JPG and DAC. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
