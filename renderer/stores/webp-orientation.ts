import { exifOrientation } from '../../electron/shared/exif-orientation'

/** Where a WebP file notes how the camera was held, and what it says (2..8). Null: upright or not noted. */
export function webpOrientation(bytes: Uint8Array): { offset: number; value: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true)
    if (text(bytes, at, 4) === 'EXIF') return exifOrientation(view, at + 8, Math.min(bytes.length, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return null
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
