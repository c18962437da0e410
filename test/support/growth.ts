type Growth = {
  small: () => unknown
  large: () => unknown
  /** What is too much: it is played again until it is less, or was played often enough. */
  limit: number
  /** Below so many milliseconds of the small one, time tells nothing. */
  leastMs?: number
  /** How often each is played at least. */
  rounds?: number
}

const mostRounds = 12

/**
 * How many times as long the large one takes as the small one: by processor time, of the quickest plays of each, which take turns. What
 * else the machine does adds to single plays alone, so that playing again finds them; what grows too fast does in each of them.
 */
export async function growth({ small, large, limit, leastMs = 0, rounds = 2 }: Growth): Promise<number> {
  let [once, more] = [Infinity, Infinity]
  for (let round = 1; round <= mostRounds; round += 1) {
    once = Math.min(once, await processorMs(small))
    more = Math.min(more, await processorMs(large))
    if (round >= rounds && more / Math.max(once, leastMs) < limit) break
  }
  return more / Math.max(once, leastMs)
}

/** Processor time: while others have the machine, none of it passes here. */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** From now on, the most processor time between two turns of the event loop, in milliseconds. Tells it, and ends. */
export function longestTurn(): () => number {
  let longest = 0
  let isOver = false
  let last = process.cpuUsage()
  const measure = () => {
    const { user, system } = process.cpuUsage(last)
    longest = Math.max(longest, (user + system) / 1000)
    last = process.cpuUsage()
  }
  const turn = () => {
    measure()
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    isOver = true
    // The turn that this is called in belongs to it: work that never lets go is one.
    measure()
    return longest
  }
}
