import { pngChecksum } from './png-checksum'

/** A profile is some kilobytes; print profiles, the largest, a few megabytes. */
const mostBytes = 4 * 1024 * 1024
const jpegMark = 'ICC_PROFILE\0'
const segmentBytes = 65_000

/**
 * The colour profile (ICC) in a JPEG, PNG or WebP, when its colours are red, green and blue and reach beyond sRGB; null
 * otherwise: the engine turns everything else into sRGB without a loss.
 */
export async function wideProfileIn(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array | null> {
  const profile = await profileIn(bytes, type)
  return profile && isWideProfile(profile) ? profile : null
}

export function isWideProfile(profile: Uint8Array): boolean {
  // Names are in Unicode in newer profiles: every second byte is zero.
  const words = text(profile, 0, Math.min(profile.length, 16_384)).replaceAll('\0', '')
  return (
    text(profile, 16, 4) === 'RGB ' && /Display P3|Adobe RGB|ProPhoto|ROMM|Wide Gamut|eciRGB|Rec\.? ?2020/i.test(words)
  )
}

async function profileIn(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array | null> {
  if (type === 'image/jpeg') return profileInJpeg(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/webp') {
    for (let at = 12; at + 8 <= bytes.length;) {
      const length = view.getUint32(at + 4, true)
      if (text(bytes, at, 4) === 'ICCP') return bytes.subarray(at + 8, at + 8 + length)
      at += 8 + length + (length % 2)
    }
    return null
  }
  if (type !== 'image/png') return null
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = text(bytes, at + 4, 4)
    if (name === 'IDAT') return null
    if (name !== 'iCCP') continue
    const end = at + 8 + view.getUint32(at)
    return inflated(bytes.subarray(bytes.indexOf(0, at + 8) + 2, end))
  }
  return null
}

/** A profile may be too long for one segment: each says which part it is. */
function profileInJpeg(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) break
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (marker === 0xe2 && text(bytes, at + 4, 12) === jpegMark)
      parts[bytes[at + 16] ?? 0] = bytes.subarray(at + 18, end)
    at = end
  }
  const whole = joined(parts.filter(Boolean))
  return whole.length > 0 ? whole : null
}

/** The same picture, a JPEG or PNG as a canvas writes it, to be read with this profile instead of what it says itself. */
export async function withProfile(written: Uint8Array<ArrayBuffer>, type: string, profile: Uint8Array) {
  const bytes = type === 'image/png' ? withoutChunks(written) : withoutSegments(written)
  if (type === 'image/png') {
    const body = joined([latin1('iCCPprofile\0\0'), await deflated(profile)])
    const frame = new Uint8Array(body.length + 8)
    const view = new DataView(frame.buffer)
    view.setUint32(0, body.length - 4)
    frame.set(body, 4)
    view.setUint32(body.length + 4, pngChecksum(body))
    // Behind the header, which is always as long.
    return joined([bytes.subarray(0, 33), frame, bytes.subarray(33)])
  }
  const count = Math.ceil(profile.length / segmentBytes)
  const segments = Array.from({ length: count }, (_, at) => {
    const part = profile.subarray(at * segmentBytes, (at + 1) * segmentBytes)
    const length = part.length + 16
    return joined([
      Uint8Array.of(0xff, 0xe2, length >> 8, length & 0xff),
      latin1(jpegMark),
      Uint8Array.of(at + 1, count),
      part,
    ])
  })
  return joined([bytes.subarray(0, 2), ...segments, bytes.subarray(2)])
}

const colourChunks = ['iCCP', 'sRGB', 'gAMA', 'cHRM']

function withoutChunks(png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const kept = [png.subarray(0, 8)]
  for (let at = 8; at + 12 <= png.length;) {
    const end = at + 12 + view.getUint32(at)
    if (!colourChunks.includes(text(png, at + 4, 4))) kept.push(png.subarray(at, end))
    at = end
  }
  return joined(kept)
}

function withoutSegments(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const kept = [jpeg.subarray(0, 2)]
  let at = 2
  while (jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const end = at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))
    if (jpeg[at + 1] !== 0xe2) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return joined([...kept, jpeg.subarray(at)])
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return joined(parts)
    length += value.length
    // Small data may expand without end.
    if (length > mostBytes) return reader.cancel().then(() => null)
    parts.push(value)
  }
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([joined([bytes])]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const latin1 = (words: string): Uint8Array => Uint8Array.from(words, (letter) => letter.charCodeAt(0))

function text(bytes: Uint8Array, from: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, from + length))
}
