import { requests, type RequestName } from '../shared/contract'
import type { EngineCall, EngineSide, MainCall, ReaderCall, WindowHostSide } from '../shared/engine-contract'
import type { Result } from '../shared/errors'
import { asResult } from '../wire/as-result'
import type { RawHandlers } from '../wire/handle'
import type { Answers, Wire } from '../wire/wire'
import { assertHandy } from './message-size'

type Parts = {
  main: RawHandlers<MainCall>
  engine: Pick<Wire<EngineSide>, 'ask'>
  reader: { ask: (name: ReaderCall, raw: unknown) => Promise<Result<unknown>> }
}

const readersCalls: readonly string[] = [
  'catalogue.search',
  'catalogue.facets',
  'catalogue.variationCounts',
  'catalogue.categoryCounts',
  'catalogue.owner',
] satisfies ReaderCall[]

/** Every call of the window passes here: measured before anything reads it, then done by main or passed on as it came, to the engine or the reader. */
export function createWindowAnswers({ main, engine, reader }: Parts): Answers<WindowHostSide['calls']> {
  const isMains = (name: RequestName): name is MainCall => Object.hasOwn(main, name)
  const isReaders = (name: RequestName): name is ReaderCall => readersCalls.includes(name)
  const answerTo = (name: RequestName) => async (raw: unknown) => {
    const measured = await asResult(
      () => assertHandy(raw),
      () => {},
    )
    if (!measured.ok) return measured
    if (isMains(name)) return main[name](raw)
    return isReaders(name) ? reader.ask(name, raw) : pass(engine, name, raw)
  }
  const names = Object.keys(requests) as RequestName[]
  return Object.fromEntries(names.map((name) => [name, answerTo(name)])) as unknown as Answers<WindowHostSide['calls']>
}

const pass = (engine: Parts['engine'], name: EngineCall, raw: unknown): Promise<Result<unknown>> =>
  engine.ask(name, raw)
