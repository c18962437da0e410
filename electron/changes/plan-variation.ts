import type { Operation } from '../shared/change'
import { toAddVariation, toSetOwn } from '../shared/change-address'
import type { Deed } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { fieldOf, readFields, type ProductField } from '../shared/fields/product-fields'
import {
  canBeGivenBack,
  hasOwnStock,
  layOwn,
  noneIfEmpty,
  ownFieldOf,
  ownFieldsIn,
  readOwn,
  writeOwn,
  type OwnPatch,
} from '../shared/fields/own-fields'
import { problemsOf, type FieldErrors } from '../shared/fields/validate-product'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { hasOptions, removal } from './variation-entries'
import { variationLabel } from './variation-pictures'

/** Values of a variation's own, from what its owner saw. Before is what the person saw, so that a later merge knows what they decided about. */
export function planVariation(
  { variationId, fields, base = {} }: Extract<Operation, { kind: 'variation.set' }>,
  product: RemoteProduct,
): { entry: string; deeds: Deed[] } {
  const variation = variationOrFail(variationId, product)
  const patch = settled(fields, variation, product)
  assertTakable(patch, variation, product)
  const deeds = ownFieldsIn(patch).flatMap((name): Deed[] => {
    const before = base[name] === undefined ? readOwn(variation, product, name) : base[name]
    const after = patch[name]
    return ownFieldOf(name)?.kind.isSame(before, after) ? [] : [{ ...toSetOwn(variationId, name), before, after }]
  })
  return { entry: variationLabel(variation), deeds }
}

/** A variation more. `others`: options of those that are made by the same request. */
export function planAddedVariation(
  { options, fields }: Extract<Operation, { kind: 'variation.add' }>,
  product: RemoteProduct,
  others: readonly Options[],
): Deed {
  const blank: RemoteVariation = { id: 0, options }
  const isTaken = (one: RemoteVariation) => hasOptions(one, options)
  if (product.combinations?.some(isTaken) || others.some((each) => isTaken({ id: 0, options: each }))) {
    throw new AppError('invalid-input', 'The product has a variation with these options already.')
  }
  const patch = settled(fields, blank, product)
  assertTakable(patch, blank, product)
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null))
  const after = { options, body: writeOwn(given, blank) }
  return { ...toAddVariation, entry: variationLabel(blank), before: null, after }
}
export type Options = Extract<Operation, { kind: 'variation.add' }>['options']

export function planRemovedVariation(variationId: number, product: RemoteProduct): Deed {
  return removal(variationOrFail(variationId, product))
}

function variationOrFail(variationId: number, product: RemoteProduct): RemoteVariation {
  const variation = product.combinations?.find(({ id }) => id === variationId)
  if (!variation) throw new AppError('not-found', 'This variation is no longer on the product.')
  return variation
}

function assertTakable(patch: OwnPatch, variation: RemoteVariation, product: RemoteProduct): void {
  const next = ownFieldsIn(patch).reduce((laid, name) => layOwn(laid, name, patch[name]), variation)
  const problems = problemsIn(patch, next, variation, product)
  const [first] = Object.values(problems)
  if (first) throw new AppError('invalid-input', first, { fields: problems })
}

/** What is empty is nothing of its own; a number makes a stock of its own, which ends where its number is counted. */
function settled(fields: OwnPatch, variation: RemoteVariation, product: RemoteProduct): OwnPatch {
  const sku = typeof fields.sku === 'string' ? { sku: fields.sku.trim() } : {}
  const patch: OwnPatch = { ...fields, ...sku }
  const named = ownFieldsIn(patch).map((name) => [name, noneIfEmpty(name, patch[name])] as const)
  const isNew = typeof patch.quantity === 'number' && !hasOwnStock(variation, product)
  return { ...(isNew && { unlimited: false }), ...Object.fromEntries(named) }
}

function problemsIn(
  patch: OwnPatch,
  next: RemoteVariation,
  variation: RemoteVariation,
  product: RemoteProduct,
): FieldErrors {
  const errors: FieldErrors = {}
  for (const name of ownFieldsIn(patch)) {
    const field = ownFieldOf(name)
    const value = patch[name]
    if (!field) continue
    const isKept = value === null && !canBeGivenBack(name) && readOwn(variation, product, name) !== null
    if (isKept) errors[name] = keptForGood(name)
    else if (value !== null) Object.assign(errors, problemsOf(name, field, value, readFields(product)))
  }
  if (patch.outOfStockVisibilityBehaviour === 'HIDE') {
    errors.outOfStockVisibilityBehaviour = 'A variation cannot be hidden while it is out of stock, only its product.'
  }
  return { ...errors, ...stockProblem(patch, next, variation, product) }
}

const keptForGood = (name: ProductField): string =>
  `Ecwid does not take back what a variation has of its own here. Enter the value of the product instead: ${fieldOf(name).label}.`

/** The store shares the stock of a product with those of its variations that have no SKU of their own, and with one that has the product's. */
function stockProblem(
  patch: OwnPatch,
  next: RemoteVariation,
  variation: RemoteVariation,
  product: RemoteProduct,
): FieldErrors {
  const counted = typeof patch.quantity === 'number' ? 'quantity' : patch.unlimited === undefined ? null : 'unlimited'
  if (hasOwnStock(next, product)) return {}
  if (counted !== null && patch[counted] !== null) {
    return {
      [counted]: next.sku
        ? 'A variation with the SKU of its product shares its stock. Give it an SKU of its own first.'
        : 'A variation without an SKU of its own shares the stock of its product. Give it an SKU first.',
    }
  }
  const isTaken = patch.sku !== undefined && patch.sku !== null && hasOwnStock(variation, product)
  const { quantity, unlimited } = readFields(product)
  const isSame =
    readOwn(variation, product, 'unlimited') === unlimited && (unlimited || variation.quantity === quantity)
  return isTaken && !isSame
    ? { sku: 'This is the SKU of the product. A variation that carries it has to have the same stock.' }
    : {}
}
