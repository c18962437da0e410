import { pairsIn, withoutPlace } from '../../electron/shared/fields/renamed-variations'
import type { ReadOnlyParts } from '../../electron/shared/product'
import type { ProductPatch } from '../../electron/shared/fields/product-fields'
import type { OpenProduct } from './product-store'
import type { Variation } from './variation-edits'

/** The variations that are made of an option or a choice that was removed in the form: they go with it. */
export function goingVariations({ detail, edits }: Pick<OpenProduct, 'detail' | 'edits'>): ReadOnlyParts['variations'] {
  const { options } = edits.patch
  return options === undefined ? [] : withoutPlace(options, detail?.readOnly.variations ?? [])
}

/** Whether one of them does. */
export function isGoing({ options }: ProductPatch, variation: Variation): boolean {
  return options !== undefined && withoutPlace(options, [variation]).length > 0
}

/** How many variations stay what they are under the names that options and choices were given in the form. */
export function renamedCount({ detail, edits }: Pick<OpenProduct, 'detail' | 'edits'>): number {
  const { options } = edits.patch
  if (options === undefined) return 0
  return (detail?.readOnly.variations ?? []).filter((variation) =>
    pairsIn(options, variation.options)?.some((pair, at) => pair !== variation.options[at]),
  ).length
}
