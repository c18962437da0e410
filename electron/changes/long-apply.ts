import type { Catalogue } from '../catalogue/catalogue'
import { AppError } from '../shared/errors'
import { formatNumber } from '../shared/numbers/numbers'
import { isLeft, withDone, type AppliesUnderWay } from './applies-under-way'
import type { Applied } from './apply'
import { aboutOf, stepsOf, type ApplyStep } from './apply-steps'
import { grow } from './grow'
import { writeSet } from './write-set'

type Parts = {
  catalogue: Catalogue
  now: () => number
  underWay: AppliesUnderWay
  signal: AbortSignal
  tell: (productIds: number[]) => void
}

/** One long list of operations while it becomes a set, from where it is on disk. */
export function createLongApply({ catalogue, now, underWay, signal, tell }: Parts, id: number) {
  const { asked, ...row } = underWay.read(id)
  const { operations, ...set } = asked
  const steps = stepsOf(operations, (at) => isLeft(row, at))
  const unread = operations.flatMap((operation, at) => (operation === null && isLeft(row, at) ? [at] : []))
  let standing = withDone({ ...row, leftOut: row.leftOut + unread.length }, unread)
  let problem: AppError | null = null

  /** What cannot be done is left out: its product is gone, its value does not fit. */
  function write({ places }: ApplyStep): number[] {
    standing = withDone(standing, places)
    const written = writeSet(catalogue, now(), standing.changeSetId ?? set)
    try {
      catalogue.attempt(() => written.ask(places.flatMap((at) => operations[at] ?? [])))
    } catch (error) {
      if (!(error instanceof AppError) || !leavesOut.has(error.code)) throw error
      problem ??= error
      standing = { ...standing, leftOut: standing.leftOut + places.length }
      return []
    }
    standing = { ...standing, changeSetId: written.id() }
    return written.productIds()
  }

  const isOpen = ({ places }: ApplyStep): boolean => isLeft(standing, places[0] ?? 0)
  const note = () => underWay.note(id, standing)

  function isAbout({ productId, places: [first = 0] }: ApplyStep, localIds: ReadonlySet<number | null>): boolean {
    const operation = operations[first]
    const about = productId ?? (operation ? aboutOf(catalogue, operation) : null)
    return about !== null && localIds.has(about)
  }

  return {
    setId: (): number | null => standing.changeSetId,

    /** Makes what is asked of these now: something else of them is asked for after it. */
    reach(localIds: ReadonlySet<number | null>): void {
      const earlier = steps.filter((step) => isOpen(step) && isAbout(step, localIds))
      if (earlier.length === 0) return
      const before = standing
      let changed: number[]
      try {
        changed = catalogue.transaction(() => {
          const written = earlier.flatMap(write)
          note()
          return written
        })
      } catch (error) {
        standing = before
        throw error
      }
      tell(changed)
    },

    /** `problem`: some of it was left out, and how much. */
    async run(): Promise<{ applied: Applied; problem: AppError | null }> {
      let first = 0
      await grow({
        catalogue,
        signal,
        isWanted: () => true,
        next() {
          while (first < steps.length && !isOpen(steps[first]!)) first += 1
          return steps.slice(first, first + stepsAtOnce).filter(isOpen)
        },
        write,
        note,
        tell,
      })
      const { changeSetId, leftOut } = standing
      const applied = { changeSetId, productIds: changeSetId === null ? [] : catalogue.changes.idsOf(changeSetId) }
      if (leftOut === 0) return { applied, problem: null }
      const isNothing = leftOut === operations.length
      return { applied, problem: isNothing && problem ? problem : madeInPart(leftOut, operations.length) }
    },
  }
}

const stepsAtOnce = 100
const leavesOut = new Set<AppError['code']>(['not-found', 'invalid-input'])

const madeInPart = (leftOut: number, all: number): AppError =>
  new AppError(
    'not-found',
    `${formatNumber(all - leftOut)} of ${formatNumber(all)} changes were made. The others are about something that is no longer in the catalogue, or that cannot have such a value.`,
  )
