import { useEffect, useState } from 'react'
import type { ThumbnailAnswer, ThumbnailRequest } from './thumbnail-worker'
import { createThumbnails, type Thumbnails } from './thumbnails'

/** One core is left for the window, and one for main. */
const atOnce = Math.max(1, Math.min(3, (globalThis.navigator?.hardwareConcurrency ?? 2) - 2))
/** A worker that opened a HEIC or TIFF file keeps its memory for as long as it lives. */
const idleMs = 20_000
/** At some eight kilobytes each. */
const keep = 2000

/**
 * A small picture of a large one on this device. `address`: see picture-src; `side`: pixels of its shorter side. Undefined
 * while it is being made, null when there is no picture.
 */
export function useThumbnail(address: string, side: number): string | null | undefined {
  const key = `${side} ${address}`
  const [answer, setAnswer] = useState<{ key: string; url: string | null } | null>(null)
  const known = thumbnails().known(key)
  const isKnown = known !== undefined
  useEffect(() => {
    if (!isKnown) return thumbnails().want(key, (url) => setAnswer({ key, url }))
  }, [key, isKnown])
  return known ?? (answer?.key === key ? answer.url : undefined)
}

let made: Thumbnails | null = null

function thumbnails(): Thumbnails {
  made ??= createThumbnails({
    atOnce,
    keep,
    make: createMaker(),
    urlOf: (blob) => URL.createObjectURL(blob),
    release: (url) => URL.revokeObjectURL(url),
  })
  return made
}

type Bench = {
  worker: Worker
  busy: Map<number, (blob: Blob | null) => void>
  idle: ReturnType<typeof setTimeout> | undefined
}

/** Workers are made when the first picture is asked for. */
function createMaker() {
  const benches: Bench[] = []
  let lastId = 0

  function newBench() {
    const worker = new Worker(new URL('./thumbnail-worker.ts', import.meta.url), { type: 'module' })
    const bench: Bench = { worker, busy: new Map(), idle: undefined }
    const end = () => {
      worker.terminate()
      benches.splice(benches.indexOf(bench), 1)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<ThumbnailAnswer>) => {
      bench.busy.get(data.id)?.(data.blob)
      bench.busy.delete(data.id)
      clearTimeout(bench.idle)
      if (bench.busy.size === 0) bench.idle = setTimeout(end, idleMs)
    })
    // Out of memory, most likely: the next picture gets a fresh worker.
    worker.addEventListener('error', () => {
      clearTimeout(bench.idle)
      end()
      for (const settle of bench.busy.values()) settle(null)
    })
    benches.push(bench)
    return bench
  }

  return (key: string, signal: AbortSignal) =>
    new Promise<Blob | null>((resolve) => {
      const bench = benches.find(({ busy }) => busy.size === 0) ?? newBench()
      const { worker, busy } = bench
      clearTimeout(bench.idle)
      const id = ++lastId
      const at = key.indexOf(' ')
      const post = (request: ThumbnailRequest) => worker.postMessage(request)
      busy.set(id, resolve)
      signal.addEventListener('abort', () => post({ cancel: id }))
      post({ id, address: key.slice(at + 1), side: Number(key.slice(0, at)) })
    })
}
