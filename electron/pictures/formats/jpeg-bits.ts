/** The packed data of a JPEG end, or contradict themselves. */
export class EndOfBits extends Error {}

export type JpegBits = ReturnType<typeof jpegBits>

/** Bits of packed data, in which 0xff stands before 0; any other marker ends them. */
export function jpegBits(bytes: Uint8Array) {
  let at = 0
  let byte = 0
  let left = 0

  function bit(): number {
    if (left === 0) {
      const next = bytes[at]
      if (next === undefined) throw new EndOfBits()
      if (next === 0xff && bytes[at + 1] !== 0) throw new EndOfBits()
      at += next === 0xff ? 2 : 1
      byte = next
      left = 8
    }
    left--
    return (byte >> left) & 1
  }

  function number(length: number): number {
    let value = 0
    for (let n = 0; n < length; n++) value = (value << 1) | bit()
    return value
  }

  function symbol({ last, first, values }: HuffmanTable): number {
    let code = 0
    for (let length = 1; length <= 16; length++) {
      code = (code << 1) | bit()
      if (code <= (last[length] as number)) return values[(first[length] as number) + code] as number
    }
    throw new EndOfBits()
  }

  function begin(from: number): void {
    ;[at, left] = [from, 0]
  }

  /** Steps over the restart marker that is due here. */
  function restart(): void {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker < 0xd0 || marker > 0xd7) throw new EndOfBits()
    begin(at + 2)
  }

  return { number, symbol, begin, restart, position: () => at }
}

/** For each length of code: the last code (-1: none), and where the values of such codes begin, less their first code. */
export type HuffmanTable = { last: Int32Array; first: Int32Array; values: Uint8Array }

/** `counts`: how many codes have 1, 2 ... 16 bits. */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const last = new Int32Array(17).fill(-1)
  const first = new Int32Array(17)
  let code = 0
  let at = 0
  counts.forEach((count, index) => {
    if (count > 0) {
      first[index + 1] = at - code
      code += count
      at += count
      last[index + 1] = code - 1
    }
    code <<= 1
  })
  return { last, first, values }
}
