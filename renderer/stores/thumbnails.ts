type Listener = (url: string | null) => void
type Asked = { listeners: Set<Listener>; controller: AbortController; isRunning: boolean }

type Parts = {
  /** Pictures made at the same time. */
  atOnce: number
  /** Thumbnails kept; those not shown for the longest time go first. */
  keep: number
  /** Null: there is no picture. */
  make: (key: string, signal: AbortSignal) => Promise<Blob | null>
  urlOf: (blob: Blob) => string
  release: (url: string) => void
}

/**
 * Small pictures of large files, made a few at a time. The one asked for last comes first, because it is what is in sight;
 * what nobody waits for any more is not made.
 */
export function createThumbnails({ atOnce, keep, make, urlOf, release }: Parts) {
  const made = new Map<string, string>()
  const asked = new Map<string, Asked>()
  let running = 0

  /** Undefined: not made yet. */
  function known(key: string): string | undefined {
    const url = made.get(key)
    if (url !== undefined) keepUrl(key, url)
    return url
  }

  /** `listener` gets an address for an img, or null when there is no picture. Call what it returns once nobody waits. */
  function want(key: string, listener: Listener): () => void {
    const entry = asked.get(key) ?? { listeners: new Set(), controller: new AbortController(), isRunning: false }
    entry.listeners.add(listener)
    // To the end, where the next one is taken from.
    asked.delete(key)
    asked.set(key, entry)
    startNext()
    return () => {
      entry.listeners.delete(listener)
      if (entry.listeners.size > 0 || asked.get(key) !== entry) return
      asked.delete(key)
      entry.controller.abort()
    }
  }

  function startNext(): void {
    if (running >= atOnce) return
    const next = [...asked].findLast(([, { isRunning }]) => !isRunning)
    if (!next) return
    const [key, entry] = next
    entry.isRunning = true
    running++
    make(key, entry.controller.signal).then(
      (blob) => settle(key, entry, blob),
      () => settle(key, entry, null),
    )
  }

  function settle(key: string, entry: Asked, blob: Blob | null): void {
    running--
    if (blob) keepUrl(key, made.get(key) ?? urlOf(blob))
    if (asked.get(key) === entry) {
      asked.delete(key)
      for (const listener of entry.listeners) listener(made.get(key) ?? null)
    }
    startNext()
  }

  function keepUrl(key: string, url: string): void {
    made.delete(key)
    made.set(key, url)
    for (const [oldest, address] of made) {
      if (made.size <= keep) return
      made.delete(oldest)
      release(address)
    }
  }

  return { known, want }
}

export type Thumbnails = ReturnType<typeof createThumbnails>
