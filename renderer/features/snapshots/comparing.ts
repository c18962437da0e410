import type { ErrorInfo } from '../../../electron/shared/errors'
import type { Comparison } from '../../../electron/shared/snapshot'
import { problemOf } from '../../bridge'

/** So many things are asked for at first and with each step, and so many at most in one answer. */
const [atOnce, most] = [50, 500]

export type Compared = { found: Comparison | null; problem: ErrorInfo | null }

/**
 * What differs, as far as it is shown. One question after the other: a newer one ends the one that is being looked for, so that none would come to its
 * end while news keep coming.
 */
export function createComparing(
  ask: (page: { offset: number; limit: number }) => Promise<Comparison>,
  tell: (compared: Compared) => void,
) {
  let known: Comparison | null = null
  let last = Promise.resolve()
  let isAsked = false
  let isOver = false

  function say(compared: Compared): void {
    known = compared.found
    if (!isOver) tell(compared)
  }

  function inTurn(work: () => Promise<Comparison>): void {
    last = last
      .then(() => (isOver ? known : work()))
      .then(
        (found) => say({ found, problem: null }),
        (error: unknown) => say({ found: known, problem: problemOf(error) }),
      )
  }

  async function all(): Promise<Comparison> {
    isAsked = false
    const shown = known?.things ?? []
    const first = await ask({ offset: 0, limit: Math.min(most, Math.max(atOnce, shown.length)) })
    // What is behind those that one answer holds stays as it was found.
    return { ...first, things: [...first.things, ...shown.slice(most)] }
  }

  async function more(): Promise<Comparison> {
    if (!known) return all()
    const { things } = await ask({ offset: known.things.length, limit: atOnce })
    return { ...known, things: [...known.things, ...things] }
  }

  return {
    /** Anew. */
    look(): void {
      if (!isAsked) inTurn(all)
      isAsked = true
    },
    showMore: (): void => inTurn(more),
    end: (): void => void (isOver = true),
  }
}
