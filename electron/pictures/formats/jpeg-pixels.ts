import type { ByteSource } from '../byte-source'
import { EndOfBits, huffmanTable, jpegBits, type HuffmanTable } from './jpeg-bits'
import { readJpegBlock, type JpegComponent, type JpegScan } from './jpeg-block'
import { isFrame } from './jpeg-frame'

/** Larger ones are not followed; they count as cut. */
const mostBytes = 64 * 1024 * 1024
const mostPixels = 150e6
const sliceMs = 12
/** So many zeros before the end are what a broken download leaves, and no picture. */
const zerosOfGap = 32

type Frame = { components: JpegComponent[]; across: number; down: number; isProgressive: boolean }

/** Follows the packed data without making pixels of it. Where the last of them end; null: before the last row. */
export async function endOfJpegPixels(source: ByteSource): Promise<number | null> {
  if (source.size > mostBytes) return null
  const bytes = Buffer.from(await source.read(0, source.size))
  try {
    const end = await followScans(bytes)
    return end !== null && bytes.subarray(Math.max(0, end - zerosOfGap), end).some((byte) => byte !== 0) ? end : null
  } catch (error) {
    // What claims to reach further than the file does is cut, too.
    if (error instanceof EndOfBits || error instanceof RangeError) return null
    throw error
  }
}

async function followScans(bytes: Buffer): Promise<number | null> {
  const tables = new Map<number, HuffmanTable>()
  let frame: Frame | null = null
  let interval = 0
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const next = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker === 0xc4) readTables(bytes.subarray(at + 4, next), tables)
    if (marker === 0xdd) interval = bytes.readUInt16BE(at + 4)
    if (isFrame(marker)) frame = readFrame(bytes, at, marker === 0xc2)
    if (marker !== 0xda) {
      at = next
      continue
    }
    if (!frame) return null
    at = await followScan(bytes, next, frame, readScan(bytes.subarray(at + 4, next), frame, tables), interval)
    if (frame.components.every(({ isDone }) => isDone.every((done) => done === 1))) return at
  }
  return null
}

async function followScan(bytes: Buffer, from: number, frame: Frame, scan: JpegScan, interval: number) {
  const bits = jpegBits(bytes)
  bits.begin(from)
  const [only, ...others] = scan.parts
  const single = others.length === 0 ? only?.component : undefined
  const across = single ? single.columns : frame.across
  const down = single ? single.rows : frame.down
  let pausedAt = performance.now()
  for (let y = 0, unit = 0; y < down; y++) {
    for (let x = 0; x < across; x++, unit++) {
      if (interval > 0 && unit > 0 && unit % interval === 0) {
        bits.restart()
        scan.emptyBlocks = 0
      }
      for (const part of scan.parts) {
        const { component } = part
        const [h, v] = single ? [1, 1] : [component.h, component.v]
        for (let n = 0; n < h * v; n++) {
          const block = (y * v + Math.floor(n / h)) * component.stride + x * h + (n % h)
          readJpegBlock(bits, scan, part, block)
        }
      }
    }
    if (performance.now() - pausedAt < sliceMs) continue
    await new Promise((resolve) => setImmediate(resolve))
    pausedAt = performance.now()
  }
  if (scan.low === 0) for (const { component } of scan.parts) component.isDone.fill(1, scan.from, scan.to + 1)
  return bits.position()
}

function readTables(bytes: Buffer, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= bytes.length;) {
    const counts = bytes.subarray(at + 1, at + 17)
    const total = counts.reduce((sum, count) => sum + count, 0)
    tables.set(bytes[at] ?? 0, huffmanTable(counts, bytes.subarray(at + 17, at + 17 + total)))
    at += 17 + total
  }
}

function readFrame(bytes: Buffer, at: number, isProgressive: boolean): Frame {
  const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
  const count = bytes.readUInt8(at + 9)
  if (width * height > mostPixels || count === 0 || count > 4) throw new EndOfBits()
  const listed = Array.from({ length: count }, (_, n) => {
    const factors = bytes.readUInt8(at + 11 + n * 3)
    return { id: bytes.readUInt8(at + 10 + n * 3), h: factors >> 4, v: factors & 15 }
  })
  if (listed.some(({ h, v }) => h < 1 || v < 1 || h > 4 || v > 4)) throw new EndOfBits()
  const [mostH, mostV] = [Math.max(...listed.map(({ h }) => h)), Math.max(...listed.map(({ v }) => v))]
  const [across, down] = [Math.ceil(width / (8 * mostH)), Math.ceil(height / (8 * mostV))]
  const components = listed.map(({ id, h, v }): JpegComponent => {
    const stride = across * h
    const columns = Math.ceil(Math.ceil((width * h) / mostH) / 8)
    const rows = Math.ceil(Math.ceil((height * v) / mostV) / 8)
    // A bit for each number of a block, which later passes ask for.
    const filled = new Uint8Array(isProgressive ? stride * down * v * 8 : 0)
    return { id, h, v, stride, columns, rows, filled, isDone: new Uint8Array(64) }
  })
  return { components, across, down, isProgressive }
}

function readScan(bytes: Buffer, frame: Frame, tables: Map<number, HuffmanTable>): JpegScan {
  const count = bytes.readUInt8(0)
  const parts = Array.from({ length: count }, (_, n) => {
    const component = frame.components.find(({ id }) => id === bytes[1 + n * 2])
    if (!component) throw new EndOfBits()
    const used = bytes.readUInt8(2 + n * 2)
    return { component, dc: tables.get(used >> 4), ac: tables.get(0x10 | (used & 15)) }
  })
  if (!frame.isProgressive) return { parts, from: 0, to: 63, high: 0, low: 0, isProgressive: false, emptyBlocks: 0 }
  const [from, to, steps] = [
    bytes.readUInt8(1 + count * 2),
    bytes.readUInt8(2 + count * 2),
    bytes.readUInt8(3 + count * 2),
  ]
  if (from > to || to > 63) throw new EndOfBits()
  return { parts, from, to, high: steps >> 4, low: steps & 15, isProgressive: true, emptyBlocks: 0 }
}
