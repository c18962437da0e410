import type { ConflictKind } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

type Side = 'mine' | 'theirs'

export async function decide(connectionId: string, changeIds: number[], take: Side): Promise<void> {
  await attempt(() => call('changes.resolve', { connectionId, changeIds, take }))
}

/** Null when it was taken, else why the value does not fit. */
export async function decideValue(connectionId: string, changeId: number, value: unknown): Promise<ErrorInfo | null> {
  try {
    await call('changes.resolve', { connectionId, changeIds: [changeId], take: 'value', value })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

export async function undecide(connectionId: string, changeIds: number[]): Promise<void> {
  await attempt(() => call('changes.undecide', { connectionId, changeIds }))
}

/** One decision for all conflicts of a kind, with the way back until they are sent. */
export async function decideAll(connectionId: string, kind: ConflictKind, take: Side): Promise<void> {
  await attempt(async () => {
    const decided = await call('changes.resolveKind', { connectionId, kind, take })
    if (decided.count > 0) offerWayBack(connectionId, decided, take)
  })
}

type Decided = { together: number; count: number }

function offerWayBack(connectionId: string, { together, count }: Decided, take: Side): void {
  const many = count === 1 ? '1 conflict' : `${formatNumber(count)} conflicts`
  offerUndo({
    message: take === 'mine' ? `Yours stays in ${many}` : `The store’s stays in ${many}`,
    // As long as the decision rests before it is sent.
    forMs: 6_000,
    undo: async () => {
      try {
        await call('changes.undecideKind', { connectionId, together })
        return null
      } catch (error) {
        return problemOf(error)
      }
    },
  })
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}
