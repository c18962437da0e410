import { canBeGivenBack, ownFieldOf, ownFieldsIn, type OwnPatch, type OwnValues } from './own-fields'
import { fieldOf, type ProductField, type ProductPatch } from './product-fields'
import { problemsOf, type FieldErrors } from './validate-product'

/** Why the store would refuse values of a variation's own, as sentences at their fields. `own`: what it has of its own now. */
export function ownProblems(patch: OwnPatch, own: OwnValues, product: ProductPatch): FieldErrors {
  const errors: FieldErrors = {}
  for (const name of ownFieldsIn(patch)) {
    const field = ownFieldOf(name)
    const value = patch[name]
    if (!field) continue
    const isKept = value === null && !canBeGivenBack(name) && own[name] !== undefined
    if (isKept) errors[name] = keptForGood(name)
    else if (value !== null) Object.assign(errors, problemsOf(name, field, value, product))
  }
  if (patch.outOfStockVisibilityBehaviour === 'HIDE') {
    errors.outOfStockVisibilityBehaviour = 'A variation cannot be hidden while it is out of stock, only its product.'
  }
  return { ...errors, ...stockProblem(patch, own, product), ...dimensionsProblem(patch, own, product) }
}

const keptForGood = (name: ProductField): string =>
  `Ecwid does not take back what a variation has of its own here. Enter the value of the product instead: ${fieldOf(name).label}.`

/** The store shares the stock of a product with those of its variations that have no SKU of their own, and with one that has the product's. */
function stockProblem(patch: OwnPatch, own: OwnValues, product: ProductPatch): FieldErrors {
  const sku = patch.sku === undefined ? own.sku : patch.sku
  if (isOfItsOwn(sku, product)) return {}
  const counted = typeof patch.quantity === 'number' ? 'quantity' : patch.unlimited === undefined ? null : 'unlimited'
  if (counted !== null && patch[counted] !== null) {
    return {
      [counted]: sku
        ? 'A variation with the SKU of its product shares its stock. Give it an SKU of its own first.'
        : 'A variation without an SKU of its own shares the stock of its product. Give it an SKU first.',
    }
  }
  const isTaken = patch.sku !== undefined && patch.sku !== null && isOfItsOwn(own.sku, product)
  const isSame = own.unlimited === product.unlimited && (product.unlimited || own.quantity === product.quantity)
  return isTaken && !isSame
    ? { sku: 'This is the SKU of the product. A variation that carries it has to have the same stock.' }
    : {}
}

/** Of a variation that has the SKU of its product: those that it has none of are its product's. */
function dimensionsProblem(patch: OwnPatch, own: OwnValues, product: ProductPatch): FieldErrors {
  const { sku, dimensions } = { ...own, ...patch }
  if (!sku || isOfItsOwn(sku, product) || !product.dimensions) return {}
  if (!dimensions || fieldOf('dimensions').kind.isSame(dimensions, product.dimensions)) return {}
  if (patch.dimensions !== undefined) {
    return {
      dimensions: 'A variation with the SKU of its product has its dimensions. Give it an SKU of its own first.',
    }
  }
  return patch.sku === undefined
    ? {}
    : { sku: 'This is the SKU of the product. A variation that carries it has to have the same dimensions.' }
}

const isOfItsOwn = (sku: string | null | undefined, product: ProductPatch): boolean =>
  Boolean(sku) && sku !== product.sku
