import { z } from 'zod'
import type { Catalogue } from '../../catalogue/catalogue'
import { altEditSchema, type AltEdit, type AltTyped } from '../../shared/alt-text'

const metaKey = 'typedAlts'
const typedSchema = z.array(altEditSchema)
type Named = Pick<AltEdit, 'productId' | 'picture'>

/** Alt texts typed by hand and not written yet, on disk, so that a crash takes none of them. */
export function createTypedAlts({ meta, transaction }: Pick<Catalogue, 'meta' | 'transaction'>) {
  const all = (): AltEdit[] => meta.get(metaKey, typedSchema) ?? []
  const within = (productIds: ReadonlySet<number>): AltEdit[] =>
    all().filter(({ productId }) => productIds.has(productId))

  const keep = (typed: AltEdit[]): void => (typed.length === 0 ? meta.remove(metaKey) : meta.set(metaKey, typed))
  const isSame = (one: Named, other: Named) => one.productId === other.productId && one.picture === other.picture

  return {
    within,
    /** Takes the place of what was typed for the same pictures. */
    note(news: readonly AltTyped[]): void {
      if (news.length === 0) return
      transaction(() => {
        const others = all().filter((edit) => !news.some((typed) => isSame(typed, edit)))
        keep([...others, ...news.flatMap(({ alt, ...edit }) => (alt === null ? [] : [{ ...edit, alt }]))])
      })
    },
    forget(productIds: ReadonlySet<number>): void {
      transaction(() => keep(all().filter(({ productId }) => !productIds.has(productId))))
    },
  }
}
