import { exifOrientation } from '../../electron/shared/exif-orientation'

/**
 * Takes place, camera and comments out of a JPEG or PNG without writing its pixels anew; the colour profile stays. Null:
 * the picture has to be written anew, because it leans on what would go (it is turned by a note) or cannot be followed.
 */
export function withoutMetadata(bytes: Uint8Array, type: string): Uint8Array<ArrayBuffer> | null {
  if (type === 'image/jpeg') return leanJpeg(bytes)
  if (type === 'image/png') return leanPng(bytes)
  return null
}

type Part = readonly [from: number, to: number]

function leanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Part[] = [[0, 2]]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) break
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end > bytes.length || end < at + 4) return null
    if (isTurned(bytes, marker, at, end)) return null
    const after = marker === 0xda ? endOfScan(bytes, end) : end
    if (isNeeded(bytes, marker, at)) kept.push([at, after])
    at = after
  }
  // What follows the end, such as a second picture with notes of its own, is left out.
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? joined(bytes, [...kept, [at, at + 2]]) : null
}

/** JFIF, the colour profile and Adobe's note about colours decide what is seen; everything that is no note is the picture. */
function isNeeded(bytes: Uint8Array, marker: number, at: number): boolean {
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
  if (!isNote) return true
  if (marker === 0xe0) return text(bytes, at + 4, 4) === 'JFIF'
  if (marker === 0xe2) return text(bytes, at + 4, 11) === 'ICC_PROFILE'
  return marker === 0xee && text(bytes, at + 4, 5) === 'Adobe'
}

function isTurned(bytes: Uint8Array, marker: number, at: number, end: number): boolean {
  if (marker !== 0xe1 || text(bytes, at + 4, 4) !== 'Exif') return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return exifOrientation(view, at + 4, end) !== null
}

/** The next marker after compressed data, in which 0xff stands before 0 or a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0xd9
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const pngNotes = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function leanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (text(bytes, 1, 3) !== 'PNG') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Part[] = [[0, 8]]
  let at = 8
  while (at + 12 <= bytes.length) {
    const name = text(bytes, at + 4, 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    if (name === 'eXIf' && exifOrientation(view, at + 8, end - 4)) return null
    if (!pngNotes.has(name)) kept.push([at, end])
    at = end
    if (name === 'IEND') return joined(bytes, kept)
  }
  return null
}

function joined(bytes: Uint8Array, parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, [from, to]) => sum + to - from, 0))
  let at = 0
  for (const [from, to] of parts) {
    result.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return result
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
