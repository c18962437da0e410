import type { ByteSource } from '../byte-source'
import { boundedSteps, PictureDamage } from '../picture-damage'
import { extentsOf } from './heif-items'
import { boxesIn, numberAt, type Box } from './heif-boxes'

const maxMetaBytes = 4 * 1024 * 1024
/** Never in the data of a photo: coding breaks such rows of zeros up. */
const gap = Buffer.alloc(3)

/**
 * Decoders make some grey picture of anything that has the right length, and report nothing. So the data of a HEIC photo
 * have to be what they are said to be: units with a length and a head, and no row of zeros in them. Throws PictureDamage.
 */
export async function checkPhotoData(source: ByteSource): Promise<void> {
  const whole = await source.read(0, source.size)
  const count = boundedSteps()
  const box = metaIn(whole)
  if (!box) return
  const meta = whole.subarray(box.from - 8, Math.min(box.to, box.from - 8 + maxMetaBytes))
  const photos = photosIn(meta)
  for (const { item, from, to } of extentsOf(meta)) {
    if (!photos.has(item)) continue
    for (let at = from; at < to;) {
      count()
      const length = at + 6 > to ? 0 : numberAt(whole, at, 4)
      const end = at + 4 + length
      if (length < 2 || end > to || !isUnit(whole, at + 4)) throw new PictureDamage('broken', 'holds no photo data')
      if (whole.subarray(at + 4, end).includes(gap)) throw new PictureDamage('broken', 'has a gap in its photo data')
      at = end
    }
  }
}

function metaIn(whole: Buffer): Box | null {
  for (let at = 0; at + 8 <= whole.length;) {
    const length = numberAt(whole, at, 4)
    if (length < 8 || at + length > whole.length) return null
    if (whole.toString('latin1', at + 4, at + 8) === 'meta') return { type: 'meta', from: at + 8, to: at + length }
    at += length
  }
  return null
}

/** Numbers of the items that are coded as HEVC, with a length of four bytes before each unit, as all writers do. */
function photosIn(meta: Buffer): Set<number> {
  const list = boxesIn(meta, 12, meta.length).find(({ type }) => type === 'iinf')
  if (!list) return new Set()
  const start = list.from + (numberAt(meta, list.from, 1) === 0 ? 6 : 8)
  const found = new Set<number>()
  for (const { type, from } of boxesIn(meta, start, list.to)) {
    if (type !== 'infe') continue
    const version = numberAt(meta, from, 1)
    const idBytes = version < 3 ? 2 : 4
    const kind = from + 4 + idBytes + 2
    if (version >= 2 && numberAt(meta, kind, 4) === 0x68766331) found.add(numberAt(meta, from + 4, idBytes))
  }
  return found
}

/** The head of a unit: a bit that is never set, and a layer's number counted from 1. */
function isUnit(bytes: Buffer, at: number): boolean {
  const head = numberAt(bytes, at, 2)
  return (head & 0x8000) === 0 && (head & 7) !== 0
}
