import { PictureDamage, type CheckSize, type PictureSize } from '../picture-damage'
import { boxesIn, numberAt, type Box } from './heif-boxes'

/** Reads the size of the main picture out of a `meta` box: as it is shown, after the turn that the file asks for. */
export function mainPictureSize(meta: Buffer, checkSize: CheckSize): PictureSize {
  const inMeta = boxesIn(meta, 12, meta.length)
  const primary = inMeta.find(({ type }) => type === 'pitm')
  const properties = inMeta.find(({ type }) => type === 'iprp')
  if (!primary || !properties) throw new PictureDamage('empty', 'names no picture')
  const isLong = numberAt(meta, primary.from, 1) > 0
  const main = numberAt(meta, primary.from + 4, isLong ? 4 : 2)
  const inProperties = boxesIn(meta, properties.from, properties.to)
  const container = inProperties.find(({ type }) => type === 'ipco')
  const known = container ? boxesIn(meta, container.from, container.to) : []
  const own = indexesOf(meta, inProperties, main).flatMap((index) => known[index - 1] ?? [])
  const extent = own.find(({ type }) => type === 'ispe')
  if (!extent) throw new PictureDamage('empty', 'does not say how large it is')
  const { width, height } = checkSize(numberAt(meta, extent.from + 4, 4), numberAt(meta, extent.from + 8, 4))
  const turn = own.find(({ type }) => type === 'irot')
  return turn && numberAt(meta, turn.from, 1) % 2 === 1 ? { width: height, height: width } : { width, height }
}

/** The numbers of an item's properties, from 1: where they are listed first, because an item is listed once. */
function indexesOf(bytes: Buffer, inProperties: Box[], item: number): number[] {
  for (const box of inProperties) {
    const found = box.type === 'ipma' ? listedIn(bytes, box, item) : null
    if (found) return found
  }
  return []
}

function listedIn(bytes: Buffer, { from, to }: Box, item: number): number[] | null {
  const idBytes = numberAt(bytes, from, 1) > 0 ? 4 : 2
  const width = (numberAt(bytes, from + 3, 1) & 1) === 1 ? 2 : 1
  const count = numberAt(bytes, from + 4, 4)
  let at = from + 8
  for (let entry = 0; entry < count && at < to; entry++) {
    const id = numberAt(bytes, at, idBytes)
    const listed = numberAt(bytes, at + idBytes, 1)
    at += idBytes + 1
    if (at + listed * width > to) throw new PictureDamage('broken', 'has a list that ends outside')
    if (id === item) {
      // The uppermost bit says whether the property has to be understood.
      return Array.from({ length: listed }, (_, index) => {
        return numberAt(bytes, at + index * width, width) & (width === 2 ? 0x7fff : 0x7f)
      })
    }
    at += listed * width
  }
  return null
}
