export type ImageFacts = { format: 'png' | 'jpg' | 'gif'; width: number; height: number }

/** Recognises PNG, JPEG and GIF by their content; undefined for everything else and for a damaged header. */
export function imageFacts(content: Buffer): ImageFacts | undefined {
  const facts = pngFacts(content) ?? gifFacts(content) ?? jpegFacts(content)
  return facts && facts.width > 0 && facts.height > 0 ? facts : undefined
}

function pngFacts(content: Buffer): ImageFacts | undefined {
  if (content.length < 24 || content.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined
  return { format: 'png', width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
}

function gifFacts(content: Buffer): ImageFacts | undefined {
  if (content.length < 10 || !/^GIF8[79]a$/.test(content.toString('latin1', 0, 6))) return undefined
  return { format: 'gif', width: content.readUInt16LE(6), height: content.readUInt16LE(8) }
}

/** Walks the segments to the frame header, which holds the size. */
function jpegFacts(content: Buffer): ImageFacts | undefined {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { format: 'jpg', height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + content.readUInt16BE(at + 2)
  }
  return undefined
}
