import type { EngineSide, ReaderCall, ReaderHostSide, ReaderSide } from '../shared/engine-contract'
import type { ErrorCode, Result } from '../shared/errors'
import { hearing, type Hear, type Port, type Wire } from '../wire/wire'
import { createProcessHost, type ProcessHost } from './process-host'

type Parts = {
  launch: () => { port: Port; onExit: (heard: (code: number) => void) => void; kill: () => void }
  engine: () => Pick<Wire<EngineSide>, 'ask'>
  after: (ms: number, run: () => void) => void
  now: () => number
  log: { info: (text: string) => void; error: (text: string) => void }
}

/** What the engine would say as well. */
const isAnswer: ReadonlySet<ErrorCode> = new Set(['invalid-input', 'cancelled'])

/**
 * Has searches answered by the reader, and what it cannot answer by the engine. What the engine wrote is passed on to it in
 * the order it came in, so whoever was told that something is saved finds it.
 */
export function createReaderHost({ launch, engine, after, now, log }: Parts) {
  const open = new Map<string, ReaderSide['news']['opened']>()
  let running: ProcessHost<ReaderSide> | null = null

  const hear: Hear<ReaderSide['news']> = (name, payload) => {
    note(name, payload)
    running?.tell(name, payload)
  }
  const note = hearing<ReaderSide['news']>({
    opened: (store) => void open.set(store.connectionId, store),
    closed: ({ connectionId }) => void open.delete(connectionId),
    written: () => {},
  })

  return {
    hear,
    /** Lets go of every database: whoever wrote them is gone, and the next may have to set one aside. */
    closeAll: (): void => [...open.keys()].forEach((connectionId) => hear('closed', { connectionId })),
    async ask(name: ReaderCall, raw: unknown): Promise<Result<unknown>> {
      const result: Result<unknown> | undefined = await running?.ask(name, raw)
      return result && (result.ok || isAnswer.has(result.error.code)) ? result : engine().ask(name, raw)
    },
    start(): void {
      running = createProcessHost<ReaderHostSide, ReaderSide>({
        name: 'reader',
        launch,
        here: { answers: {}, hear: hearing<ReaderHostSide['news']>({ log: ({ level, text }) => log[level](text) }) },
        greet: (reader) => open.forEach((store) => reader.tell('opened', store)),
        writesEnded: () => Promise.resolve(),
        stopWrites: () => {},
        onDeath: () => {},
        // The engine answers in its place.
        isRepeatable: () => false,
        onRestart: () => {},
        farewell: () => Promise.resolve(),
        after,
        now,
        log: log.info,
      })
    },
    close: async (): Promise<void> => running?.close(),
  }
}
