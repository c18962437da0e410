type Waiting = { work: () => void; resolve: () => void; reject: (error: unknown) => void }

/**
 * Commits what several products want to have on disk in one go: each would wait for the disk alone, and the engine with it. All or
 * nothing for those that meet, so `work` looks itself whether it still holds.
 */
export function createSharedCommit(transaction: (work: () => void) => void) {
  let waiting: Waiting[] = []

  function commit(): void {
    const batch = waiting
    waiting = []
    try {
      transaction(() => batch.forEach(({ work }) => work()))
      batch.forEach(({ resolve }) => resolve())
    } catch (error) {
      batch.forEach(({ reject }) => reject(error))
    }
  }

  /** Resolves when it is on disk. */
  return (work: () => void): Promise<void> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(commit)
      waiting.push({ work, resolve, reject })
    })
}
export type SharedCommit = ReturnType<typeof createSharedCommit>
