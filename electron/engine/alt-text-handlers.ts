import type { EngineCall } from '../shared/engine-contract'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'

type Names = Extract<EngineCall, `altTexts.${string}`>

/** The calls for describing many pictures that are in the store already. */
export function createAltTextHandlers(sessions: StoreSessions): Handlers<Names> {
  const of = (connectionId: string) => sessions.of(connectionId).altTexts
  return {
    'altTexts.select': ({ connectionId, query }) => of(connectionId).select(query),
    'altTexts.page': ({ connectionId, offset, limit, ...wish }) => of(connectionId).page(wish, { offset, limit }),
    'altTexts.tally': ({ connectionId, typed, ...wish }) => of(connectionId).tally(wish, typed),
    'altTexts.forget': ({ connectionId, selectionId }) => of(connectionId).forget(selectionId),
    'altTexts.write': ({ connectionId, typed, ...wish }) => of(connectionId).write(wish, typed),
  }
}
