import type { Beside } from './field'
import { canBeGivenBack, ownFieldOf, ownFieldsIn, type OwnPatch, type OwnValues } from './own-fields'
import { fieldOf, isProductField, type ProductPatch } from './product-fields'
import { faultTexts } from '../words/fault'
import type { Faults } from './fault'
import { faultsOf } from './faults-of'
import type { FieldErrors } from './validate-product'

/** Why the store would refuse values of a variation's own, in words at their fields. */
export const ownProblems = (...of: Parameters<typeof ownFaults>): FieldErrors => faultTexts(ownFaults(...of))

/** The same as codes. `own`: what it has of its own now. */
export function ownFaults(patch: OwnPatch, own: OwnValues, product: ProductPatch): Faults {
  const faults: Faults = {}
  const beside = inEffect(patch, own, product)
  for (const name of ownFieldsIn(patch)) {
    const field = ownFieldOf(name)
    const value = patch[name]
    if (!field) continue
    const isKept = value === null && !canBeGivenBack(name) && own[name] !== undefined
    if (isKept) faults[name] = 'own-value-kept'
    else if (value !== null) Object.assign(faults, faultsOf(name, field, value, beside))
  }
  if (patch.outOfStockVisibilityBehaviour === 'HIDE') {
    faults.outOfStockVisibilityBehaviour = 'variation-hidden'
  }
  return { ...faults, ...stockProblem(patch, own, product), ...dimensionsProblem(patch, own, product) }
}

/** What counts for the variation: its own, where it has something of its own, such as the price that its wholesale prices are below. */
const inEffect = (patch: OwnPatch, own: OwnValues, product: ProductPatch): Beside =>
  Object.fromEntries(
    Object.entries({ ...product, ...own, ...patch }).map(([name, value]) => [
      name,
      value ?? (isProductField(name) ? product[name] : undefined),
    ]),
  )

/** The store shares the stock of a product with those of its variations that have no SKU of their own, and with one that has the product's. */
function stockProblem(patch: OwnPatch, own: OwnValues, product: ProductPatch): Faults {
  const sku = patch.sku === undefined ? own.sku : patch.sku
  if (isOfItsOwn(sku, product)) return {}
  const counted = typeof patch.quantity === 'number' ? 'quantity' : patch.unlimited === undefined ? null : 'unlimited'
  if (counted !== null && patch[counted] !== null) {
    return {
      [counted]: sku ? 'shares-stock-by-sku' : 'shares-stock-without-sku',
    }
  }
  const isTaken = patch.sku !== undefined && patch.sku !== null && isOfItsOwn(own.sku, product)
  const isSame = own.unlimited === product.unlimited && (product.unlimited || own.quantity === product.quantity)
  return isTaken && !isSame ? { sku: 'sku-of-product-other-stock' } : {}
}

/** Of a variation that has the SKU of its product: those that it has none of are its product's. */
function dimensionsProblem(patch: OwnPatch, own: OwnValues, product: ProductPatch): Faults {
  const { sku, dimensions } = { ...own, ...patch }
  if (!sku || isOfItsOwn(sku, product) || !product.dimensions) return {}
  if (!dimensions || fieldOf('dimensions').kind.isSame(dimensions, product.dimensions)) return {}
  if (patch.dimensions !== undefined) {
    return {
      dimensions: 'shares-dimensions-by-sku',
    }
  }
  return patch.sku === undefined ? {} : { sku: 'sku-of-product-other-dimensions' }
}

const isOfItsOwn = (sku: string | null | undefined, product: ProductPatch): boolean =>
  Boolean(sku) && sku !== product.sku
