import type { RemoteVariation } from '../remote-product'
import { fieldOf, productFieldNames, type ProductFields } from './product-fields'

/** What a variation may have of its own; what it says nothing about is as its product has it. */
export type OwnValues = Partial<ProductFields>

const inherited = productFieldNames.filter((name) => fieldOf(name).isInherited)

export function ownValues(variation: RemoteVariation): OwnValues {
  const own: Record<string, unknown> = {}
  for (const name of inherited) {
    const value = fieldOf(name).kind.read(variation[name])
    // No SKU of its own is the product's.
    if (value !== undefined && value !== '') own[name] = value
  }
  // One with an SKU of its own has a stock of its own; Ecwid leaves out the number where it has no limit.
  own.unlimited ??= own.sku !== undefined && own.quantity === undefined
  return own
}
