import { EndOfBits, type HuffmanTable, type JpegBits } from './jpeg-bits'

export type JpegComponent = {
  id: number
  h: number
  v: number
  /** Blocks in a row as stored, and as many of them as show something. */
  stride: number
  columns: number
  rows: number
  filled: Uint8Array
  /** 1 for each of the 64 numbers that came whole. */
  isDone: Uint8Array
}
type Part = { component: JpegComponent; dc: HuffmanTable | undefined; ac: HuffmanTable | undefined }

export type JpegScan = {
  parts: Part[]
  /** Which of the 64 numbers, and which of their bits. */
  from: number
  to: number
  high: number
  low: number
  isProgressive: boolean
  /** Blocks that follow with nothing in them. */
  emptyBlocks: number
}

/** Steps over one block of 8 x 8 pixels. Throws EndOfBits where the data end. */
export function readJpegBlock(bits: JpegBits, scan: JpegScan, part: Part, block: number): void {
  if (scan.from === 0) {
    if (scan.high > 0) bits.number(1)
    else bits.number(bits.symbol(table(part.dc)) & 15)
    if (scan.isProgressive) return
  }
  if (scan.high > 0) refine(bits, scan, part, block)
  else first(bits, scan, part, block)
}

function first(bits: JpegBits, scan: JpegScan, part: Part, block: number): void {
  if (scan.emptyBlocks > 0) {
    scan.emptyBlocks--
    return
  }
  const ac = table(part.ac)
  for (let at = Math.max(1, scan.from); at <= scan.to; at++) {
    const symbol = bits.symbol(ac)
    const [zeros, size] = [symbol >> 4, symbol & 15]
    at += zeros
    if (size > 0) {
      bits.number(size)
      if (scan.isProgressive) fill(part.component, block, at)
    } else if (zeros < 15) {
      if (scan.isProgressive) scan.emptyBlocks = (1 << zeros) + bits.number(zeros) - 1
      return
    }
  }
}

function refine(bits: JpegBits, scan: JpegScan, part: Part, block: number): void {
  let at = scan.from
  while (scan.emptyBlocks === 0 && at <= scan.to) {
    const symbol = bits.symbol(table(part.ac))
    let zeros = symbol >> 4
    const isNew = (symbol & 15) > 0
    if (isNew) bits.number(1)
    else if (zeros < 15) {
      scan.emptyBlocks = (1 << zeros) + bits.number(zeros)
      break
    }
    for (; at <= scan.to; at++) {
      if (isFilled(part.component, block, at)) bits.number(1)
      else if (--zeros < 0) break
    }
    if (isNew && at <= scan.to) fill(part.component, block, at)
    at++
  }
  if (scan.emptyBlocks === 0) return
  for (; at <= scan.to; at++) if (isFilled(part.component, block, at)) bits.number(1)
  scan.emptyBlocks--
}

function fill({ filled }: JpegComponent, block: number, at: number): void {
  const place = block * 8 + (at >> 3)
  filled[place] = (filled[place] ?? 0) | (1 << (at & 7))
}

function isFilled({ filled }: JpegComponent, block: number, at: number): boolean {
  return ((filled[block * 8 + (at >> 3)] ?? 0) & (1 << (at & 7))) !== 0
}

function table(known: HuffmanTable | undefined): HuffmanTable {
  if (!known) throw new EndOfBits()
  return known
}
