import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from './pacer'

type Parts = {
  catalogue: Pick<Catalogue, 'changes'>
  takeBack: (changeIds: number[]) => void
  revert: (setId: number) => Promise<unknown>
  /** The store is closed: the next start goes on. */
  signal?: AbortSignal
}

const atOnce = 100

/** Takes back what a cancelled set still has in the queue; as soon as nothing of it is on the wire, what is sent stays or goes back. */
export function createSetEnding({ catalogue: { changes }, takeBack, revert, signal }: Parts) {
  /** Taking back is itself news of the queue. */
  const ending = new Set<number>()
  /** News that came while a set was being ended: it may have been the last. */
  const hasMoved = new Set<number>()

  async function takeBackResting(setId: number): Promise<void> {
    const pace = createPacer()
    while (!signal?.aborted) {
      // Asked anew each time: what was resting a moment ago may be on the wire by now.
      const resting = changes.restingOf(setId, atOnce)
      if (resting.length === 0) return
      takeBack(resting)
      await pace()
    }
  }

  function nothingMoves(setId: number): boolean {
    const { sending = 0, unknown = 0 } = changes.statesOf(setId)
    return sending + unknown === 0
  }

  /** Whether it has ended. If not, the next news of the queue is the time to ask again. */
  return async function end(setId: number, how: 'keep' | 'revert'): Promise<boolean> {
    if (ending.has(setId)) {
      hasMoved.add(setId)
      return false
    }
    ending.add(setId)
    try {
      let isStill: boolean
      do {
        hasMoved.delete(setId)
        await takeBackResting(setId)
        isStill = !signal?.aborted && nothingMoves(setId)
      } while (!isStill && !signal?.aborted && hasMoved.has(setId))
      if (isStill && how === 'revert' && (changes.statesOf(setId).sent ?? 0) > 0) await revert(setId)
      return isStill
    } finally {
      ending.delete(setId)
    }
  }
}
