import '../../../support/fixed-seeds'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { isEqual } from '../../../../electron/shared/fields/equal'
import { noWords } from '../../../../electron/shared/fields/kind'
import { newProductFields, readFields } from '../../../../electron/shared/fields/product-fields'
import type { SomeEdits } from '../../../../electron/shared/proposal'
import { openMugs } from '../changes/catalogue-of-mugs'
import { openProposals } from './proposals-of-mugs'

const price = fc.integer({ min: 0, max: 40 })
const tier = (quantity: number, each: number) => ({ quantity, price: each })
const taxesOf = fc.uniqueArray(fc.integer({ min: 1, max: 4 }))
const brand = { id: 1, name: 'Brand', type: 'BRAND', show: 'DESCR' } as const
const words = { ...noWords, productTypes: [{ id: 0, name: '', attributes: [brand] }] }
const action: fc.Arbitrary<BulkAction> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    fields: fc.record(
      {
        price,
        subtitle: fc.constantFrom('', 'New'),
        enabled: fc.boolean(),
        name: fc.constantFrom('Cup', ' '),
        sku: fc.constantFrom('A', 'M-2'),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('add-to-categories', 'remove-from-categories'),
    categoryIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('move-to-category' as const),
    from: fc.constantFrom(null, 1, 2),
    to: fc.constantFrom(2, 3),
  }),
  fc.record({
    kind: fc.constantFrom('add', 'remove'),
    fields: fc.record(
      {
        wholesalePrices: fc.constantFrom([tier(5, 3)], [tier(5, 2), tier(20, 1)]),
        tax: taxesOf.map((enabledManualTaxes) => ({ ...newProductFields.tax, enabledManualTaxes })),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('set-attribute' as const),
    name: fc.constantFrom('Brand', 'Glaze'),
    value: fc.constantFrom('', 'Elm'),
  }),
  fc.constant<BulkAction>({ kind: 'empty', fields: ['subtitle', 'compareToPrice'] }),
  fc.constant({ kind: 'delete' as const }),
)
const product = fc.record({
  price,
  subtitle: fc.constantFrom('', 'Old'),
  enabled: fc.boolean(),
  compareToPrice: fc.constantFrom(undefined, 50),
  categoryIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  wholesalePrices: fc.constantFrom(undefined, [tier(5, 3)], [tier(5, 4), tier(10, 2)]),
  tax: fc.option(fc.record({ taxable: fc.boolean(), enabledManualTaxes: taxesOf }), { nil: undefined }),
  attributes: fc.constantFrom(undefined, [{ id: 1, value: 'Oak' }]),
  showOnFrontpage: fc.constantFrom(undefined, 2),
})
/** By the place of a row, of a product, or of a field. */
const left = fc.array(fc.tuple(fc.constantFrom('row', 'product', 'field'), fc.nat(30), fc.boolean()), { maxLength: 6 })

it('writes what the review counts, nothing that was left out, and all of it goes back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(product, { minLength: 1, maxLength: 5 }),
      action,
      left,
      async (products, asked, steps) => {
        const mugs = openMugs()
        const bulk = openProposals({ ...mugs, words: () => words })
        try {
          const ids = products.map((fields, at) => mugs.put(at + 1, fields))
          const seen = () =>
            ids.map((id) => {
              const now = currentProduct(mugs.catalogue, id)
              return now && mugs.catalogue.products.row(id) ? readFields(now) : null
            })
          const before = seen()
          const { id } = await bulk.proposed(asked, ids)
          for (const [what, at, out] of steps) {
            const rows = bulk.rows()
            const row = rows[at % Math.max(1, rows.length)]
            if (!row) continue
            const some: SomeEdits =
              what === 'row'
                ? { ids: [row.id] }
                : what === 'product'
                  ? { productId: row.productId }
                  : { field: row.field }
            bulk.leaveOut(id, some, out)
          }
          const { products: count, fields, deletions } = bulk.current()!
          const wanted = bulk.only('in')
          expect(wanted.length).toBe(fields + deletions)
          expect(new Set(wanted.map(({ productId }) => productId)).size).toBe(count)
          const { changeSetId } = await bulk.applied()
          const written = changeSetId === null ? [] : mugs.catalogue.changes.pageOfSet(changeSetId, 0, 500)
          const line = (productId: number, field: string | null, from: unknown, to: unknown) =>
            JSON.stringify(field === null ? [productId] : [productId, field, from, to])
          expect(written.map((one) => line(one.productId, one.field, one.before, one.after)).toSorted()).toEqual(
            wanted.map((row) => line(row.productId, row.field, row.before, row.after)).toSorted(),
          )
          if (changeSetId !== null) await mugs.changes.revertInParts(changeSetId)
          expect(isEqual(seen(), before)).toBe(true)
        } finally {
          await bulk.stop()
          await mugs.changes.stop()
          mugs.close()
        }
      },
    ),
    { numRuns: 40 },
  ))
