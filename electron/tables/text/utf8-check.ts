import { isUtf8 } from 'node:buffer'

/** Whether bytes that come in pieces are strict UTF-8, all of them together. */
export function utf8Check(): { add(piece: Buffer): void; isUtf8(): boolean } {
  let isValid = true
  let begun = Buffer.alloc(0)

  function add(piece: Buffer): void {
    const bytes = begun.length > 0 ? Buffer.concat([begun, piece]) : piece
    const end = endOfWholeLetters(bytes)
    isValid &&= isUtf8(bytes.subarray(0, end))
    begun = Buffer.from(bytes.subarray(end))
  }

  return { add, isUtf8: () => isValid && begun.length === 0 }
}

/** Where a letter begins whose bytes go on in the next piece. */
function endOfWholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return bytesOfLetter(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const bytesOfLetter = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2)
