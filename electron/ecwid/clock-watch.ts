/** Steps below this are the clock's own. */
const slackMs = 1000

/**
 * Tells by how many ms the clock was set back since the last look, as a number below zero; 0: it was not. Whoever waits for a
 * time of day moves it by as much, so that it does not sleep until the old time comes round again.
 */
export function createClockWatch(now: () => number): () => number {
  let seenAt = now()
  return () => {
    const moved = now() - seenAt
    seenAt = now()
    return moved < -slackMs ? moved : 0
  }
}
