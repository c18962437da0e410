import type { Operation } from '../shared/change'
import { toAddVariation, toSetOwn } from '../shared/change-address'
import type { Deed } from '../shared/change-record'
import { AppError, refuseFaults } from '../shared/errors'
import { textsBesideValues } from '../shared/fields/attribute-texts'
import { readFields } from '../shared/fields/product-fields'
import {
  hasOwnStock,
  noneIfEmpty,
  ownFieldOf,
  ownFieldsIn,
  ownValues,
  readOwn,
  writeOwn,
  type OwnPatch,
} from '../shared/fields/own-fields'
import { ownFaults } from '../shared/fields/own-problems'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { hasOptions, removal } from './variation-entries'
import { variationLabel } from './variation-pictures'

/** Values of a variation's own, from what its owner saw. Before is what the person saw, so that a later merge knows what they decided about. */
export function planVariation(
  { variationId, fields, base = {} }: Extract<Operation, { kind: 'variation.set' }>,
  product: RemoteProduct,
): { entry: string; deeds: Deed[] } {
  const variation = variationOrFail(variationId, product)
  const asked = keepingShownStock(settled(fields, variation, product), variation, product)
  assertTakable(asked, variation, product)
  const patch = takingTextsAlong(takingStockAlong(asked, variation, product), variation, product)
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
    throw new AppError('invalid-input', says('variation-there'))
  }
  const patch = settled(fields, blank, product)
  assertTakable(patch, blank, product)
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null))
  const after = { options, body: writeOwn(given, blank, product) }
  return { ...toAddVariation, entry: variationLabel(blank), before: null, after }
}
export type Options = Extract<Operation, { kind: 'variation.add' }>['options']

export function planRemovedVariation(variationId: number, product: RemoteProduct): Deed {
  return removal(variationOrFail(variationId, product))
}

function variationOrFail(variationId: number, product: RemoteProduct): RemoteVariation {
  const variation = product.combinations?.find(({ id }) => id === variationId)
  if (!variation) throw new AppError('not-found', says('variation-off-product'))
  return variation
}

function assertTakable(patch: OwnPatch, variation: RemoteVariation, product: RemoteProduct): void {
  refuseFaults(ownFaults(patch, ownValues(variation, product), readFields(product)))
}

/** What is empty is nothing of its own; a number makes a stock of its own, which ends where its number is counted. */
function settled(fields: OwnPatch, variation: RemoteVariation, product: RemoteProduct): OwnPatch {
  const sku = typeof fields.sku === 'string' ? { sku: fields.sku.trim() } : {}
  const patch: OwnPatch = { ...fields, ...sku }
  const named = ownFieldsIn(patch).map((name) => [name, noneIfEmpty(name, patch[name])] as const)
  const isNew = typeof patch.quantity === 'number' && !hasOwnStock(variation, product)
  return { ...(isNew && { unlimited: false }), ...Object.fromEntries(named) }
}

/** An SKU of its own ends the sharing of its product's stock: it goes on with the number that was shown, where none is typed. */
function keepingShownStock(patch: OwnPatch, variation: RemoteVariation, product: RemoteProduct): OwnPatch {
  const isTyped = typeof patch.quantity === 'number' || typeof patch.unlimited === 'boolean'
  const isParting =
    typeof patch.sku === 'string' && !hasOwnStock(variation, product) && hasOwnStock({ id: 0, sku: patch.sku }, product)
  const { quantity, unlimited } = readFields(product)
  return !isParting || isTyped || unlimited ? patch : { ...patch, unlimited: false, quantity }
}

/** The stock of its own goes with the SKU, and is remembered for the way back. */
const takingStockAlong = (patch: OwnPatch, variation: RemoteVariation, product: RemoteProduct): OwnPatch =>
  patch.sku === null && hasOwnStock(variation, product) ? { ...patch, unlimited: null, quantity: null } : patch

/** What an attribute says in other languages goes with its value, which the store keeps together. */
function takingTextsAlong(patch: OwnPatch, variation: RemoteVariation, product: RemoteProduct): OwnPatch {
  const { attributes } = patch
  const { attributesTranslated: own = {} } = ownValues(variation, product)
  const texts = patch.attributesTranslated === undefined ? own : (patch.attributesTranslated ?? {})
  if (attributes === undefined || Object.keys(texts).length === 0) return patch
  const kept = textsBesideValues(texts, attributes ?? {})
  return { ...patch, attributesTranslated: Object.keys(kept).length > 0 ? kept : null }
}
