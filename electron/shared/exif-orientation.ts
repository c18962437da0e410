const orientationTag = 0x0112

/** Where camera data notes how the camera was held, and what it says (2..8). Null: upright or not noted. */
export function exifOrientation(view: DataView, from: number, end: number): { offset: number; value: number } | null {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  // Some programs keep JPEG's introduction in front.
  const start = text(bytes, from, 6) === 'Exif\0\0' ? from + 6 : from
  if (start + 8 > end) return null
  const little = text(bytes, start, 2) === 'II'
  const directory = start + view.getUint32(start + 4, little)
  if (directory + 2 > end) return null
  const count = view.getUint16(directory, little)
  for (let entry = directory + 2; entry < directory + 2 + count * 12 && entry + 12 <= end; entry += 12) {
    if (view.getUint16(entry, little) !== orientationTag) continue
    const value = view.getUint16(entry + 8, little)
    // The low byte of the number, which is all of it.
    return value >= 2 && value <= 8 ? { offset: little ? entry + 8 : entry + 9, value } : null
  }
  return null
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
