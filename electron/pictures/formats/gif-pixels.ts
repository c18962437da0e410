import type { ByteSource } from '../byte-source'

const mostCodes = 4096

/** Follows the packed data of a frame and counts its pixels, without keeping them. `from` is its first block. */
export async function hasAllGifPixels(source: ByteSource, from: number, wanted: number): Promise<boolean> {
  const firstBits = (await source.read(from - 1, 1))[0] ?? 0
  if (firstBits < 1 || firstBits > 8) return false
  const clear = 1 << firstBits
  /** How many pixels each code stands for. */
  const lengths = new Uint32Array(mostCodes).fill(1, 0, clear)
  let [next, width, before, pixels] = [clear + 2, firstBits + 1, -1, 0]
  let [bits, held] = [0, 0]
  for (let offset = from; pixels < wanted;) {
    const length = (await source.read(offset, 1))[0] ?? 0
    const block = await source.read(offset + 1, length)
    for (const byte of block) {
      bits |= byte << held
      held += 8
      while (held >= width && pixels < wanted) {
        const code = bits & ((1 << width) - 1)
        bits >>>= width
        held -= width
        if (code === clear + 1) return false
        if (code === clear) {
          ;[next, width, before] = [clear + 2, firstBits + 1, -1]
          continue
        }
        if (code > next || (code === next && before < 0)) return false
        const longer = before < 0 ? 0 : (lengths[before] ?? 0) + 1
        if (before >= 0 && next < mostCodes) {
          lengths[next++] = longer
          if (next === 1 << width && width < 12) width++
        }
        pixels += lengths[code] ?? 0
        before = code
      }
    }
    if (length === 0 || block.length < length) break
    offset += 1 + length
  }
  return pixels >= wanted
}
