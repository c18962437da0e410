import { boundedSteps, PictureDamage } from '../picture-damage'
import { boxesIn, numberAt } from './heif-boxes'

export type HeifExtent = { item: number; from: number; to: number }

/** Where in the file the data of its items lie, as a `meta` box tells it. */
export function extentsOf(meta: Buffer): HeifExtent[] {
  const count = boundedSteps()
  const places = boxesIn(meta, 12, meta.length).find(({ type }) => type === 'iloc')
  if (!places) return []
  const version = numberAt(meta, places.from, 1)
  const sizes = numberAt(meta, places.from + 4, 2)
  const [offsetBytes, lengthBytes, baseBytes] = [widthOf(sizes >> 12), widthOf(sizes >> 8), widthOf(sizes >> 4)]
  const indexBytes = version > 0 ? widthOf(sizes) : 0
  const idBytes = version < 2 ? 2 : 4
  let at = places.from + 6
  const next = (length: 0 | 1 | 2 | 4 | 8): number => {
    if (at + length > places.to) throw new PictureDamage('broken', 'has a box that is too short')
    at += length
    return numberAt(meta, at - length, length)
  }
  const found: HeifExtent[] = []
  for (let items = next(idBytes); items > 0; items--) {
    const item = next(idBytes)
    const method = version > 0 ? next(2) & 15 : 0
    next(2)
    const base = next(baseBytes)
    for (let extents = next(2); extents > 0; extents--) {
      count()
      next(indexBytes)
      const from = base + next(offsetBytes)
      const to = from + next(lengthBytes)
      if (method === 0) found.push({ item, from, to })
    }
  }
  return found
}

export function endOfItems(meta: Buffer): number {
  return extentsOf(meta).reduce((end, { to }) => Math.max(end, to), 0)
}

function widthOf(bits: number): 0 | 4 | 8 {
  const width = bits & 15
  if (width !== 0 && width !== 4 && width !== 8) throw new PictureDamage('broken', 'counts in a strange way')
  return width
}
