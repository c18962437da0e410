import { createLongWork } from '../changes/long-work'
import { toErrorInfo } from '../shared/errors'
import type { After } from './schedule'

/** As long as a person waits for an Undo that was pressed. */
const patienceMs = 10_000

type Parts = {
  after: After
  /** Whether its owner holds some of a set. */
  isHeld: (setId: number) => boolean
  hold: (setId: number, isHeld: boolean) => void
}

/** What is on its way to the store cannot go back at once: it does as soon as it has arrived. */
export function createArrivals({ after, isHeld, hold }: Parts) {
  const waiting = new Set<() => void>()
  const work = createLongWork()

  const news = (): Promise<void> =>
    new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake)
        resolve()
      }
      waiting.add(wake)
    })

  function note(): void {
    for (const wake of waiting) wake()
  }

  async function untilArrived<T>(act: () => Promise<T>): Promise<T> {
    let isLate = false
    const cancel = after(patienceMs, () => {
      isLate = true
      note()
    })
    try {
      for (;;) {
        const isLast = isLate || work.signal.aborted
        const tried = await tryNow(act)
        if (tried.arrived) return tried.value
        if (isLast) throw tried.error
        await news()
      }
    } finally {
      cancel()
    }
  }

  async function holding<T>(setId: number, act: () => Promise<T>): Promise<T> {
    if (isHeld(setId)) return untilArrived(act)
    hold(setId, true)
    try {
      return await untilArrived(act)
    } finally {
      hold(setId, false)
    }
  }

  return {
    /** Of a long set something always is on its way: what of it still waits is held meanwhile. */
    async whenArrived<T>(setId: number, act: () => Promise<T>): Promise<T> {
      const tried = await tryNow(act)
      return tried.arrived ? tried.value : work.run(holding(setId, act))
    },
    /** Something of the queue changed. */
    note,
    stop(): Promise<void> {
      const stopped = work.stop()
      note()
      return stopped
    },
  }
}

type Tried<T> = { arrived: true; value: T } | { arrived: false; error: unknown }

async function tryNow<T>(act: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { arrived: true, value: await act() }
  } catch (error) {
    if (toErrorInfo(error).sentence?.says === 'on-its-way') return { arrived: false, error }
    throw error
  }
}
