import { AppError } from '../shared/errors'
import { createClockWatch } from './clock-watch'
import { afterMs } from '../shared/after-ms'
import { says } from '../shared/sentence'

/** Who goes first: what the person waits for, then their changes, then pictures, then background reading. */
const priorities = ['person', 'push', 'picture', 'pull'] as const
export type Priority = (typeof priorities)[number]

/** All requests of one token pass through one limiter, so that the store's limit is kept whoever asks. */
export type Limiter = {
  /** Runs the task when its turn comes. Aborting while it waits removes it and rejects with code 'cancelled'. */
  run<Value>(priority: Priority, task: () => Promise<Value>, signal?: AbortSignal): Promise<Value>
  /** The store asked to wait: nothing starts before `until` (UNIX ms), and then slowly at first. */
  pause(until: number): void
  /** UNIX ms; null while requests flow. */
  readonly pausedUntil: number | null
  /** Tells when a pause begins, grows or ends. Returns the function that stops telling. */
  onChange(listener: () => void): () => void
}

export type LimiterOptions = {
  /** In any minute at most this many start. Ecwid allows 600 per token; a few may arrive later than others. */
  perMinute?: number
  /** As many may start at once after a rest. */
  burst?: number
  concurrency?: number
  now?: () => number
  /** Calls back after so many ms; returns what cancels it. */
  after?: (ms: number, run: () => void) => () => void
}

type Waiting = { start: () => void }

const minute = 60_000
/** Of so many requests one is the person's alone: a long upload uses up the rest of the minute. */
const personShare = 75

/** Shares of the full speed after a pause, by the ms since it ended. */
const recovery = [
  { until: 10_000, speed: 0.25 },
  { until: 30_000, speed: 0.5 },
]

export function createLimiter(options: LimiterOptions = {}): Limiter {
  const { perMinute = 596, burst = 20, concurrency = 6, now = Date.now, after = afterMs } = options
  const pace = perMinute - Math.floor(perMinute / personShare)
  const queues: Record<Priority, Waiting[]> = { person: [], push: [], picture: [], pull: [] }
  const listeners = new Set<() => void>()
  /** When the last `perMinute` started. */
  const starts: number[] = []
  let tokens = burst
  let refilledAt = now()
  let running = 0
  let pausedUntil: number | null = null
  let resumedAt: number | null = null
  let cancelWake = () => {}
  const clockMoved = createClockWatch(now)

  const tokensPerMs = () => {
    const since = resumedAt === null ? Infinity : now() - resumedAt
    return ((recovery.find((step) => since < step.until)?.speed ?? 1) * pace) / minute
  }

  const refill = () => {
    const elapsed = Math.max(0, now() - refilledAt)
    tokens = Math.min(burst, tokens + elapsed * tokensPerMs())
    refilledAt = now()
  }

  const wakeIn = (ms: number) => {
    cancelWake()
    cancelWake = after(ms, pump)
  }

  const endPause = (until: number) => {
    pausedUntil = null
    resumedAt = until
    refilledAt = now()
    tokens = 1
    tell()
  }

  const tell = () => {
    for (const listener of listeners) listener()
  }

  // One place stays free for the person, who must not wait behind a row of slow uploads.
  const nextInLine = () => {
    const priority = priorities.find((name) => queues[name].length > 0)
    if (!priority || running >= (priority === 'person' ? concurrency : Math.max(1, concurrency - 1))) return undefined
    return priority
  }

  /** Ms until one of this kind may start. */
  const waitOf = (priority: Priority): number => {
    if (tokens < 1) return Math.ceil((1 - tokens) / tokensPerMs())
    const filling = starts[starts.length - (priority === 'person' ? perMinute : pace)]
    return filling === undefined ? 0 : Math.max(0, filling + minute - now())
  }

  /** A clock that was set back: what was to wait a minute waits no day. */
  const noteClock = () => {
    const moved = clockMoved()
    if (moved === 0) return
    starts.splice(0, starts.length, ...starts.map((at) => at + moved))
    refilledAt += moved
    if (resumedAt !== null) resumedAt += moved
    if (pausedUntil === null) return
    pausedUntil += moved
    tell()
  }

  function pump(): void {
    noteClock()
    if (pausedUntil !== null) {
      if (now() < pausedUntil) return wakeIn(pausedUntil - now())
      endPause(pausedUntil)
    }
    refill()
    for (let priority = nextInLine(); priority; priority = nextInLine()) {
      const wait = waitOf(priority)
      if (wait > 0) return wakeIn(wait)
      tokens -= 1
      running += 1
      starts.push(now())
      if (starts.length > perMinute) starts.shift()
      queues[priority].shift()?.start()
    }
  }

  const finish = () => {
    running -= 1
    pump()
  }

  return {
    run: (priority, task, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(cancelled())
        const giveUp = () => {
          queues[priority].splice(queues[priority].indexOf(waiting), 1)
          reject(cancelled())
        }
        const waiting: Waiting = {
          start: () => {
            signal?.removeEventListener('abort', giveUp)
            task().then(resolve, reject).finally(finish)
          },
        }
        signal?.addEventListener('abort', giveUp, { once: true })
        queues[priority].push(waiting)
        pump()
      }),
    pause: (until) => {
      noteClock()
      if (until <= now() || (pausedUntil !== null && until <= pausedUntil)) return
      pausedUntil = until
      wakeIn(until - now())
      tell()
    },
    get pausedUntil() {
      return pausedUntil !== null && pausedUntil > now() ? pausedUntil : null
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const cancelled = () => new AppError('cancelled', says('stopped-before-sent'))
