/** A clock that rests, retries and pauses move on; the store and its clients may share one. */
export type TestClock = {
  /** What the clock of the computer shows. */
  now: () => number
  /** Time as it passes, whatever the clock of the computer is set to: the store's, and that of timers. */
  steady: () => number
  skip: (ms: number) => void
  /** Somebody sets the clock of the computer back, or forward. */
  setBack: (ms: number) => void
  /** Requests of all who share it. */
  onWire: Set<Promise<unknown>>
  /** No timer rings twice during one request: seconds of gathering would pass within a few of them otherwise. */
  isInStep: boolean
  /** How often a timer that has to wait for what is on the wire does: in turns of this process, which are as long as the machine is busy. */
  patience: number
}

/** `isAlone`: time passes by timers and skips alone, and not by the hands on the wall, so that nothing grows old on a busy machine. */
export function createTestClock({ isInStep = false, patience = 50, isAlone = false } = {}): TestClock {
  const start = Date.now()
  let passed = 0
  let wrong = 0
  const steady = () => (isAlone ? start : Date.now()) + passed
  return {
    steady,
    now: () => steady() - wrong,
    skip: (ms) => void (passed += ms),
    setBack: (ms) => void (wrong += ms),
    onWire: new Set(),
    isInStep,
    patience,
  }
}

const turnMs = 5
/** Who skips more than this waits for what is on the wire; a request that a test holds back must not hold the clock. */
const longMs = 2_000

/**
 * Timers that ring after a few real milliseconds, however long they were meant to last: in the order of their times, with the clock
 * moved on to each. `tell` hears of those that are over. Long ones wait for what is on the wire: minutes would pass within a request
 * otherwise, and whatever must not be old when it is used would always be.
 */
export function createTimers(clock: TestClock, tell: () => void) {
  let waiting: { due: number; run: () => void }[] = []
  let turn: NodeJS.Timeout | undefined
  let isStill = false
  let isStopped = false
  let waited = 0
  let oldestAtRing: Promise<unknown> | undefined

  function mustWait(due: number): boolean {
    const [oldest] = clock.onWire
    const isLong = due - clock.steady() >= longMs
    if (!oldest || !(isLong || (clock.isInStep && oldest === oldestAtRing))) waited = 0
    else waited += 1
    return waited > 0 && waited <= clock.patience
  }

  function plan(): void {
    if (!turn && !isStill && !isStopped && waiting.length > 0) turn = setTimeout(ring, turnMs)
  }

  function ring(): void {
    turn = undefined
    const due = Math.min(...waiting.map((each) => each.due))
    const next = waiting.find((each) => each.due === due)
    if (!next) return
    if (mustWait(due)) return plan()
    waited = 0
    oldestAtRing = clock.onWire.values().next().value
    waiting = waiting.filter((each) => each !== next)
    clock.skip(Math.max(0, due - clock.steady()))
    plan()
    next.run()
    setImmediate(tell)
  }

  function after(ms: number, run: () => void): () => void {
    const timer = { due: clock.steady() + ms, run }
    waiting.push(timer)
    plan()
    return () => {
      waiting = waiting.filter((each) => each !== timer)
      // Whoever waits for the end looks again once this turn is over, when another may have been set.
      setImmediate(tell)
    }
  }

  return {
    after,
    /** While it is still nothing rings: what is tried again and again leaves no gap otherwise on a busy machine. */
    still: (next: boolean): void => {
      isStill = next
      if (isStill) {
        clearTimeout(turn)
        turn = undefined
      } else plan()
    },
    areOff: (): boolean => waiting.length === 0,
    /** None rings any more, nor one that is set from now on. */
    stop(): void {
      isStopped = true
      waiting = []
      clearTimeout(turn)
    },
  }
}
