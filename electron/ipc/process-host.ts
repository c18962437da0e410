import type { Result } from '../shared/errors'
import { createWire, type Answers, type Hear, type Port, type Side, type Wire } from '../wire/wire'

type ChildProcess = { port: Port; onExit: (heard: (code: number) => void) => void; kill: () => void }

type Parts<Here extends Side, There extends Side> = {
  /** For the log. */
  name: string
  launch: () => ChildProcess
  /** What main does for the process. */
  here: { answers: Answers<Here['calls']>; hear: Hear<Here['news']> }
  /** Tells a new one what it has to know before it is asked anything. */
  greet: (started: Wire<There>) => void
  /** Resolves when no write is on its way any more. */
  writesEnded: () => Promise<void>
  /** Ends those that outlast all patience. */
  stopWrites: () => void
  /** It died: what it held is free. */
  onDeath: () => void
  /** Whether a call can be asked twice without harm: then the next one answers what the one that died was asked. */
  isRepeatable: (name: keyof There['calls'] & string) => boolean
  /** A new one took the place of one that died. */
  onRestart: () => void
  after: (ms: number, run: () => void) => void
  now: () => number
  /** Lets it end its work. */
  farewell: (running: Wire<There>) => Promise<unknown>
  log: (line: string) => void
}

const deathsAtMost = 3
const deathWindowMs = 60_000
/** A write whose answer does not come is looked for by the next one. */
const patienceMs = 10_000

/** Keeps a process running. One that died is followed by another, which is asked again what can be; the rest is answered with a sentence. */
export function createProcessHost<Here extends Side, There extends Side>(
  parts: Parts<Here, There>,
): ProcessHost<There> {
  let child: ChildProcess | null = null
  let wire: Wire<There> | null = null
  let waiting: (() => void)[] = []
  let deaths: number[] = []
  let isClosing = false
  let isGivenUp = false

  function start(): void {
    const started = parts.launch()
    const running = createWire<Here, There>(started.port, () => parts.here)
    child = started
    wire = running
    started.onExit((code) => {
      child = null
      wire = null
      running.cut(lost)
      if (!isClosing) followUp(code)
    })
    parts.greet(running)
    for (const go of waiting.splice(0)) go()
  }

  function followUp(code: number): void {
    parts.log(`The ${parts.name} ended with code ${code}.`)
    parts.onDeath()
    deaths = [...deaths.filter((at) => parts.now() - at < deathWindowMs), parts.now()]
    if (deaths.length > deathsAtMost) {
      isGivenUp = true
      for (const go of waiting.splice(0)) go()
      return
    }
    // What is on its way to a store arrives first: the next one looks for it, and must not look too early.
    const patience = new Promise<void>((resolve) => parts.after(patienceMs, resolve))
    const stopped = patience.then(parts.stopWrites).then(parts.writesEnded)
    void Promise.race([parts.writesEnded(), stopped]).then(() => {
      if (isClosing) return
      start()
      parts.onRestart()
    })
  }

  const ask: Wire<There>['ask'] = (name, input, more) => {
    if (wire) {
      const answer = wire.ask(name, input, more)
      return parts.isRepeatable(name)
        ? answer.then((result) => (result === lost ? ask(name, input, more) : result))
        : answer
    }
    if (isClosing || isGivenUp) return Promise.resolve(isClosing ? closing : gone)
    return new Promise<void>((resolve) => waiting.push(resolve)).then(() => ask(name, input, more))
  }

  start()
  return {
    ask,
    /** A dead one hears nothing; the next one is greeted. */
    tell: ((name, payload) => wire?.tell(name, payload)) as Wire<There>['tell'],
    async close(): Promise<void> {
      isClosing = true
      for (const go of waiting.splice(0)) go()
      if (wire) await parts.farewell(wire)
      child?.kill()
    },
  }
}
export type ProcessHost<There extends Side> = {
  ask: Wire<There>['ask']
  tell: Wire<There>['tell']
  close: () => Promise<void>
}

const lost: Result<never> = {
  ok: false,
  error: {
    code: 'unknown-outcome',
    message: 'The part of Stockroom that keeps your data stopped and was started again. Look whether this was done.',
  },
}
const closing: Result<never> = {
  ok: false,
  error: { code: 'cancelled', message: 'Stockroom is being closed. What you saved is kept.' },
}
const gone: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message:
      'The part of Stockroom that keeps your data stops again and again. What you saved is kept. Quit Stockroom and start it again.',
  },
}
