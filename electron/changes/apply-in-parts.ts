import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import { AppError } from '../shared/errors'
import { formatNumber } from '../shared/numbers/numbers'
import { createAppliesUnderWay, type AskedApply } from './applies-under-way'
import { applyOperations, type Applied } from './apply'
import { grow } from './grow'
import type { LongWork } from './long-work'
import { createRevertsUnderWay } from './reverts-under-way'
import { writeSet } from './write-set'

type Parts = {
  catalogue: Catalogue
  now: () => number
  onChanged: (productIds: number[]) => void
  logError: (context: string, error: unknown) => void
  longWork: LongWork
}

/** Fewer operations than this are one transaction. */
const many = 200
/** So many of one product, planned together. */
const mostAtOnce = 100

/**
 * Makes what is asked for in long lists into a set that grows. It is on disk before the first of it is done, so that a crash in
 * the middle leaves the rest for the next start.
 */
export function createApplyInParts({ catalogue, now, onChanged, logError, longWork }: Parts) {
  const underWay = createAppliesUnderWay(catalogue)
  const reverts = createRevertsUnderWay(catalogue)

  function apply(asked: AskedApply): Promise<Applied> {
    if (asked.operations.length >= many) return longWork.run(goOn(underWay.begin(asked), asked))
    const applied = applyOperations(catalogue, now(), asked)
    onChanged(applied.productIds)
    return Promise.resolve(applied)
  }

  async function goOn(one: number, { operations, ...set }: AskedApply): Promise<Applied> {
    const standing = underWay.standing(one)
    const touched = new Set<number>()
    let problem: AppError | null = null

    /** What cannot be done is left out alone: its product is gone, its value does not fit. */
    function write(step: Operation[]): number[] {
      standing.at += step.length
      const written = writeSet(catalogue, now(), standing.changeSetId ?? set)
      try {
        catalogue.attempt(() => written.ask(step))
      } catch (error) {
        if (!(error instanceof AppError) || !leavesOut.has(error.code)) throw error
        problem ??= error
        standing.leftOut += step.length
        return []
      }
      standing.changeSetId = written.id()
      return written.productIds()
    }

    await grow({
      catalogue,
      signal: longWork.signal,
      isWanted: () => standing.changeSetId === null || reverts.isStanding(standing.changeSetId),
      next: () => nextSteps(operations, standing.at),
      write,
      note: () => underWay.note(one, standing),
      tell(productIds) {
        for (const productId of productIds) touched.add(productId)
        onChanged(productIds)
      },
    })
    if (!longWork.signal.aborted) underWay.end(one)
    if (problem)
      throw standing.leftOut === operations.length ? problem : madeInPart(standing.leftOut, operations.length)
    return { changeSetId: standing.changeSetId, productIds: [...touched] }
  }

  return {
    apply,
    /** Goes on with what was under way when the app ended. */
    resume(): void {
      for (const one of underWay.all()) {
        const asked = underWay.asked(one)
        if (asked) longWork.run(goOn(one, asked)).catch((error: unknown) => logError('a long change set', error))
      }
    },
  }
}

const leavesOut = new Set<AppError['code']>(['not-found', 'invalid-input'])

const madeInPart = (leftOut: number, all: number): AppError =>
  new AppError(
    'not-found',
    `${formatNumber(all - leftOut)} of ${formatNumber(all)} changes were made. The others are about something that is no longer in the catalogue, or that cannot have such a value.`,
  )

/** The next operations: those of one product that follow each other together, and a new product with its pictures. */
function nextSteps(operations: readonly Operation[], from: number): Operation[][] {
  const steps: Operation[][] = []
  for (const [count, operation] of operations.slice(from).entries()) {
    const step = steps.at(-1)
    const isOfNew = operation.kind === 'picture.add' && operation.productId === null
    if (step && isOfNew) step.push(operation)
    else if (count >= mostAtOnce) break
    else if (step && productOf(step[0]) !== null && productOf(step[0]) === productOf(operation)) step.push(operation)
    else steps.push([operation])
  }
  return steps
}

const productOf = (operation: Operation | undefined): number | null =>
  operation && 'productId' in operation ? operation.productId : null
