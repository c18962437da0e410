/** Time that moves only when a test moves it. */
export function createHandClock(start = 1_000_000) {
  let time = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => time,
    after: (ms: number, run: () => void) => {
      const timer = { at: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    /** Moves on, running what is due in order, and lets promises settle after each. */
    advance: async (ms: number) => {
      const end = time + ms
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((each) => each !== next)
        time = Math.max(time, next.at)
        next.run()
        await settle()
      }
      time = end
      await settle()
    },
  }
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
