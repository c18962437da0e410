import { decodePicture } from './decode-picture'
import { drawUpright, uprightSize } from './draw-picture'
import { decodeSmallJpeg } from './small-jpeg'

/** `side`: pixels of the shorter side, or fewer where the picture has fewer. */
export type ThumbnailRequest = { id: number; address: string; side: number } | { cancel: number }
export type ThumbnailAnswer = { id: number; blob: Blob | null }

/** A panorama would be as heavy as a photo. */
const longestOfSides = 4

// The window's type library has no worker scope; these two are all that is needed of it.
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ThumbnailRequest>) => void) | null
  postMessage(answer: ThumbnailAnswer): void
}
const loading = new Map<number, AbortController>()

scope.onmessage = ({ data }) => {
  if ('cancel' in data) return loading.get(data.cancel)?.abort()
  const { id, address, side } = data
  const controller = new AbortController()
  loading.set(id, controller)
  const settle = (blob: Blob | null) => {
    loading.delete(id)
    scope.postMessage({ id, blob })
  }
  // Cancelled, gone from the disk or no picture: the window shows that there is none.
  thumbnail(address, side, controller.signal).then(settle, () => settle(null))
}

async function thumbnail(address: string, side: number, signal: AbortSignal): Promise<Blob | null> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) return null
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('Content-Type') ?? ''
  signal.throwIfAborted()
  const small = type === 'image/jpeg' ? await decodeSmallJpeg(bytes, side) : null
  const { bitmap, turn } = small ?? (await decodePicture(bytes, type))
  const { width, height } = uprightSize(bitmap, turn)
  const scale = Math.min(1, side / Math.min(width, height), (side * longestOfSides) / Math.max(width, height))
  const { canvas } = drawUpright(bitmap, turn, scale)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
}
