import { describe, expect, it } from 'vitest'
import { crc32, slicedCrc32 } from '../../../../../electron/pictures/formats/crc32'

/** Bit by bit, as the standard defines it. */
function slowCrc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  }
  return ~crc >>> 0
}

const bytes = Uint8Array.from({ length: 60 }, (_, n) => (n * 2654435761) >>> 11)

describe.each([
  ['crc32', crc32],
  ['slicedCrc32', slicedCrc32],
])('%s', (_, checksum) => {
  it('knows the check value of the standard', () => {
    expect(checksum(Buffer.from('123456789'))).toBe(0xcbf43926)
  })

  it('is right for every length and beginning', () => {
    for (let from = 0; from < 9; from++) {
      for (let to = from; to <= bytes.length; to++) {
        expect(checksum(bytes.subarray(from, to))).toBe(slowCrc32(bytes.subarray(from, to)))
      }
    }
  })

  it('goes on from a former part', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(checksum(bytes.subarray(cut), checksum(bytes.subarray(0, cut)))).toBe(slowCrc32(bytes))
    }
  })
})
