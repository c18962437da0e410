/** The last seconds decide: an average over the whole run would hide that the line got slower. */
const windowMs = 8_000

/** Speed of a count that grows. `note` returns units a second, or null while too little is known. */
export function createRate(now: () => number) {
  const samples: { at: number; count: number }[] = []
  return {
    note(count: number): number | null {
      samples.push({ at: now(), count })
      while (samples.length > 2 && (samples[0]?.at ?? 0) < now() - windowMs) samples.shift()
      const first = samples[0]
      const elapsed = first ? now() - first.at : 0
      if (!first || elapsed < 200) return null
      return ((count - first.count) * 1000) / elapsed
    },
  }
}
