import { expect } from 'vitest'
import type { MatrixWrite } from './matrix-writes'
import { makeVariation, removeVariation } from './stored-variations'

const sizes = ['One', 'Two', 'Three', 'Four', 'Five']

/** New variations of a product that has none: one, then the rest in one request. */
export const manyVariations: MatrixWrite = {
  name: 'variations, many at once',
  fits: (row) => row.variationCount === 0 && row.quantity !== null,
  method: 'PUT',
  path: (id) => `/products/${id}\\?saveCombinations`,
  // Choices without a variation.
  async prepare({ store }, ecwidId) {
    for (const value of sizes) {
      await removeVariation(store, ecwidId, await makeVariation(store, ecwidId, { options: [{ name: 'Size', value }] }))
    }
  },
  plan: async ({ productId, number }) => ({
    operations: sizes.map((value, at) => ({
      kind: 'variation.add',
      productId,
      options: [{ name: 'Size', value }],
      fields: { sku: `MANY-${number}-${at}`, price: at + 1 },
    })),
    touched: ['combinations'],
    verify: ({ combinations }) => {
      const made = combinations.toSorted((a, b) => String(a.sku).localeCompare(String(b.sku)))
      expect(made).toMatchObject(sizes.map((_, at) => ({ sku: `MANY-${number}-${at}`, price: at + 1 })))
    },
  }),
}
