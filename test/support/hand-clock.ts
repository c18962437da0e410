/** A clock that shows what a test sets it to, and timers that ring when the test says that so much time has passed. */
export function createHandClock(at: number) {
  let shown = at
  let timers: { ms: number; run: () => void }[] = []
  return {
    now: () => shown,
    after(ms: number, run: () => void): () => void {
      const timer = { ms, run }
      timers.push(timer)
      return () => void (timers = timers.filter((each) => each !== timer))
    },
    /** The shortest rest that was asked for. */
    rest: () => Math.min(...timers.map(({ ms }) => ms)),
    /** Shows another time, and no timer hears of it: the clock was set, or the computer slept. */
    set: (to: number): void => void (shown = to),
    /** The next timer rings, as long after the others as it was set to. */
    ring(): void {
      const due = timers.toSorted((one, other) => one.ms - other.ms)[0]
      if (!due) return
      timers = timers.filter((each) => each !== due)
      due.run()
    },
  }
}
export type HandClock = ReturnType<typeof createHandClock>
