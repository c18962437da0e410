import { foldText } from '../shared/fold-text'
import type { RowReason } from '../shared/row-reason'
import type { RemoteVariation } from '../shared/remote-product'
import { skuKey } from '../shared/sku-key'

/** What a row says of its options, by their names. */
export type OptionCell = { name: string; value: string }

/** The one variation that is meant, or why it is none. */
export type VariationFound = { variationId: number } | { why: RowReason }

/**
 * The variations of one product, found by what a row says: a product may have thousands, and a table a row of each. `codesOf`: its barcodes,
 * as they are compared; they are read once one is looked for.
 */
export function createVariationFinder(
  variations: readonly RemoteVariation[],
  codesOf: (variation: RemoteVariation) => readonly string[],
) {
  const [byPair, bySku] = [new Map<string, RemoteVariation[]>(), new Map<string, RemoteVariation[]>()]
  const byId = new Map(variations.map((variation) => [String(variation.id), variation]))
  let byCode: Map<string, RemoteVariation[]> | null = null
  for (const variation of variations) {
    for (const key of new Set((variation.options ?? []).map(pairKey))) note(byPair, key, variation)
    note(bySku, skuKey(variation.sku ?? ''), variation)
  }
  return {
    byId: (id: string): RemoteVariation | undefined => byId.get(id),
    /** All that have it. */
    byCode(code: string): readonly RemoteVariation[] {
      byCode ??= notedByCode(variations, codesOf)
      return byCode.get(code) ?? []
    },
    byOptions(cells: readonly OptionCell[]): VariationFound {
      const having = cells.map((cell) => byPair.get(pairKey(cell)) ?? [])
      const [fewest = [], ...others] = having.toSorted((one, other) => one.length - other.length)
      const rest = others.map((some) => new Set(some))
      const found = fewest.filter((variation) => rest.every((some) => some.has(variation)))
      const text = cells.map(({ value }) => value).join(', ')
      return only(found, { says: 'no-variation', text }, { says: 'several-variations', text })
    },
    bySku(sku: string): VariationFound {
      const [none, several] = ['no-variation-with-sku', 'several-variations-with-sku'] as const
      return only(bySku.get(skuKey(sku)) ?? [], { says: none, text: sku }, { says: several, text: sku })
    },
  }
}

function notedByCode(
  variations: readonly RemoteVariation[],
  codesOf: (variation: RemoteVariation) => readonly string[],
): Map<string, RemoteVariation[]> {
  const noted = new Map<string, RemoteVariation[]>()
  for (const variation of variations) for (const code of new Set(codesOf(variation))) note(noted, code, variation)
  return noted
}

const pairKey = ({ name, value }: OptionCell): string =>
  JSON.stringify([name, value].map((text) => foldText(text.trim())))

function note(all: Map<string, RemoteVariation[]>, key: string, variation: RemoteVariation): void {
  const some = all.get(key)
  if (some) some.push(variation)
  else all.set(key, [variation])
}

function only(found: readonly RemoteVariation[], none: RowReason, several: RowReason): VariationFound {
  const [variation] = found
  if (!variation) return { why: none }
  return found.length > 1 ? { why: several } : { variationId: variation.id }
}
