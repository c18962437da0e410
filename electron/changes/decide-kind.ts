import type { Catalogue } from '../catalogue/catalogue'
import type { ConflictKind } from '../shared/change'
import { AppError } from '../shared/errors'
import { formatNumber } from '../shared/numbers/numbers'
import { grow } from './grow'
import type { LongWork } from './long-work'
import { canBeUndecided, decisionRestMs, resolveWhatIsLeft, undecide } from './resolve'

type Parts = {
  catalogue: Catalogue
  now: () => number
  onChanged: (productIds: number[]) => void
  longWork: LongWork
}
type Decided = { id: number; productId: number }

/** Nothing of it leaves while a decision about many is written or taken back. */
const restMeanwhileMs = 60_000
const thingsAtOnce = 100

/** One decision about all conflicts of a kind, and its undo, some of them at a time. */
export function createKindDecisions({ catalogue, now, onChanged, longWork }: Parts) {
  const { changes } = catalogue
  let latest = 0

  /** A crash in between leaves the rest as it was: still to be decided, or decided. */
  async function forEachThing(found: readonly Decided[], write: (changeIds: number[]) => number[]): Promise<void> {
    const steps = byThing(found)
    let done = 0
    await grow({
      catalogue,
      signal: longWork.signal,
      isWanted: () => true,
      next: () => steps.slice(done, done + thingsAtOnce),
      write(changeIds) {
        done += 1
        return write(changeIds)
      },
      tell: onChanged,
    })
  }

  async function resolve(kind: ConflictKind, take: 'mine' | 'theirs'): Promise<{ together: number; count: number }> {
    const together = (latest = Math.max(now(), latest + 1))
    let count = 0
    const found = changes.conflictsOf(kind)
    await forEachThing(found, (changeIds) => {
      count += changeIds.filter((id) => changes.get(id)?.state === 'conflict').length
      return resolveWhatIsLeft(catalogue, changeIds, {
        take: { take },
        now: now(),
        until: now() + restMeanwhileMs,
        together,
      })
    })
    if (!longWork.signal.aborted) {
      changes.restDecided(together, now() + decisionRestMs)
      // Whoever sends it has seen the longer rest only.
      onChanged([...new Set(found.map(({ productId }) => productId))])
    }
    return { together, count }
  }

  async function takeBack(together: number): Promise<null> {
    changes.restDecided(together, now() + restMeanwhileMs)
    const decided = changes.decidedTogether(together)
    const sent = decided.filter(({ state }) => !canBeUndecided(state)).length
    await forEachThing(decided, (changeIds) => undecide(catalogue, changeIds.filter(isStillTo(together))))
    if (sent > 0) throw new AppError('conflict', sentAlready(sent))
    return null
  }

  /** Not sent, and not put back by its owner meanwhile. */
  const isStillTo = (together: number) => (id: number) => {
    const change = changes.get(id)
    return change?.decision?.together === together && canBeUndecided(change.state)
  }

  return {
    resolve: (kind: ConflictKind, take: 'mine' | 'theirs') => longWork.run(resolve(kind, take)),
    undecide: (together: number) => longWork.run(takeBack(together)),
  }
}

const sentAlready = (count: number): string =>
  count === 1
    ? 'One of these decisions was sent already: undo it from the Sent tab. The others are to be decided again.'
    : `${formatNumber(count)} of these decisions were sent already: revert them from the Sent tab. The others are to be decided again.`

function byThing(found: readonly Decided[]): number[][] {
  const things = new Map<number, number[]>()
  for (const { id, productId } of found) {
    const its = things.get(productId)
    if (its) its.push(id)
    else things.set(productId, [id])
  }
  return [...things.values()]
}
