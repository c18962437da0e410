import type { Catalogue } from '../../catalogue/catalogue'
import { addToSet } from '../../changes/add-to-set'
import { imagesOf, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import type { AltWritten } from '../../shared/alt-text'
import type { Operation } from '../../shared/change'
import { createPacer } from '../jobs/pacer'
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

/** Writes the texts as one change set that grows slice by slice, so that nothing else waits; each slice is on disk whole. */
export async function writeAlts(
  { catalogue, now, noteChanged }: Parts,
  productIds: readonly number[],
  { nextAlts, typed, signal }: { nextAlts: NextAlts; typed: TypedAlts; signal: AbortSignal },
): Promise<AltWritten> {
  const written: AltWritten = { changeSetId: null, texts: 0, products: 0 }
  const pace = createPacer(0)

  function add(productId: number): boolean {
    const operations = operationsFor(catalogue, productId, nextAlts, typed.get(productId))
    if (operations.length === 0) return false
    written.changeSetId ??= catalogue.changes.insertSet({
      source: 'pictures',
      label: 'Write alt texts',
      createdAt: now(),
      revertOf: null,
    })
    addToSet(catalogue, written.changeSetId, operations)
    written.texts += operations.length
    written.products += 1
    return true
  }

  for (let at = 0; at < productIds.length;) {
    const before = { ...written }
    const began = at
    try {
      const changed = catalogue.transaction(() => {
        const until = performance.now() + sliceMs
        const done: number[] = []
        do {
          const productId = productIds[at++]
          if (productId !== undefined && add(productId)) done.push(productId)
        } while (at < productIds.length && performance.now() < until)
        if (written.changeSetId !== null) catalogue.changes.relabel(written.changeSetId, 'pictures', labelOf(written))
        return done
      })
      if (changed.length > 0) noteChanged(changed)
    } catch (error) {
      Object.assign(written, before)
      at = began
      throw error
    }
    await pace()
    // Taken back while it grows: the rest of it is not wanted either.
    const isTakenBack = written.changeSetId !== null && !catalogue.changes.hasUnreverted(written.changeSetId)
    if (signal.aborted || isTakenBack) break
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

const labelOf = ({ texts, products }: AltWritten): string =>
  `Write ${texts === 1 ? '1 alt text' : `${texts} alt texts`} on ${products === 1 ? '1 product' : `${products} products`}`
