import { boundedSteps, PictureDamage } from '../picture-damage'

export type Box = { type: string; from: number; to: number }

/** More than any index of properties reaches. */
const mostBoxes = 40_000

export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const count = boundedSteps(mostBoxes)
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    count()
    const length = numberAt(bytes, at, 4)
    if (length < 8 || at + length > to) throw new PictureDamage('broken', 'has a box that ends outside')
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + 8, to: at + length })
    at += length
  }
  return boxes
}

export function numberAt(bytes: Buffer, at: number, length: 0 | 1 | 2 | 4 | 8): number {
  if (at + length > bytes.length) throw new PictureDamage('broken', 'has a box that is too short')
  if (length === 0) return 0
  return length === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, length)
}
