/** Whether a GIF has more than one frame: such a picture moves and is never written anew. */
export function isAnimatedGif(bytes: Uint8Array): boolean {
  let frames = 0
  // Header, size of the screen, and the colour table that may follow it.
  let at = 13 + tableBytes(bytes[10] ?? 0)
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === 0x21) {
      at = afterSubBlocks(bytes, at + 2)
    } else if (block === 0x2c) {
      if (++frames > 1) return true
      at = afterSubBlocks(bytes, at + 11 + tableBytes(bytes[at + 9] ?? 0))
    } else return false
  }
  return false
}

function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1
  return at + 1
}
