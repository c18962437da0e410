import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layoutRows, placeAt, rowOfPlace, type RowPlace } from '../../../../../renderer/features/sheet/row-layout'

const counts = fc.array(fc.nat(4), { maxLength: 30 })
const own = fc.constantFrom(0 as const, 1 as const)

it('has each product in its place of the list, its variations below it or in its place', () => {
  fc.assert(
    fc.property(fc.nat(25), counts, own, (products, all, ownRows) => {
      const plain = Array.from({ length: products }, (_, index): RowPlace[] => {
        const below = Array.from({ length: all[index] ?? 0 }, (__, variation) => ({ index, variation }))
        return ownRows === 0 && below.length > 0 ? below : [{ index, variation: null }, ...below]
      }).flat()
      const varied = all.map((count, index) => ({ index, count })).filter(({ count }) => count > 0)
      const layout = layoutRows(products, varied, ownRows)
      expect(layout.rows).toBe(plain.length)
      expect(plain.map((_, row) => placeAt(layout, row))).toEqual(plain)
      expect(plain.map((place) => rowOfPlace(layout, place))).toEqual(plain.map((_, row) => row))
    }),
  )
})

it('leads to the product of a place that has no row, and to its first variation where it has none itself', () => {
  const varied = [{ index: 1, count: 2 }]
  expect(rowOfPlace(layoutRows(3, []), { index: 1, variation: 1 })).toBe(1)
  expect(rowOfPlace(layoutRows(3, varied, 0), { index: 1, variation: null })).toBe(1)
  expect(rowOfPlace(layoutRows(3, varied, 0), { index: 2, variation: null })).toBe(3)
})
