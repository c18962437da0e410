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

const readersCalls: Record<ReaderCall, true> = {
  'catalogue.search': true,
  'catalogue.facets': true,
  'catalogue.variationCounts': true,
  'catalogue.categoryCounts': true,
  'catalogue.owner': true,
  'catalogue.sheetRows': true,
  'catalogue.rowsThatMayShow': true,
  'catalogue.typeTally': true,
  'catalogue.named': true,
  'catalogue.takenSkus': true,
  'changes.list': true,
  'changes.ofSet': true,
  'changes.history': true,
  'changes.conflicts': true,
  'changes.previewRevert': true,
  'changes.tallyRevert': true,
  'bulk.page': true,
  'bulk.fields': true,
}

/** Every call of the window passes here: measured before anything reads it, then done by main or passed on as it came, to the engine or the reader. */
export function createWindowAnswers({ main, engine, reader }: Parts): Answers<WindowHostSide['calls']> {
  const isMains = (name: RequestName): name is MainCall => Object.hasOwn(main, name)
  const isReaders = (name: RequestName): name is ReaderCall => Object.hasOwn(readersCalls, name)
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
