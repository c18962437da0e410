import { setImmediate } from 'node:timers/promises'

/** Call between small steps of long work: lets everything else run once these took longer than `maxMs`. */
export function createPacer(maxMs = 10): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < maxMs) return
    await setImmediate()
    since = performance.now()
  }
}
