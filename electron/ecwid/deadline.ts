/** Ends a request when the person stops it or its time is up, and remembers which of the two it was. */
export type Deadline = {
  signal: AbortSignal
  stoppedBy: () => 'person' | 'time' | null
  /** Must be called when the request is over. */
  clear: () => void
}

export function createDeadline(timeoutMs: number, person?: AbortSignal): Deadline {
  const controller = new AbortController()
  let stoppedBy: 'person' | 'time' | null = null
  const stop = (by: 'person' | 'time') => {
    stoppedBy ??= by
    controller.abort()
  }
  const onAbort = () => stop('person')
  const timer = setTimeout(() => stop('time'), timeoutMs)
  if (person?.aborted) onAbort()
  person?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    stoppedBy: () => stoppedBy,
    clear: () => {
      clearTimeout(timer)
      person?.removeEventListener('abort', onAbort)
    },
  }
}
