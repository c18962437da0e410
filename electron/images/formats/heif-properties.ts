import { checkedSize, PictureDamage, type PictureSize } from '../picture-damage'

type Box = { type: string; from: number; to: number }

/** Reads the size of the main picture out of a `meta` box: as it is shown, after the turn that the file asks for. */
export function mainPictureSize(meta: Buffer): PictureSize {
  const inMeta = boxesIn(meta, 12, meta.length)
  const primary = inMeta.find(({ type }) => type === 'pitm')
  const properties = inMeta.find(({ type }) => type === 'iprp')
  if (!primary || !properties) throw new PictureDamage('empty', 'names no picture')
  const isLong = byte(meta, primary.from) > 0
  const main = isLong ? number(meta, primary.from + 4, 4) : number(meta, primary.from + 4, 2)
  const inProperties = boxesIn(meta, properties.from, properties.to)
  const container = inProperties.find(({ type }) => type === 'ipco')
  const known = container ? boxesIn(meta, container.from, container.to) : []
  const own = inProperties
    .filter(({ type }) => type === 'ipma')
    .flatMap((association) => propertiesOf(meta, association, main))
    .flatMap((index) => known[index - 1] ?? [])
  const extent = own.find(({ type }) => type === 'ispe')
  if (!extent) throw new PictureDamage('empty', 'does not say how large it is')
  const { width, height } = checkedSize(number(meta, extent.from + 4, 4), number(meta, extent.from + 8, 4))
  const turn = own.find(({ type }) => type === 'irot')
  return turn && byte(meta, turn.from) % 2 === 1 ? { width: height, height: width } : { width, height }
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const length = number(bytes, at, 4)
    if (length < 8 || at + length > to) throw new PictureDamage('broken', 'has a box that ends outside')
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + 8, to: at + length })
    at += length
  }
  return boxes
}

/** The numbers of an item's properties, from 1. */
function propertiesOf(bytes: Buffer, { from, to }: Box, item: number): number[] {
  const idBytes = byte(bytes, from) > 0 ? 4 : 2
  const isWide = (byte(bytes, from + 3) & 1) === 1
  const count = number(bytes, from + 4, 4)
  let at = from + 8
  for (let entry = 0; entry < count && at < to; entry++) {
    const id = number(bytes, at, idBytes)
    const listed = byte(bytes, at + idBytes)
    at += idBytes + 1
    if (id === item) {
      // The uppermost bit says whether the property has to be understood.
      return Array.from({ length: listed }, (_, index) => {
        return isWide ? number(bytes, at + index * 2, 2) & 0x7fff : byte(bytes, at + index) & 0x7f
      })
    }
    at += listed * (isWide ? 2 : 1)
  }
  return []
}

function number(bytes: Buffer, at: number, length: 2 | 4): number {
  if (at + length > bytes.length) throw new PictureDamage('broken', 'has a box that is too short')
  return bytes.readUIntBE(at, length)
}

function byte(bytes: Buffer, at: number): number {
  const value = bytes[at]
  if (value === undefined) throw new PictureDamage('broken', 'has a box that is too short')
  return value
}
