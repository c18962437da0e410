import type { Pull } from './pull'

/** Calls back after so many ms; returns what cancels it. */
export type After = (ms: number, run: () => void) => () => void

const everyMs = 60_000
const firstRetryMs = 5_000

/** Failures that only the person can mend: asking again with a revoked key gets the address blocked. */
const needsPerson = new Set(['bad-key', 'wrong-store', 'plan', 'missing-scope'])

/** Pulls every minute; sooner after a failure that may pass; not at all while paused or while the key is refused. */
export function createSchedule({ pull, after }: { pull: Pull; after: After }) {
  let cancel = () => {}
  let started = false
  let stopped = false
  let paused = false
  let failures = 0

  function run(): void {
    cancel()
    if (stopped) return
    void pull.pull().then(() => {
      cancel()
      if (!stopped && !paused) plan()
    })
  }

  function plan(): void {
    const { phase, problem } = pull.status()
    failures = phase === 'failed' ? failures + 1 : 0
    if (problem && needsPerson.has(problem.code)) return
    const wait = phase === 'failed' ? Math.min(firstRetryMs * 2 ** (failures - 1), everyMs) : everyMs
    cancel = after(wait, run)
  }

  function pullNow(): void {
    started = true
    paused = false
    failures = 0
    run()
  }

  async function pause(): Promise<void> {
    paused = true
    cancel()
    await pull.pause()
  }

  return {
    now: pullNow,
    pause,
    start(): void {
      if (!started) pullNow()
    },
    resume(): void {
      if (started && !paused) pullNow()
    },
    async stop(): Promise<void> {
      stopped = true
      await pause()
    },
  }
}
