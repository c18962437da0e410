import type { AltScope } from '../../shared/alt-text'
import { parseAltPattern } from '../matching/alt-pattern'

/** A product's pictures by their alt texts, the main one first. */
export type DescribedProduct = { name: string; sku: string; alts: readonly string[] }

/** What a wish makes of a product's pictures; for each its new text, or null where it stays as it is. */
export type NextAlts = (product: DescribedProduct, typed?: (index: number) => string | undefined) => (string | null)[]

/** The same pattern as for pictures that are uploaded; there is no file and no option any more, so these parts are empty. */
export function nextAltsOf(
  pattern: string,
  scope: AltScope,
): { ok: false; problem: string } | { ok: true; of: NextAlts } {
  const parsed = parseAltPattern(pattern)
  if (!parsed.ok) return parsed
  const nextOf = ({ name, sku }: DescribedProduct, before: string, index: number): string => {
    if (scope === 'missing' && before.trim() !== '') return before
    // A pattern that comes out empty takes nothing away.
    return parsed.write({ name, sku, position: String(index + 1), option: '', file: '' }) || before
  }
  return {
    ok: true,
    of: (product, typed) =>
      product.alts.map((before, index) => {
        const next = typed?.(index) ?? nextOf(product, before, index)
        return next === before ? null : next
      }),
  }
}
