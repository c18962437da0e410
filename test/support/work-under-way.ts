type Kind = 'push' | 'pull'

/** Knows what was begun and has not ended, so that "done" is more than what the queue's numbers say. */
export function createWorkUnderWay(tell: () => void) {
  const under = new Map<Promise<unknown>, Kind>()
  return {
    track<T>(kind: Kind, work: Promise<T>): Promise<T> {
      under.set(work, kind)
      const ended = () => {
        under.delete(work)
        // What follows an answer begins within the turn that brought it, or the one after.
        setImmediate(() => setImmediate(tell))
      }
      work.then(ended, ended)
      return work
    },
    isQuiet: (): boolean => under.size === 0,
    /** Nothing is being sent; a pull may be under way, which is waited for by whoever asked for it. */
    isIdle: (): boolean => ![...under.values()].includes('push'),
  }
}

export type WorkUnderWay = ReturnType<typeof createWorkUnderWay>

/** Whether `isDone` holds over some turns of the event loop without a break. */
export async function heldFor(turns: number, isDone: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (!isDone()) return false
  }
  return true
}

/** The same over so many rounds of some milliseconds. For what cannot be told by news: that nothing will happen any more. */
export async function heldForRounds(rounds: number, isDone: () => boolean): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    await nextRound()
    if (!isDone()) return false
  }
  return true
}

/** Whether it becomes true within so many rounds. */
export async function reachedWithin(rounds: number, isReached: () => boolean): Promise<boolean> {
  for (let round = 0; !isReached(); round += 1) {
    if (round === rounds) return false
    await nextRound()
  }
  return true
}

/** Rejects where `work` has not ended after so many rounds: it stands still, however busy the machine is. */
export async function endsWithin<T>(rounds: number, work: Promise<T>, told: () => string): Promise<T> {
  let isOver = false
  const over = () => void (isOver = true)
  work.then(over, over)
  return Promise.race([
    work,
    reachedWithin(rounds, () => isOver).then((isReached) => (isReached ? work : Promise.reject(new Error(told())))),
  ])
}

/** Counted instead of timed: a busy machine makes rounds longer, and all that goes on within them. */
const nextRound = () => new Promise((resolve) => setTimeout(resolve, 5))
