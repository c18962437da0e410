import { foldText } from '../shared/fold-text'
import type { RemoteVariation } from '../shared/remote-product'
import { skuKey } from '../shared/sku-key'

/** What a row says of its options, by their names. */
export type OptionCell = { name: string; value: string }

/** The one variation that is meant, or why it is none. */
export type VariationFound = { variationId: number } | { why: string }

export function variationByOptions(
  variations: readonly RemoteVariation[],
  cells: readonly OptionCell[],
): VariationFound {
  const found = variations.filter(({ options = [] }) =>
    cells.every(({ name, value }) => options.some((one) => isAlike(one.name, name) && isAlike(one.value, value))),
  )
  const shown = cells.map(({ value }) => value).join(', ')
  return only(found, `The product has no variation ${shown}.`, `More than one variation of it is ${shown}.`)
}

export function variationBySku(variations: readonly RemoteVariation[], sku: string): VariationFound {
  const found = variations.filter((variation) => skuKey(variation.sku ?? '') === skuKey(sku))
  return only(found, `No variation of it has the SKU ${sku}.`, `More than one variation has the SKU ${sku}.`)
}

const isAlike = (one: string, other: string): boolean => foldText(one.trim()) === foldText(other.trim())

function only(found: readonly RemoteVariation[], none: string, several: string): VariationFound {
  const [variation] = found
  if (!variation) return { why: none }
  return found.length > 1 ? { why: several } : { variationId: variation.id }
}
