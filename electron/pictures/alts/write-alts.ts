import { z } from 'zod'
import type { Catalogue } from '../../catalogue/catalogue'
import { grow } from '../../changes/grow'
import { imagesOf, pictureKey } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import { createRevertsUnderWay } from '../../changes/reverts-under-way'
import { writeSet } from '../../changes/write-set'
import { altEditSchema, altWishSchema, type AltEdit, type AltWritten } from '../../shared/alt-text'
import type { Operation } from '../../shared/change'
import type { SetLabel } from '../../shared/set-label'
import type { NextAlts } from './next-alts'

type Parts = {
  catalogue: Catalogue
  now: () => number
  noteChanged: (productIds: number[]) => void
}

/** What was typed by hand: product -> picture -> text. */
export type TypedAlts = ReadonlyMap<number, ReadonlyMap<string, string>>

const workKey = 'altsToWrite'
const standingKey = 'altsWritten'
const workSchema = z.object({
  productIds: z.array(z.number()),
  pattern: z.string(),
  scope: altWishSchema.shape.scope,
  edits: z.array(altEditSchema),
})
export type AltWork = z.infer<typeof workSchema>
/** `at`: products that are done. */
const standingSchema = z.object({
  at: z.number(),
  changeSetId: z.number().nullable(),
  texts: z.number(),
  products: z.number(),
})

const productsAtOnce = 50

/** Alt texts on their way into one change set. What is to be done and how far it is are on disk: the next start goes on. */
export function createAltWriting({ catalogue, now, noteChanged }: Parts) {
  const { meta } = catalogue
  const reverts = createRevertsUnderWay(catalogue)

  function forget(): void {
    meta.remove(workKey)
    meta.remove(standingKey)
  }

  return {
    /** What was under way when the app ended. */
    left: (): AltWork | undefined => meta.get(workKey, workSchema),
    keep(work: AltWork): void {
      catalogue.transaction(() => {
        forget()
        meta.set(workKey, work)
      })
    },

    /** Writes what was kept, from where it stands. */
    async write(work: AltWork, nextAlts: NextAlts, signal: AbortSignal): Promise<AltWritten> {
      const standing = meta.get(standingKey, standingSchema) ?? { at: 0, changeSetId: null, texts: 0, products: 0 }
      const typed = byProduct(work.edits)
      const label = (): SetLabel => ({ code: 'write-alts', texts: standing.texts, products: standing.products })
      const into = () => writeSet(catalogue, now(), standing.changeSetId ?? { source: 'pictures', label: label() })

      function write(productId: number): number[] {
        const operations = operationsFor(catalogue, productId, nextAlts, typed.get(productId))
        standing.at += 1
        if (operations.length === 0) return []
        const set = into()
        set.ask(operations)
        standing.changeSetId = set.id()
        standing.texts += operations.length
        standing.products += 1
        return [productId]
      }

      await grow({
        catalogue,
        signal,
        isWanted: () => standing.changeSetId === null || reverts.isStanding(standing.changeSetId),
        next: () => work.productIds.slice(standing.at, standing.at + productsAtOnce),
        write,
        note() {
          into().relabel(label())
          meta.set(standingKey, standing)
        },
        tell: noteChanged,
      })
      if (!signal.aborted) catalogue.transaction(forget)
      const { changeSetId, texts, products } = standing
      return { changeSetId, texts, products }
    },
  }
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

export function byProduct(edits: readonly AltEdit[]): TypedAlts {
  const typed = new Map<number, Map<string, string>>()
  for (const { productId, picture, alt } of edits) {
    typed.set(productId, (typed.get(productId) ?? new Map<string, string>()).set(picture, alt.trim()))
  }
  return typed
}
