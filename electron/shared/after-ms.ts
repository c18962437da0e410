/** The longest that a timer takes: one of more than 2^31 ms fires at once. */
const longestMs = 2_000_000_000

/** Calls back after so many ms, which may be months; returns what cancels it. */
export function afterMs(ms: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = (left: number): void => {
    const part = Math.min(left, longestMs)
    timer = setTimeout(() => (left > part ? rest(left - part) : run()), part)
  }
  rest(ms)
  return () => clearTimeout(timer)
}
