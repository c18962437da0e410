import { z } from 'zod'
import type { Catalogue } from '../../catalogue/catalogue'
import { altEditSchema, type AltEdit } from '../../shared/alt-text'

const metaKey = 'typedAlts'
const typedSchema = z.array(altEditSchema)

/** Alt texts typed by hand and not written yet, on disk, so that a crash takes none of them. */
export function createTypedAlts({ meta, transaction }: Pick<Catalogue, 'meta' | 'transaction'>) {
  const all = (): AltEdit[] => meta.get(metaKey, typedSchema) ?? []
  const within = (productIds: ReadonlySet<number>) => all().filter(({ productId }) => productIds.has(productId))

  /** Takes the place of what was typed for these products; the others keep theirs. */
  function keep(productIds: ReadonlySet<number>, edits: readonly AltEdit[]): void {
    transaction(() => {
      const before = all()
      const next = [...before.filter(({ productId }) => !productIds.has(productId)), ...edits]
      if (JSON.stringify(next) === JSON.stringify(before)) return
      if (next.length === 0) meta.remove(metaKey)
      else meta.set(metaKey, next)
    })
  }
  return { within, keep }
}
