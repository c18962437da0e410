/** What takes more than one transaction: it stops between two of them when the store is closed, which waits for that. */
export function createLongWork() {
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  return {
    signal: closing.signal,
    run<T>(work: Promise<T>): Promise<T> {
      const known = work.finally(() => running.delete(known))
      running.add(known)
      return known
    },
    async stop(): Promise<void> {
      closing.abort()
      await Promise.allSettled(running)
    },
  }
}
export type LongWork = ReturnType<typeof createLongWork>
