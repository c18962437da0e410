import type { DecodedPicture } from './decode-picture'
import { exifOrientation } from '../../electron/shared/exif-orientation'

/** What is used of the browser's ImageDecoder, which its type library does not know. */
type Decoder = { decode(): Promise<{ image: VideoFrame }>; close(): void }
type DecoderOptions = { data: Uint8Array; type: string; desiredWidth: number; desiredHeight: number }
type DecoderMaker = new (options: DecoderOptions) => Decoder

/**
 * Decodes a JPEG at an eighth, two eighths ... of its size, which takes a fraction of the time and of the memory. The
 * shorter side has at least `side` pixels where the picture has them. Null: it has to be decoded whole.
 */
export async function decodeSmallJpeg(bytes: Uint8Array, side: number): Promise<DecodedPicture | null> {
  const { ImageDecoder } = globalThis as { ImageDecoder?: DecoderMaker }
  const head = jpegHead(bytes)
  if (!ImageDecoder || !head) return null
  const eighths = Math.ceil((8 * side) / Math.min(head.width, head.height))
  if (eighths >= 8) return null
  // The decoder would heed the note of the camera or not, by its version: it is taken out and heeded here.
  if (head.orientation) bytes[head.orientation.offset] = 1
  const part = (length: number) => Math.ceil((length * eighths) / 8)
  const desired = { desiredWidth: part(head.width), desiredHeight: part(head.height) }
  const decoder = new ImageDecoder({ data: bytes, type: 'image/jpeg', ...desired })
  try {
    const { image } = await decoder.decode()
    const bitmap = await createImageBitmap(image)
    image.close()
    return { bitmap, turn: head.orientation?.value ?? 1, profile: null }
  } catch {
    // Some kinds of JPEG have no smaller sizes in them.
    if (head.orientation) bytes[head.orientation.offset] = head.orientation.value
    return null
  } finally {
    decoder.close()
  }
}

type Head = { width: number; height: number; orientation: { offset: number; value: number } | null }

/** Size as stored, and how the camera was held. Null: this is no JPEG that can be followed. */
export function jpegHead(bytes: Uint8Array): Head | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null
  let orientation: Head['orientation'] = null
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xda || marker === 0xd9) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (marker === 0xe1 && end <= bytes.length) orientation ??= exifOrientation(view, at + 4, end)
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return width > 0 && height > 0 ? { width, height, orientation } : null
    }
    at = end
  }
  return null
}

/** Of the markers from c0 to cf, three are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
