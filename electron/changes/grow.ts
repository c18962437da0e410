import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from './pacer'

type Growth<Step> = {
  catalogue: Pick<Catalogue, 'transaction'>
  /** What is to be done next, asked of the database, so that a crash loses nothing; none: it is done. */
  next: () => readonly Step[]
  /** Does it, inside a transaction that may hold more. Returns the products that look different. */
  write: (step: Step) => readonly number[]
  /** Keeps how far it is, in the same transaction. */
  note?: () => void
  /** False: its set was taken back while it grew, so that the rest is not wanted either. */
  isWanted: () => boolean
  /** The store is closed: what is left waits for the next start. */
  signal?: AbortSignal | undefined
  /** These products look different, and something may wait to be sent. */
  tell: (productIds: number[]) => void
  /** Where what is written can be done again. */
  commit?: Catalogue['transaction']
}

/** One transaction may take this long. */
const sliceMs = 12
/** List and queue hear of what was written this often: what they do then takes its time from the writing. */
const tellEveryMs = 300

/**
 * Writes what is too long for one transaction: some of it in each, every slice on disk whole, and everything else has its turn
 * in between. Returns whether it came to its end.
 */
export async function grow<Step>(growth: Growth<Step>): Promise<boolean> {
  const { catalogue, signal, isWanted, commit = catalogue.transaction } = growth
  const pace = createPacer(0)
  const untold = new Set<number>()
  let toldAt = -Infinity

  function tell(): void {
    toldAt = performance.now()
    if (untold.size > 0) growth.tell([...untold])
    untold.clear()
  }

  try {
    while (!signal?.aborted && isWanted()) {
      const changed = commit(() => slice(growth))
      if (changed === null) return true
      for (const productId of changed) untold.add(productId)
      if (performance.now() - toldAt >= tellEveryMs) tell()
      await pace()
    }
    return false
  } finally {
    if (!signal?.aborted) tell()
  }
}

/** Null: there is nothing left to do. */
function slice<Step>({ next, write, note }: Growth<Step>): number[] | null {
  const until = performance.now() + sliceMs
  const changed: number[] = []
  let isFirst = true
  for (const step of next()) {
    if (!isFirst && performance.now() >= until) break
    isFirst = false
    changed.push(...write(step))
  }
  if (isFirst) return null
  note?.()
  return changed
}
