import { pairsIn, withoutPlace } from '../../electron/shared/fields/renamed-variations'
import type { ReadOnlyParts } from '../../electron/shared/product'
import type { ProductEdits } from './product-edits'
import type { OpenProduct } from './product-store'
import type { Variation } from './variation-edits'

type Open = Pick<OpenProduct, 'detail' | 'edits'>

/** The variations that are made of an option or a choice that was removed in the form. */
export function lostVariations({ detail, edits }: Open): ReadOnlyParts['variations'] {
  const { options } = edits.patch
  return options && detail ? withoutPlace(options, detail.readOnly.variations, edits.base.options) : []
}

/** The variations that go with a save: those, and the ones that were removed in the form by themselves. */
export function goingVariations(open: Open): ReadOnlyParts['variations'] {
  const lost = new Set(lostVariations(open))
  const all = open.detail?.readOnly.variations ?? []
  return all.filter((variation) => lost.has(variation) || open.edits.variations[variation.id]?.isRemoved)
}

/** Whether one of them does. */
export function isGoing(
  { base, patch, variations }: Pick<ProductEdits, 'base' | 'patch' | 'variations'>,
  variation: Variation,
): boolean {
  const isLost = patch.options !== undefined && withoutPlace(patch.options, [variation], base.options).length > 0
  return isLost || variations[variation.id]?.isRemoved === true
}

/** How many variations stay what they are under the names that options and choices were given in the form. */
export function renamedCount({ detail, edits }: Open): number {
  const { options } = edits.patch
  if (options === undefined || !detail) return 0
  return detail.readOnly.variations
    .filter(({ id }) => !edits.variations[id]?.isRemoved)
    .filter((variation) =>
      pairsIn(options, variation.options, edits.base.options)?.some((pair, at) => pair !== variation.options[at]),
    ).length
}
