import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layoutRows, placeAt, rowOfProduct, type RowPlace } from '../../../../../renderer/features/sheet/row-layout'

const counts = fc.array(fc.tuple(fc.nat(30), fc.nat(4)), { maxLength: 8 }).map((pairs) => new Map(pairs))

it('has each product in its place of the list, its variations below it', () => {
  fc.assert(
    fc.property(fc.nat(25), counts, (products, unfolded) => {
      const plain = Array.from({ length: products }, (_, index): RowPlace[] => [
        { index, variation: null },
        ...Array.from({ length: unfolded.get(index) ?? 0 }, (__, variation) => ({ index, variation })),
      ]).flat()
      const layout = layoutRows(products, unfolded)
      expect(layout.rows).toBe(plain.length)
      expect(plain.map((_, row) => placeAt(layout, row))).toEqual(plain)
      const rowsOfProducts = plain.flatMap(({ variation }, row) => (variation === null ? [row] : []))
      expect(rowsOfProducts.map((_, index) => rowOfProduct(layout, index))).toEqual(rowsOfProducts)
    }),
  )
})
