import type { PictureSentence } from '../../electron/shared/picture-sentence'
import type { ConvertAnswer, ConvertRequest } from './convert-worker'

type Task = { request: ConvertRequest; pixels: number; done: (answer: Settled) => void }
type Settled = Extract<ConvertAnswer, { ok: true }> | { ok: false; reason: PictureSentence }
type Bench = { worker: ConvertBench; task: Task | null; stopWatch: () => void }

/** A worker, as far as it is needed here. */
export type ConvertBench = {
  postMessage: (request: ConvertRequest, transfer: Transferable[]) => void
  terminate: () => void
  onMessage: (listener: (event: { data: ConvertAnswer }) => void) => void
  onError: (listener: () => void) => void
}

type Parts = {
  newBench: () => ConvertBench
  benches: number
  /** Pixels in work at the same time; a picture with more than this waits until it is alone. */
  pixelsAtOnce: number
  /** Runs `act` after so long, unless the function it returns was called. */
  after: (act: () => void) => () => void
}

const tooMuch = { says: 'memory-too-small' } as const
const tooLong = { says: 'opens-too-long' } as const

/**
 * Gives pictures to workers, one each, in the order they came. Memory stays bounded: large pictures do not open side by
 * side, and a worker that fails, hangs or grew is ended, and with it all that it held.
 */
export function createConvertQueue({ newBench, benches: most, pixelsAtOnce, after }: Parts) {
  const benches: Bench[] = []
  const waiting: Task[] = []

  function add(request: ConvertRequest, pixels: number): Promise<Settled> {
    return new Promise((done) => {
      waiting.push({ request, pixels, done })
      goOn()
    })
  }

  function goOn(): void {
    for (let task = waiting[0]; task && hasRoom(task.pixels); task = waiting[0]) {
      const bench = benches.find((each) => each.task === null) ?? (benches.length < most ? open() : null)
      if (!bench) return
      waiting.shift()
      start(bench, task)
    }
  }

  function hasRoom(pixels: number): boolean {
    const busy = benches.reduce((sum, { task }) => sum + (task?.pixels ?? 0), 0)
    return busy === 0 || busy + pixels <= pixelsAtOnce
  }

  function open(): Bench {
    const bench: Bench = { worker: newBench(), task: null, stopWatch: () => {} }
    bench.worker.onMessage(({ data }) => finish(bench, data))
    bench.worker.onError(() => dismiss(bench, tooMuch))
    benches.push(bench)
    return bench
  }

  function start(bench: Bench, task: Task): void {
    bench.task = task
    bench.stopWatch = after(() => dismiss(bench, tooLong))
    bench.worker.postMessage(task.request, [task.request.bytes.buffer])
  }

  function finish(bench: Bench, answer: ConvertAnswer): void {
    const { task } = bench
    if (!task || answer.id !== task.request.id) return
    bench.stopWatch()
    bench.task = null
    if (answer.isSpent) close(bench)
    task.done(answer)
    goOn()
  }

  function dismiss(bench: Bench, reason: PictureSentence): void {
    const { task } = bench
    bench.stopWatch()
    close(bench)
    task?.done({ ok: false, reason })
    goOn()
  }

  function close(bench: Bench): void {
    bench.worker.terminate()
    const at = benches.indexOf(bench)
    if (at >= 0) benches.splice(at, 1)
  }

  return { add }
}
