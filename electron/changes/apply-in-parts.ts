import type { Catalogue } from '../catalogue/catalogue'
import { createAppliesUnderWay, type AskedApply } from './applies-under-way'
import { applyOperations, type Applied } from './apply'
import { aboutOf, stepsOf } from './apply-steps'
import { createLongApply } from './long-apply'
import type { LongWork } from './long-work'

type Parts = {
  catalogue: Catalogue
  now: () => number
  onChanged: (productIds: number[]) => void
  logError: (context: string, error: unknown) => void
  longWork: LongWork
}
/** What becomes one set in slices. */
export type LongWrite = {
  /** Null as long as nothing of it is written. */
  setId(): number | null
  /** Writes what is still to be written of these products, categories and product types now: something else of them is asked for after it. */
  reach(localIds: ReadonlySet<number | null>): void
}
type Growing = LongWrite & { ended: Promise<Applied> }
/** `isHeard`: somebody waits for its end. */
type Running = Growing & Pick<ReturnType<typeof createLongApply>, 'run'> & { isHeard: boolean }

/** Fewer operations than this are one transaction, and all that are about one product. */
const many = 200

/**
 * Makes what is asked for in long lists into a set that grows. It is on disk before the first of it is done, so that a crash in
 * the middle leaves the rest for the next start. One after the other: what is asked for later stands upon what was asked for before.
 */
export function createApplyInParts({ catalogue, now, onChanged, logError, longWork }: Parts) {
  const underWay = createAppliesUnderWay(catalogue)
  const running = new Map<number, Running>()
  const others = new Set<Growing>()
  const growing = (): Growing[] => [...running.values(), ...others]
  let last: Promise<unknown> = Promise.resolve()

  function atOnce(asked: Parameters<typeof applyOperations>[2]): Applied {
    const about = new Set(asked.operations.map((each) => aboutOf(catalogue, each)))
    for (const one of growing()) one.reach(about)
    const applied = applyOperations(catalogue, now(), asked)
    if (applied.productIds.length > 0) onChanged(applied.productIds)
    return applied
  }

  function inParts(asked: AskedApply): Promise<Applied> {
    const { operations } = asked
    if (operations.length < many || stepsOf(operations).length === 1) return Promise.resolve(atOnce(asked))
    const one = goOn(underWay.begin(asked, now()))
    one.isHeard = true
    return one.ended
  }

  function goOn(id: number): Running {
    const known = running.get(id)
    if (known) return known
    const work = createLongApply({ catalogue, now, underWay, signal: longWork.signal, tell: onChanged }, id)
    const ended = longWork.run(last.then(() => toItsEnd(id)).finally(() => running.delete(id)))
    last = ended.catch(() => {})
    const one = { ...work, ended, isHeard: false }
    running.set(id, one)
    return one
  }

  async function toItsEnd(id: number): Promise<Applied> {
    const one = running.get(id)
    if (!one) throw new Error(`The list ${id} is not under way`)
    const { applied, problem } = await one.run().catch((error: unknown) => {
      // Whoever asked hears of it now, and goes on by asking again; the next start does not.
      if (one.isHeard) standsStill(id)
      throw error
    })
    if (longWork.signal.aborted) return applied
    if (one.isHeard && problem === null) underWay.remove(id)
    else underWay.setEnd(id, now())
    if (problem) throw problem
    return applied
  }

  function standsStill(id: number): void {
    try {
      underWay.setEnd(id, now())
    } catch (error) {
      logError('a long change set', error)
    }
  }

  /** Of another part, which keeps on disk itself what it is to write: it takes its turn among the lists. */
  function inTurn(work: LongWrite, run: () => Promise<Applied>): Promise<Applied> {
    const ended = longWork.run(last.then(run).finally(() => others.delete(one)))
    const one: Growing = { ...work, ended }
    others.add(one)
    last = ended.catch(() => {})
    return ended
  }

  return {
    atOnce,
    inParts,
    inTurn,
    /** The end of what grows into this set, however it ends. */
    whenGrown(setId: number): Promise<unknown> | null {
      const one = growing().find((each) => each.setId() === setId)
      return one ? one.ended.catch(() => {}) : null
    },
    /** Goes on with what was under way when the app ended. */
    resume(): void {
      for (const id of underWay.left()) {
        goOn(id).ended.catch((error: unknown) => logError('a long change set', error))
      }
    },
  }
}
