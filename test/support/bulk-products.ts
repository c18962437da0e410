import fc from 'fast-check'
import type { BulkContext, BulkProduct, BulkVariation, ProposedEdit } from '../../electron/bulk/planner'
import { noWords } from '../../electron/shared/fields/kind'
import type { OwnValues } from '../../electron/shared/fields/own-fields'
import { newProductFields, type ProductFields } from '../../electron/shared/fields/product-fields'
import { euros } from './store-in-euros'

export const inEuros: BulkContext = {
  words: { ...noWords, profile: euros },
  draft: null,
  imported: null,
  was: null,
  place: 0,
  isTaken: () => false,
}

/** With another number of decimals: yen have none, dinars three. */
export const withDecimals = (decimals: number): BulkContext => ({
  words: { ...noWords, profile: { ...euros, currencyPrecision: decimals } },
  draft: null,
  imported: null,
  was: null,
  place: 0,
  isTaken: () => false,
})

export const bulkProduct = (fields: Partial<ProductFields> = {}, variations: BulkVariation[] = []): BulkProduct => ({
  id: 1,
  namedBy: 1001,
  fields: { ...newProductFields, name: 'Mug', ...fields },
  variations,
})

export const bulkVariation = (id: number, own: OwnValues = {}, value = `Choice ${id}`): BulkVariation => ({
  id,
  label: value,
  options: [{ name: 'Size', value }],
  own,
})

/** The product after a yes to all of it. */
export function edited(product: BulkProduct, edits: readonly ProposedEdit[]): BulkProduct {
  return edits.reduce((now, { variationId, field, after }) => laid(now, variationId, field, after), product)
}

/** The product after that yes was undone. */
export const undone = (product: BulkProduct, edits: readonly ProposedEdit[]): BulkProduct =>
  edits.toReversed().reduce((now, { variationId, field, before }) => laid(now, variationId, field, before), product)

function laid(product: BulkProduct, variationId: number | null, field: string | null, value: unknown): BulkProduct {
  if (field === null) return product
  if (variationId === null) return { ...product, fields: { ...product.fields, [field]: value } }
  const variations = product.variations.map((each) => {
    if (each.id !== variationId) return each
    const { [field as keyof OwnValues]: _, ...rest } = each.own
    return { ...each, own: value === null ? rest : { ...rest, [field]: value } }
  })
  return { ...product, variations }
}

/** An amount of a currency with so many decimals, up to a million. */
export const anAmount = (decimals: number, least = 0): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: 1_000_000 * 10 ** decimals }).map((units) => Number(`${units}e-${decimals}`))

/** A product of that currency, with variations that have some of their amounts of their own. */
export function aPricedProduct(decimals: number): fc.Arbitrary<BulkProduct> {
  const amount = anAmount(decimals)
  const own = fc.record(
    { price: amount, compareToPrice: anAmount(decimals, 1), costPrice: amount },
    { requiredKeys: [] },
  )
  return fc
    .record({
      price: amount,
      compareToPrice: fc.option(anAmount(decimals, 1)),
      costPrice: amount,
      owns: fc.array(own, { maxLength: 4 }),
    })
    .map(({ owns, ...fields }) =>
      bulkProduct(
        fields,
        owns.map((each, at) => bulkVariation(at + 1, each)),
      ),
    )
}
