import type { EngineSide, HostSide } from '../shared/engine-contract'
import type { Result } from '../shared/errors'
import { createWire, type Answers, type Hear, type Port, type Wire } from '../wire/wire'

type EngineProcess = { port: Port; onExit: (heard: (code: number) => void) => void; kill: () => void }

type Parts = {
  launch: () => EngineProcess
  /** What main does for the engine. */
  here: { answers: Answers<HostSide['calls']>; hear: Hear<HostSide['news']> }
  /** Tells a new engine what it has to know before it is asked anything. */
  greet: (engine: Wire<EngineSide>) => void
  /** Resolves when no write is on its way any more. */
  writesEnded: () => Promise<void>
  /** A new engine took the place of one that died. */
  onRestart: () => void
  after: (ms: number, run: () => void) => void
  now: () => number
  log: (line: string) => void
}

const deathsAtMost = 3
const deathWindowMs = 60_000
/** A write whose answer does not come is looked for by the next engine. */
const patienceMs = 10_000

/** Keeps an engine running. One that died is followed by another; what it was asked is answered with a sentence. */
export function createEngineHost(parts: Parts) {
  let child: EngineProcess | null = null
  let wire: Wire<EngineSide> | null = null
  let waiting: (() => void)[] = []
  let deaths: number[] = []
  let isClosing = false
  let isGivenUp = false

  function start(): void {
    const started = parts.launch()
    const engine = createWire<HostSide, EngineSide>(started.port, () => parts.here)
    child = started
    wire = engine
    started.onExit((code) => {
      child = null
      wire = null
      engine.cut(lost)
      if (!isClosing) followUp(code)
    })
    parts.greet(engine)
    for (const go of waiting.splice(0)) go()
  }

  function followUp(code: number): void {
    parts.log(`The engine ended with code ${code}.`)
    deaths = [...deaths.filter((at) => parts.now() - at < deathWindowMs), parts.now()]
    if (deaths.length > deathsAtMost) {
      isGivenUp = true
      for (const go of waiting.splice(0)) go()
      return
    }
    // What is on its way to a store arrives first: the next engine looks for it, and must not look too early.
    const patience = new Promise<void>((resolve) => parts.after(patienceMs, resolve))
    void Promise.race([parts.writesEnded(), patience]).then(() => {
      if (isClosing) return
      start()
      parts.onRestart()
    })
  }

  const ask: Wire<EngineSide>['ask'] = (name, input, more) => {
    if (wire) return wire.ask(name, input, more)
    if (isClosing || isGivenUp) return Promise.resolve(gone)
    return new Promise<void>((resolve) => waiting.push(resolve)).then(() => ask(name, input, more))
  }

  start()
  return {
    ask,
    /** A dead engine hears nothing; the next one is greeted. */
    tell: ((name, payload) => wire?.tell(name, payload)) as Wire<EngineSide>['tell'],
    async close(): Promise<void> {
      isClosing = true
      for (const go of waiting.splice(0)) go()
      await wire?.ask('engine.close', null)
      child?.kill()
    },
  }
}
export type EngineHost = ReturnType<typeof createEngineHost>

const lost: Result<never> = {
  ok: false,
  error: {
    code: 'unknown-outcome',
    message: 'The part of Stockroom that keeps your data stopped and was started again. Look whether this was done.',
  },
}
const gone: Result<never> = {
  ok: false,
  error: {
    code: 'internal',
    message:
      'The part of Stockroom that keeps your data stops again and again. What you saved is kept. Quit Stockroom and start it again.',
  },
}
