import type { Catalogue } from '../../catalogue/catalogue'
import { imagesOf, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import { writeSet, type WrittenSet } from '../../changes/write-set'
import type { AltWritten } from '../../shared/alt-text'
import type { Operation } from '../../shared/change'
import type { SetLabel } from '../../shared/set-label'
import { createPacer } from '../../changes/pacer'
import type { NextAlts } from './next-alts'

type Parts = {
  catalogue: Catalogue
  now: () => number
  noteChanged: (productIds: number[]) => void
}

/** What was typed by hand: product -> picture -> text. */
export type TypedAlts = ReadonlyMap<number, ReadonlyMap<string, string>>

/** One transaction may take this long. */
const sliceMs = 15
/** List and queue hear of what was written this often: what they do then takes its time from the writing. */
const tellEveryMs = 300

/** Writes the texts as one change set that grows slice by slice, so that nothing else waits; each slice is on disk whole. */
export async function writeAlts(
  { catalogue, now, noteChanged }: Parts,
  productIds: readonly number[],
  { nextAlts, typed, signal }: { nextAlts: NextAlts; typed: TypedAlts; signal: AbortSignal },
): Promise<AltWritten> {
  const written: AltWritten = { changeSetId: null, texts: 0, products: 0 }
  const pace = createPacer(0)

  function add(productId: number, set: WrittenSet): boolean {
    const operations = operationsFor(catalogue, productId, nextAlts, typed.get(productId))
    if (operations.length === 0) return false
    set.ask(operations)
    written.texts += operations.length
    written.products += 1
    return true
  }

  let untold: number[] = []
  let toldAt = -Infinity
  function tell(): void {
    toldAt = performance.now()
    if (untold.length > 0) noteChanged(untold)
    untold = []
  }

  try {
    for (let at = 0; at < productIds.length;) {
      const slice = catalogue.transaction(() => {
        const until = performance.now() + sliceMs
        const set = writeSet(catalogue, now(), written.changeSetId ?? { source: 'pictures', label: labelOf(written) })
        const changed: number[] = []
        let next = at
        do {
          const productId = productIds[next++]
          if (productId !== undefined && add(productId, set)) changed.push(productId)
        } while (next < productIds.length && performance.now() < until)
        written.changeSetId = set.id()
        set.relabel(labelOf(written))
        return { changed, next }
      })
      at = slice.next
      untold.push(...slice.changed)
      if (performance.now() - toldAt >= tellEveryMs) tell()
      await pace()
      // Taken back while it grows: the rest of it is not wanted either.
      const isTakenBack = written.changeSetId !== null && !catalogue.changes.hasUnreverted(written.changeSetId)
      if (signal.aborted || isTakenBack) break
    }
  } finally {
    if (!signal.aborted) tell()
  }
  return written
}

function operationsFor(
  catalogue: Catalogue,
  productId: number,
  nextAlts: NextAlts,
  typed: ReadonlyMap<string, string> | undefined,
): Operation[] {
  const current = currentProduct(catalogue, productId)
  if (!current) return []
  const images = imagesOf(current)
  const keys = images.map(pictureKey)
  const alts = images.map(({ alt }) => alt?.main ?? '')
  const next = nextAlts({ name: current.name ?? '', sku: current.sku ?? '', alts }, (index) =>
    typed?.get(keys[index] ?? ''),
  )
  return next.flatMap((alt, index): Operation[] =>
    alt === null ? [] : [{ kind: 'picture.alt', productId, picture: keys[index] ?? '', alt }],
  )
}

const labelOf = ({ texts, products }: AltWritten): SetLabel => ({ code: 'write-alts', texts, products })
