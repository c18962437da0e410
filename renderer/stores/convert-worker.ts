import { maxPictureBytes } from '../../electron/shared/picture-intake'
import type { PictureSentence } from '../../electron/shared/picture-sentence'
import { withProfile } from './colour-profile'
import { decodePicture, magickFormatOf } from './decode-picture'
import { drawUpright, hasTransparency, uprightSize } from './draw-picture'
import { encodeWithin } from './encode-within'
import { isAnimatedGif } from './gif-frames'
import { withoutMetadata } from './strip-metadata'

/** How the result has to be; without it only the type changes. */
export type ConvertWish = {
  /** Pixels; null: as large as it is. */
  longestSide: number | null
  quality: number
  maxBytes: number
  /** Only the data about the photo has to go: the pixels stay as they are where that can be done. */
  keepPixels: boolean
}
export type ConvertRequest = { id: number; bytes: Uint8Array<ArrayBuffer>; type: string; wish: ConvertWish | null }
export type ConvertedType = 'image/jpeg' | 'image/png' | 'image/gif'
/** isSpent: this worker has had enough; another one takes less memory. */
export type ConvertAnswer =
  | { id: number; ok: true; bytes: Uint8Array<ArrayBuffer>; type: ConvertedType; isSpent?: boolean }
  | { id: number; ok: false; reason: PictureSentence; isSpent?: boolean }

const usual: ConvertWish = { longestSide: null, quality: 0.92, maxBytes: maxPictureBytes, keepPixels: false }
/** The memory of ImageMagick grows with the largest picture and never shrinks. */
const spentPixels = 30e6
/** Chromium draws nothing on a larger canvas. */
const maxSide = 16_384

// The window's type library has no worker scope; these two are all that is needed of it.
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ConvertRequest>) => void) | null
  postMessage(answer: ConvertAnswer, transfer: Transferable[]): void
}

scope.onmessage = ({ data }) => {
  convert(data).then(
    (answer) => scope.postMessage(answer, answer.ok ? [answer.bytes.buffer] : []),
    () => scope.postMessage({ id: data.id, ok: false, reason: { says: 'not-opened' }, isSpent: true }, []),
  )
}

async function convert({ id, bytes, type, wish }: ConvertRequest): Promise<ConvertAnswer> {
  const { maxBytes, keepPixels } = wish ?? usual
  const no = (reason: PictureSentence): ConvertAnswer => ({ id, ok: false, reason })
  if (type === 'image/gif' && isAnimatedGif(bytes)) {
    if (bytes.length <= maxBytes) return { id, ok: true, bytes, type }
    return no({ says: 'gif-not-smaller' })
  }
  const lean = keepPixels ? withoutMetadata(bytes, type) : null
  if (lean && lean.length <= maxBytes) return { id, ok: true, bytes: lean, type: type as ConvertedType }
  return drawn({ id, bytes, type, wish }, no)
}

async function drawn(
  { id, bytes, type, wish }: ConvertRequest,
  no: (reason: PictureSentence) => ConvertAnswer,
): Promise<ConvertAnswer> {
  const { longestSide, quality, maxBytes } = wish ?? usual
  const { bitmap, turn, profile } = await decodePicture(bytes, type, { keepProfile: true })
  const { width, height } = uprightSize(bitmap, turn)
  const longest = Math.max(width, height)
  const scale = longestSide === null ? 1 : Math.min(1, longestSide / longest)
  if (longest * scale > maxSide) {
    return no({ says: 'side-too-long-to-convert', width, height, most: maxSide })
  }
  const first = drawUpright(bitmap, turn, scale)
  const isTransparent = type !== 'image/jpeg' && hasTransparency(first.context)
  const target: ConvertedType = isTransparent || isDrawing(type, bytes.length, maxBytes) ? 'image/png' : 'image/jpeg'
  const blob = await encodeWithin(
    maxBytes - (profile ? profile.length + 4096 : 0),
    { scale, quality },
    target === 'image/jpeg',
    (attempt) => {
      const { canvas } = attempt.scale === scale ? first : drawUpright(bitmap, turn, attempt.scale)
      return canvas.convertToBlob({ type: target, quality: attempt.quality })
    },
  )
  bitmap.close()
  if (!blob) return no({ says: 'not-small-enough' })
  const isSpent = magickFormatOf(type) !== null && width * height > spentPixels
  const written = new Uint8Array(await blob.arrayBuffer())
  const result = profile ? await withProfile(written, target, profile) : written
  return { id, ok: true, bytes: result, type: target, isSpent }
}

/** A PNG or GIF is kept without loss, unless it is so large that it must be a photo. */
function isDrawing(type: string, bytes: number, maxBytes: number): boolean {
  return (type === 'image/png' || type === 'image/gif') && bytes <= maxBytes
}
