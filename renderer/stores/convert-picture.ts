import type { ConvertAnswer, ConvertRequest } from './convert-worker'

export type Converted = { bytes: Uint8Array<ArrayBuffer>; type: 'image/jpeg' | 'image/png' }
type Waiting = { resolve: (converted: Converted) => void; reject: (reason: Error) => void }

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, Waiting>()

/** WebP, AVIF or BMP -> JPEG, or PNG where it is see-through. Throws an Error whose message is a sentence for the person. */
export function convertPicture(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Converted> {
  const id = ++lastId
  const request: ConvertRequest = { id, bytes, type }
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    ready().postMessage(request, [bytes.buffer])
  })
}

/** `photo.webp` becomes `photo.jpg`. */
export function convertedName(name: string, type: Converted['type']): string {
  const ending = type === 'image/png' ? '.png' : '.jpg'
  return name.replace(/\.(webp|avif|bmp|dib|jfif)$/i, '').slice(0, 250) + ending
}

function ready(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./convert-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ConvertAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asked?.resolve({ bytes: data.bytes, type: data.type })
    else asked?.reject(new Error(data.reason))
  })
  worker.addEventListener('error', restart)
  return worker
}

/** Out of memory, most likely: what was at work is refused, the next picture gets a fresh worker. */
function restart(): void {
  worker?.terminate()
  worker = null
  for (const { reject } of waiting.values()) reject(new Error('The picture is too large to be converted here.'))
  waiting.clear()
}
