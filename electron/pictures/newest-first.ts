import { AppError } from '../shared/errors'

type Job = { run: () => Promise<void>; drop: () => void }

/**
 * Runs a few tasks at a time, the one asked for last before those that wait: what scrolled out of sight must not hold up
 * what is in sight. Of more than `maxWaiting` the oldest are given up with AppError 'cancelled'.
 */
export function createNewestFirst({ atOnce, maxWaiting }: { atOnce: number; maxWaiting: number }) {
  const waiting: Job[] = []
  let running = 0

  return function enqueue<Value>(task: () => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      waiting.push({
        run: () => task().then(resolve, reject),
        drop: () => reject(new AppError('cancelled', 'Something newer was needed first.')),
      })
      if (waiting.length > maxWaiting) waiting.shift()?.drop()
      startNext()
    })
  }

  function startNext(): void {
    if (running >= atOnce) return
    const job = waiting.pop()
    if (!job) return
    running++
    void job.run().finally(() => {
      running--
      startNext()
    })
  }
}
