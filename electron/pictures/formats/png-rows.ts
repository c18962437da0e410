import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import type { ByteSource } from '../byte-source'
import type { PictureSize } from '../picture-damage'

export type PngHeader = { bits: number; colours: number; interlaced: boolean }

const step = 64 * 1024
/** Numbers a pixel: grey, red-green-blue, palette, grey and alpha, all four. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Where each pass of an interlaced picture begins, and how far its pixels are apart. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Unpacks the pixel data as far as the last row, without keeping it. */
export async function hasAllRows(
  source: ByteSource,
  parts: readonly (readonly [from: number, to: number])[],
  header: PngHeader & PictureSize,
): Promise<boolean> {
  const wanted = rowBytes(header)
  const inflate = Readable.from(pieces(source, parts)).compose(createInflate())
  let found = 0
  try {
    for await (const piece of inflate) {
      found += (piece as Buffer).length
      if (found >= wanted) break
    }
  } catch {
    // Packed wrongly from here on: what came out before counts.
  }
  return wanted > 0 && found >= wanted
}

async function* pieces(source: ByteSource, parts: readonly (readonly [from: number, to: number])[]) {
  for (const [from, to] of parts) {
    for (let at = from; at < to; at += step) yield Buffer.from(await source.read(at, Math.min(step, to - at)))
  }
}

function rowBytes({ width, height, bits, colours, interlaced }: PngHeader & PictureSize): number {
  const pixelBits = bits * (samples[colours] ?? 0)
  const bytesOf = (w: number, h: number) => (w > 0 && h > 0 ? h * (1 + Math.ceil((w * pixelBits) / 8)) : 0)
  if (!interlaced) return bytesOf(width, height)
  return passes.reduce((sum, [x, y, dx, dy]) => {
    return sum + bytesOf(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy))
  }, 0)
}
