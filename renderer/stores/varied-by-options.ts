import { pairsIn, withoutPlace } from '../../electron/shared/fields/renamed-variations'
import type { ReadOnlyParts } from '../../electron/shared/product'
import type { ProductEdits } from './product-edits'
import type { OpenProduct } from './product-store'
import type { Variation } from './variation-edits'

/** The variations that go with a save: those that were removed in the form, and what is made of an option or a choice that was. */
export function goingVariations({ detail, edits }: Pick<OpenProduct, 'detail' | 'edits'>): ReadOnlyParts['variations'] {
  const { options } = edits.patch
  const all = detail?.readOnly.variations ?? []
  const lost = new Set(options === undefined ? [] : withoutPlace(options, all))
  return all.filter((variation) => lost.has(variation) || edits.variations[variation.id]?.isRemoved)
}

/** Whether one of them does. */
export function isGoing(
  { patch, variations }: Pick<ProductEdits, 'patch' | 'variations'>,
  variation: Variation,
): boolean {
  const isWithoutPlace = patch.options !== undefined && withoutPlace(patch.options, [variation]).length > 0
  return isWithoutPlace || variations[variation.id]?.isRemoved === true
}

/** How many variations stay what they are under the names that options and choices were given in the form. */
export function renamedCount({ detail, edits }: Pick<OpenProduct, 'detail' | 'edits'>): number {
  const { options } = edits.patch
  if (options === undefined) return 0
  return (detail?.readOnly.variations ?? []).filter((variation) =>
    pairsIn(options, variation.options)?.some((pair, at) => pair !== variation.options[at]),
  ).length
}
