import type { EngineCall } from '../shared/engine-contract'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'

type Names = Extract<EngineCall, `bulk.${string}`>

/** The calls about many products at once. */
export function createBulkHandlers(sessions: StoreSessions): Handlers<Names> {
  const of = (connectionId: string) => sessions.of(connectionId).proposals
  return {
    'bulk.ids': ({ connectionId, query, offset, limit }) =>
      sessions
        .of(connectionId)
        .reads.ids(query)
        .slice(offset, offset + limit),
    'bulk.typed': ({ connectionId }) => sessions.of(connectionId).drafts.products(),
    'bulk.preview': ({ connectionId, ...asked }) => of(connectionId).preview(asked),
    'bulk.onSale': ({ connectionId, selection }) => of(connectionId).onSale(selection),
    'bulk.hits': ({ connectionId, ...asked }) => of(connectionId).hits(asked),
    'bulk.stockList': ({ connectionId, pasted, answers }) => of(connectionId).stockList(pasted, answers),
    'bulk.propose': ({ connectionId, ...asked }) => of(connectionId).propose(asked),
    'bulk.current': ({ connectionId }) => of(connectionId).current(),
    'bulk.page': ({ connectionId, proposalId, view, ...page }) =>
      of(connectionId).page(proposalId, { ...view, ...page }),
    'bulk.fields': ({ connectionId, proposalId, view }) => of(connectionId).fields(proposalId, view),
    'bulk.leaveOut': ({ connectionId, proposalId, edits, out }) => of(connectionId).leaveOut(proposalId, edits, out),
    'bulk.csv': ({ connectionId, proposalId }) => of(connectionId).csv(proposalId),
    'bulk.apply': ({ connectionId, proposalId, times }) => of(connectionId).apply(proposalId, times),
    'bulk.timed': ({ connectionId }) => of(connectionId).timed(),
    'bulk.setTimes': ({ connectionId, proposalId, times }) => of(connectionId).setTimes(proposalId, times),
    'bulk.endNow': ({ connectionId, proposalId }) => of(connectionId).endNow(proposalId),
    'bulk.hold': ({ connectionId, proposalId, hold }) => of(connectionId).hold(proposalId, hold),
    'bulk.cancel': ({ connectionId, proposalId, keepSent }) => of(connectionId).cancel(proposalId, keepSent),
    'bulk.discard': ({ connectionId, proposalId }) => of(connectionId).discard(proposalId),
    'bulk.bringBack': ({ connectionId, proposalId }) => of(connectionId).bringBack(proposalId),
  }
}
