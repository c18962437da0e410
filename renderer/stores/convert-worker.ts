import { webpOrientation } from './webp-orientation'

export type ConvertRequest = { id: number; bytes: Uint8Array<ArrayBuffer>; type: string }
export type ConvertAnswer =
  | { id: number; ok: true; bytes: Uint8Array<ArrayBuffer>; type: 'image/jpeg' | 'image/png' }
  | { id: number; ok: false; reason: string }

const quality = 0.92
const stripRows = 256
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
    () =>
      scope.postMessage({ id: data.id, ok: false, reason: 'The picture could not be read; it may be damaged.' }, []),
  )
}

async function convert({ id, bytes, type }: ConvertRequest): Promise<ConvertAnswer> {
  const orientation = type === 'image/webp' ? webpOrientation(bytes) : null
  // Engines differ in whether they heed the note of the camera in a WebP file: it is taken out and heeded here.
  if (orientation) bytes[orientation.offset] = 1
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' })
  if (bitmap.width > maxSide || bitmap.height > maxSide) {
    const reason = `The picture is ${bitmap.width} x ${bitmap.height} pixels; at most ${maxSide} a side can be converted.`
    return { id, ok: false, reason }
  }
  const { canvas, context } = upright(bitmap, orientation?.value ?? 1)
  const isTransparent = hasTransparency(context)
  const target = isTransparent ? 'image/png' : 'image/jpeg'
  const blob = await canvas.convertToBlob({ type: target, quality })
  return { id, ok: true, bytes: new Uint8Array(await blob.arrayBuffer()), type: target }
}

/** Draws the picture as it is meant to be seen. `orientation` is EXIF's: 1 upright, 3 upside down, 6 and 8 on its side, even ones mirrored. */
function upright(bitmap: ImageBitmap, orientation: number) {
  const onItsSide = orientation >= 5
  const width = onItsSide ? bitmap.height : bitmap.width
  const height = onItsSide ? bitmap.width : bitmap.height
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  const { width: w, height: h } = bitmap
  const turns: Record<number, [number, number, number, number, number, number]> = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  }
  const turn = turns[orientation]
  if (turn) context.setTransform(...turn)
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return { canvas, context }
}

/** In strips: the pixels of a large picture at once are hundreds of megabytes. */
function hasTransparency(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas
  for (let top = 0; top < height; top += stripRows) {
    const { data } = context.getImageData(0, top, width, Math.min(stripRows, height - top))
    for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true
  }
  return false
}
