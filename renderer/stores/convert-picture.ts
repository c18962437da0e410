import type { PictureSentence } from '../../electron/shared/picture-sentence'
import { pictureSentenceText } from '../../electron/shared/words/picture-sentence'
import { createConvertQueue } from './convert-queue'
import type { ConvertedType, ConvertWish } from './convert-worker'

export type Converted = { bytes: Uint8Array<ArrayBuffer>; type: ConvertedType }

/** One core is left for the window and main. */
export const convertersAtOnce = Math.max(1, Math.min(4, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1))
/** A decoded pixel costs some ten bytes on the way: together about a gigabyte. */
const pixelsAtOnce = 120e6
const usualPixels = 24e6
/** Main gives a file to another worker after two minutes. */
const longestMs = 100_000
let lastId = 0

const queue = createConvertQueue({
  newBench: () => {
    const worker = new Worker(new URL('./convert-worker.ts', import.meta.url), { type: 'module' })
    return {
      postMessage: (request, transfer) => worker.postMessage(request, transfer),
      terminate: () => worker.terminate(),
      onMessage: (listener) => worker.addEventListener('message', listener),
      onError: (listener) => worker.addEventListener('error', listener),
    }
  },
  benches: convertersAtOnce,
  pixelsAtOnce,
  after: (act) => {
    const timer = setTimeout(act, longestMs)
    return () => clearTimeout(timer)
  },
})

/** Its message is a sentence for the person. */
export class NotConverted extends Error {
  constructor(readonly said: PictureSentence) {
    super(pictureSentenceText(said))
    this.name = 'NotConverted'
  }
}

type Options = { wish?: ConvertWish | null; pixels?: number | undefined }

/**
 * WebP, AVIF, HEIC, TIFF or BMP -> JPEG, or PNG where it is see-through; with a wish also smaller, lighter or without
 * data about the photo. Throws NotConverted.
 */
export async function convertPicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  { wish = null, pixels = usualPixels }: Options = {},
): Promise<Converted> {
  const answer = await queue.add({ id: ++lastId, bytes, type, wish }, pixels)
  if (!answer.ok) throw new NotConverted(answer.reason)
  return { bytes: answer.bytes, type: answer.type }
}

/** `photo.webp` becomes `photo.jpg`; an ending that is right stays as it is. */
export function convertedName(name: string, type: ConvertedType): string {
  const right = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i, 'image/gif': /\.gif$/i }[type]
  if (right.test(name)) return name
  const ending = { 'image/jpeg': '.jpg', 'image/png': '.png', 'image/gif': '.gif' }[type]
  return name.replace(/\.(webp|avif|bmp|dib|hei[cf]|tiff?|jfif|jpe?g|png|gif)$/i, '').slice(0, 250) + ending
}
