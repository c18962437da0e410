import type { Item } from '@glideapps/glide-data-grid'
import { useRef } from 'react'

/** As long as systems let pass between the two, in ms. */
const longest = 500

/** Whether a click is the second of two on one cell. The grid takes any two that follow each other for that, wherever they are. */
export function useDoubleClick(now: () => number = () => performance.now()): (cell: Item) => boolean {
  const last = useRef<{ cell: Item; at: number } | null>(null)
  return (cell) => {
    const before = last.current
    const isSecond = before !== null && before.cell.join() === cell.join() && now() - before.at < longest
    // A third click is the first of the next two.
    last.current = isSecond ? null : { cell, at: now() }
    return isSecond
  }
}
