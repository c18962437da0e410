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

/** The same for so long. For what cannot be told by news: that nothing will happen any more. */
export async function heldForMs(ms: number, isDone: () => boolean): Promise<boolean> {
  const until = performance.now() + ms
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (!isDone()) return false
  }
  return true
}

/** Whether it becomes true within so many milliseconds. */
export async function reachedWithin(ms: number, isReached: () => boolean): Promise<boolean> {
  const until = performance.now() + ms
  while (!isReached()) {
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return true
}
