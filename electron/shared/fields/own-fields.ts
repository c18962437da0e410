import { z } from 'zod'
import type { RemoteProduct, RemoteVariation } from '../remote-product'
import type { Field } from './field'
import type { Kind } from './kind'
import { fieldOf, isProductField, productFieldNames, type ProductField, type ProductFields } from './product-fields'

/** Fields that a variation may have of its own. */
export const ownFieldNames = productFieldNames.filter((name) => fieldOf(name).isInherited)

/** Values of a variation's own; null: none, it is as its product. */
export type OwnPatch = { [Name in ProductField]?: ProductFields[Name] | null }

/** What it says nothing about is as its product has it. */
export type OwnValues = Partial<ProductFields>

/** The entry of the product's field, with a value more: nothing of its own. */
type OwnField = Pick<Field, 'label' | 'kind' | 'empty' | 'merge' | 'problem'>
const ownFields = new Map<string | null, OwnField>(
  ownFieldNames.map((name) => {
    const { label, kind, empty, merge, problem } = fieldOf(name)
    const judged: Field['problem'] = (value, ...beside) => (value === null ? null : problem(value, ...beside))
    return [name, { label, kind: orNone(kind), empty, merge, problem: judged }]
  }),
)

/** Of a variation. */
export const ownFieldOf = (name: string | null): OwnField | undefined => ownFields.get(name)
export const isOwnField = (name: string | null): name is ProductField => isProductField(name) && ownFields.has(name)

function orNone(kind: Kind): Kind {
  return {
    ...kind,
    schema: kind.schema.nullable(),
    isSame: (a, b) => (a === null || b === null ? a === b : kind.isSame(a, b)),
    shown: (value, words) => (value === null ? 'as product' : kind.shown(value, words)),
  }
}

export const ownPatchSchema = z
  .strictObject(
    // Each field has the schema of its kind.
    Object.fromEntries(ownFieldNames.map((name) => [name, fieldOf(name).kind.schema.nullable()])) as unknown as {
      [Name in ProductField]: z.ZodType<ProductFields[Name] | null>
    },
  )
  .partial()

export const ownFieldsIn = (patch: OwnPatch): ProductField[] =>
  ownFieldNames.filter((name) => patch[name] !== undefined)

/** One without an SKU of its own, or with that of its product, shares its product's stock. */
export const hasOwnStock = (variation: RemoteVariation, product: RemoteProduct): boolean =>
  Boolean(variation.sku) && variation.sku !== product.sku

const isOfStock = (name: ProductField): boolean => name === 'unlimited' || name === 'quantity'
/** It stands within the list of another field: what its attributes say in other languages. */
const isWithin = (name: ProductField): boolean => name === 'attributesTranslated'

/** What a variation has of its own of a field. */
export function readOwn(variation: RemoteVariation, product: RemoteProduct, name: ProductField): unknown {
  const { kind, json } = fieldOf(name)
  if (isOfStock(name)) return hasOwnStock(variation, product) ? json.get(asProduct(variation)) : null
  if (isWithin(name)) return noneIfEmpty(name, json.get(asProduct(variation, product)))
  return noneIfEmpty(name, kind.read(variation[name]))
}

/** All that a variation has of its own. */
export function ownValues(variation: RemoteVariation, product: RemoteProduct): OwnValues {
  const values: Record<string, unknown> = {}
  for (const name of ownFieldNames) {
    const value = readOwn(variation, product, name)
    if (value !== null) values[name] = value
  }
  // Each field gives a value of its kind.
  return values as OwnValues
}

/** What is empty in every part of it says no more than nothing. */
export function noneIfEmpty(name: ProductField, value: unknown): unknown {
  const { kind, empty } = fieldOf(name)
  const isNothing = value === undefined || value === '' || (typeof value === 'object' && kind.isSame(value, empty))
  return isNothing ? null : value
}

/** A variation with a value of its own laid over it, or without. */
export function layOwn(
  variation: RemoteVariation,
  name: ProductField,
  value: unknown,
  product?: RemoteProduct,
): RemoteVariation {
  const { json, kind, empty } = fieldOf(name)
  if (value !== null || isWithin(name)) {
    const laid = json.lay(asProduct(variation, product), kind.schema.parse(value ?? empty))
    return withoutLanguages(asVariation(variation, laid))
  }
  const { [name]: _, ...rest } = variation
  return isOfStock(name) ? variation : { ...rest, id: variation.id }
}

/**
 * Fields that Ecwid is told nowhere how to give back to the product: in a body, null keeps what is there. For numbers that may be
 * missing null is said to empty them, an empty text empties an SKU, and settings are sent as one says them that has none of its own;
 * what the store made of it is read after it.
 */
const givenForGood: ReadonlySet<ProductField> = new Set<ProductField>([
  'unlimited',
  'quantity',
  'warningLimit',
  'isShippingRequired',
  'outOfStockVisibilityBehaviour',
])
/** Its stock comes and goes with an SKU of its own. */
export const isKeptOnceSet = (name: ProductField): boolean => givenForGood.has(name) && !isOfStock(name)
export const canBeGivenBack = (name: ProductField): boolean => !givenForGood.has(name)

/** JSON body for PUT /products/{id}/combinations/{id}: only the fields of the patch. */
export function writeOwn(patch: OwnPatch, variation: RemoteVariation, of?: RemoteProduct): Record<string, unknown> {
  const nothing = ownFieldsIn(patch).map((name) => [name, patch[name] ?? fieldOf(name).empty])
  const sending = { patch: Object.fromEntries(nothing), product: asProduct(variation, of) }
  const parts = ownFieldsIn(patch).map((name) => {
    const { json, empty } = fieldOf(name)
    const value = patch[name]
    if (value !== null) return json.body(value, sending)
    return empty === '' || (typeof empty === 'object' && empty !== null) ? json.body(empty, sending) : { [name]: null }
  })
  return Object.assign({}, ...parts)
}

/** A variation has what its product has under the same names in Ecwid's JSON; the languages of the store are told with the product. */
function asProduct(variation: RemoteVariation, product?: RemoteProduct): RemoteProduct {
  const same = variation as object as RemoteProduct
  return product?.storeLanguages ? { ...same, storeLanguages: product.storeLanguages } : same
}

/** The stock of a variation, where it has its own: touched whenever its product is. */
export const withOwnStock = ({ id, quantity, unlimited }: RemoteVariation, product: RemoteProduct): RemoteProduct => ({
  id,
  quantity,
  unlimited,
  updateTimestamp: product.updateTimestamp,
})

const withoutLanguages = ({ storeLanguages: _, ...variation }: RemoteVariation): RemoteVariation => ({
  ...variation,
  id: variation.id,
})

const asVariation = (variation: RemoteVariation, laid: RemoteProduct): RemoteVariation =>
  ({ ...(laid as object), id: variation.id }) as RemoteVariation
