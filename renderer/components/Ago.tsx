import { useSyncExternalStore } from 'react'
import { formatAgo } from '../format/dates'

/** How long ago something was, true while it stays on the screen. It is drawn when its words change, not with the clock. */
export function Ago({ at }: { at: number }) {
  return useSyncExternalStore(onTick, () => formatAgo(at))
}

const tickMs = 10_000
const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | null = null

/** One clock for all of them. */
function onTick(listener: () => void): () => void {
  listeners.add(listener)
  clock ??= setInterval(() => listeners.forEach((tell) => tell()), tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || clock === null) return
    clearInterval(clock)
    clock = null
  }
}
