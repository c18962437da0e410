import type { OpenProduct } from '../../../stores/product-store'
import { ownNow, type Variation } from '../../../stores/variation-edits'
import { variationRows } from '../../../stores/variation-rows'
import type { VariationColumn } from '../../../format/variation-column'

// What looks wrong in a box of a variation and keeps nothing from being saved.

type Open = Pick<OpenProduct, 'detail' | 'edits'>
type Sharers = ReadonlyMap<string, readonly Variation[]>

const ownOf = ({ edits }: Open, { id, own }: Variation) => {
  const typed = edits.variations[id]
  return (field: Parameters<typeof ownNow>[2]) => ownNow(typed, own, field)
}

let last: { rows: readonly Variation[]; typed: unknown; of: Map<string, Sharers> } | null = null

/** Which variations have which SKU. Found once for what is typed, however many boxes ask. */
function sharersOf(open: Open, path: string, key: (variation: Variation) => string): Sharers {
  const rows = variationRows(open)
  const typed = open.edits.variations
  if (last?.rows !== rows || last.typed !== typed) last = { rows, typed, of: new Map() }
  const known = last.of.get(path)
  if (known) return known
  // One that goes with the save leaves its SKU to others.
  const sharers = new Map<string, Variation[]>()
  for (const row of rows) {
    if (typed[row.id]?.isRemoved) continue
    const own = key(row)
    if (own === '') continue
    const shared = sharers.get(own)
    if (shared) shared.push(row)
    else sharers.set(own, [row])
  }
  last.of.set(path, sharers)
  return sharers
}

/** Another variation of the product that has the same in this box: SKUs and codes belong to one. */
export function twinOf(open: Open, variation: Variation, column: VariationColumn): Variation | null {
  const { unique } = column
  if (!unique || open.edits.variations[variation.id]?.isRemoved) return null
  const key = (each: Variation) => unique.key(ownOf(open, each))
  const own = key(variation)
  if (own === '') return null
  const sharers = sharersOf(open, column.path, key).get(own) ?? []
  return sharers.find(({ id }) => id !== variation.id) ?? null
}

/** A sentence for the box. */
export function doubtOf(open: Open, variation: Variation, column: VariationColumn): string | null {
  const twin = twinOf(open, variation, column)
  return twin ? twinSentence(twin, column) : mistypedIn(open, variation, column)
}

export const twinSentence = ({ label }: Variation, { unique }: VariationColumn, isRefused = false): string =>
  `${label} has this ${unique?.name} too${isRefused ? '; the store will refuse it' : ''}.`

export const mistypedIn = (open: Open, variation: Variation, { doubt }: VariationColumn): string | null =>
  doubt?.(ownOf(open, variation)) ?? null
