/** The checksum that each part of a PNG ends with. Bit by bit: it is for parts of a few kilobytes. */
export function pngChecksum(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  }
  return ~sum >>> 0
}
