import { useEffect, useState } from 'react'

/** Rows a second that nobody can look at one by one. */
const tooFast = 40
/** So long after the last fast stretch or letter the rows in view are there to stay. */
const restMs = 120

type ScrollPace = {
  /** The list's first row in view changed. */
  noteTopRow: (row: number, now?: number) => void
  /** Another search was answered: whoever types on sees its rows for a moment only. */
  noteAnswer: (now?: number) => void
  useAtRest: () => boolean
}

/**
 * Of one list. `useAtRest` is false for a row that flies by, or is gone with the next letter: it draws no more than can be seen of it, and does
 * not ask for its picture. Hundreds of requests a second for pictures that are out of sight when they arrive make scrolling jerk, and the
 * store is asked for them.
 */
export function createScrollPace(): ScrollPace {
  let top = { row: 0, at: 0 }
  let fastAt = -Infinity
  const isAtRest = () => performance.now() - fastAt > restMs

  function useAtRest(): boolean {
    const [atRest, setAtRest] = useState(isAtRest)
    useEffect(() => {
      if (atRest) return
      const timer = setInterval(() => isAtRest() && setAtRest(true), restMs)
      return () => clearInterval(timer)
    }, [atRest])
    return atRest
  }

  return {
    noteTopRow: (row, now = performance.now()) => {
      if ((Math.abs(row - top.row) * 1000) / Math.max(now - top.at, 1) > tooFast) fastAt = now
      top = { row, at: now }
    },
    noteAnswer: (now = performance.now()) => void (fastAt = now),
    useAtRest,
  }
}
