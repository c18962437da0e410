import { isWideProfile, wideProfileIn } from './colour-profile'
import { webpOrientation } from './webp-orientation'

/** A picture as pixels; `drawUpright` draws it. Close the bitmap when it is not needed any more. */
export type DecodedPicture = {
  bitmap: ImageBitmap
  /** EXIF's number for a picture that lies on its side or is mirrored; 1: the bitmap is upright. */
  turn: number
  /** What the pixels are to be read with; null: they are sRGB. */
  profile: Uint8Array | null
}

type Options = {
  /** Leaves colours beyond sRGB as they are, with their profile: a canvas would cut them. For what is written anew. */
  keepProfile?: boolean
}

let magick: ReturnType<typeof loadDecoder> | null = null

/**
 * For workers: `type` is a content type such as `image/webp`. Throws when the bytes are no such picture. Afterwards a
 * worker that opened HEIC or TIFF keeps the memory of the largest one: end it after a while.
 */
export async function decodePicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  { keepProfile = false }: Options = {},
): Promise<DecodedPicture> {
  const format = magickFormatOf(type)
  if (format) {
    const decodeByMagick = await (magick ??= loadDecoder())
    const { data, width, height, profile } = decodeByMagick(bytes, format, keepProfile ? isWideProfile : () => false)
    return { bitmap: await createImageBitmap(new ImageData(data, width, height)), turn: 1, profile }
  }
  const profile = keepProfile ? await wideProfileIn(bytes, type) : null
  const orientation = type === 'image/webp' ? webpOrientation(bytes) : null
  // Engines differ in whether they heed the note of the camera in a WebP file: it is taken out and heeded here.
  if (orientation) bytes[orientation.offset] = 1
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), {
    imageOrientation: 'from-image',
    colorSpaceConversion: profile ? 'none' : 'default',
  })
  return { bitmap, turn: orientation?.value ?? 1, profile }
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
