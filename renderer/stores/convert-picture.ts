import type { ConvertAnswer, ConvertedType, ConvertRequest, ConvertWish } from './convert-worker'

export type Converted = { bytes: Uint8Array<ArrayBuffer>; type: ConvertedType }
type Waiting = { resolve: (converted: Converted) => void; reject: (reason: Error) => void }
type Bench = { worker: Worker; waiting: Map<number, Waiting> }

/** One core is left for the window and main. */
export const convertersAtOnce = Math.max(1, Math.min(4, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1))
const benches: Bench[] = []
let lastId = 0

/**
 * WebP, AVIF or BMP -> JPEG, or PNG where it is see-through; with a wish also smaller, lighter or without data about the
 * photo. Throws an Error whose message is a sentence for the person.
 */
export function convertPicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  wish: ConvertWish | null = null,
): Promise<Converted> {
  const request: ConvertRequest = { id: ++lastId, bytes, type, wish }
  return new Promise((resolve, reject) => {
    const bench = freestBench()
    bench.waiting.set(request.id, { resolve, reject })
    bench.worker.postMessage(request, [bytes.buffer])
  })
}

/** `photo.webp` becomes `photo.jpg`; an ending that is right stays as it is. */
export function convertedName(name: string, type: ConvertedType): string {
  const right = { 'image/jpeg': /\.jpe?g$/i, 'image/png': /\.png$/i, 'image/gif': /\.gif$/i }[type]
  if (right.test(name)) return name
  const ending = { 'image/jpeg': '.jpg', 'image/png': '.png', 'image/gif': '.gif' }[type]
  return name.replace(/\.(webp|avif|bmp|dib|jfif|jpe?g|png|gif)$/i, '').slice(0, 250) + ending
}

/** The one with the least to do; a new one as long as all are busy and there are cores. */
function freestBench(): Bench {
  const freest = benches.reduce<Bench | null>(
    (best, bench) => (best && best.waiting.size <= bench.waiting.size ? best : bench),
    null,
  )
  if (freest && (freest.waiting.size === 0 || benches.length >= convertersAtOnce)) return freest
  const bench: Bench = {
    worker: new Worker(new URL('./convert-worker.ts', import.meta.url), { type: 'module' }),
    waiting: new Map(),
  }
  bench.worker.addEventListener('message', ({ data }: MessageEvent<ConvertAnswer>) => {
    const asked = bench.waiting.get(data.id)
    bench.waiting.delete(data.id)
    if (data.ok) asked?.resolve({ bytes: data.bytes, type: data.type })
    else asked?.reject(new Error(data.reason))
  })
  bench.worker.addEventListener('error', () => dismiss(bench))
  benches.push(bench)
  return bench
}

/** Out of memory, most likely: what was at work is refused, the next picture gets a fresh worker. */
function dismiss(bench: Bench): void {
  bench.worker.terminate()
  benches.splice(benches.indexOf(bench), 1)
  for (const { reject } of bench.waiting.values()) {
    reject(new Error('The picture is too large to be converted here.'))
  }
}
