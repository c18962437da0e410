import { webpOrientation } from './webp-orientation'

/** A picture as pixels; `drawUpright` draws it. Close the bitmap when it is not needed any more. */
export type DecodedPicture = {
  bitmap: ImageBitmap
  /** EXIF's number for a picture that lies on its side or is mirrored; 1: the bitmap is upright. */
  turn: number
  /** Of the canvas that keeps its colours. */
  colorSpace: PredefinedColorSpace
}

let magick: ReturnType<typeof loadDecoder> | null = null

/**
 * For workers: `type` is a content type such as `image/webp`. Throws when the bytes are no such picture. Afterwards a
 * worker that opened HEIC or TIFF keeps the memory of the largest one: end it after a while.
 */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<DecodedPicture> {
  const format = magickFormatOf(type)
  if (format) {
    const decodeByMagick = await (magick ??= loadDecoder())
    const { data, width, height, colorSpace } = decodeByMagick(bytes, format)
    return { bitmap: await createImageBitmap(new ImageData(data, width, height, { colorSpace })), turn: 1, colorSpace }
  }
  const orientation = type === 'image/webp' ? webpOrientation(bytes) : null
  // Engines differ in whether they heed the note of the camera in a WebP file: it is taken out and heeded here.
  if (orientation) bytes[orientation.offset] = 1
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' })
  return { bitmap, turn: orientation?.value ?? 1, colorSpace: colorSpaceOf(bytes) }
}

/** Fifteen megabytes, so only in a worker that gets such a picture. */
async function loadDecoder() {
  const [{ decodeByMagick, loadMagick }, { default: url }] = await Promise.all([
    import('./decode-magick'),
    import('@imagemagick/magick-wasm/magick.wasm?url'),
  ])
  await loadMagick(await WebAssembly.compileStreaming(fetch(new URL(url, import.meta.url))))
  return decodeByMagick
}

/** What the engine cannot open itself. */
export function magickFormatOf(type: string): 'heic' | 'tiff' | null {
  if (type === 'image/heic' || type === 'image/heif') return 'heic'
  return type === 'image/tiff' ? 'tiff' : null
}

/** The colours of a picture with a wide profile outlast sRGB only on a canvas that is wide itself. */
function colorSpaceOf(bytes: Uint8Array): PredefinedColorSpace {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).replaceAll('\0', '')
  const hasProfile = head.includes('ICC_PROFILE') || head.includes('iCCP') || head.includes('ICCP')
  return hasProfile && /Display P3|Adobe RGB|ProPhoto|Rec\.? ?2020/.test(head) ? 'display-p3' : 'srgb'
}
