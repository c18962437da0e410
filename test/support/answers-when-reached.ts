import { createWindowAnswers } from '../../electron/ipc/window-answers'
import { requests, type RequestName } from '../../electron/shared/contract'
import type { EngineCall, MainCall } from '../../electron/shared/engine-contract'
import type { Result } from '../../electron/shared/errors'
import { checked, type Handlers } from '../../electron/wire/handle'

export const requestNames = Object.keys(requests) as RequestName[]
const mainsOwn = /^(connections|settings|app)\./

/** The window's calls as main and the engine check them; whatever gets through is noted, and answered with its name. */
export function answersWhenReached() {
  const reached: RequestName[] = []
  const handlersOf = <Names extends RequestName>(names: RequestName[]) =>
    Object.fromEntries(names.map((name) => [name, () => reached.push(name) && name])) as unknown as Handlers<Names>
  const main = checked(handlersOf<MainCall>(requestNames.filter((name) => mainsOwn.test(name))), () => {})
  const engine = checked(handlersOf<EngineCall>(requestNames.filter((name) => !mainsOwn.test(name))), () => {})
  const pass = (name: string, raw: unknown) => engine[name as EngineCall](raw) as Promise<Result<never>>
  const answers = createWindowAnswers({ main, engine: { ask: pass }, reader: { ask: pass } })
  const way = { signal: new AbortController().signal, part: () => {} }
  return { reached, answer: (name: RequestName, raw: unknown): Promise<Result<unknown>> => answers[name](raw, way) }
}
