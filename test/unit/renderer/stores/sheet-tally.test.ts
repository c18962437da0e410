import { expect, it } from 'vitest'
import type { SheetEdits } from '../../../../renderer/stores/sheet-store'
import { writableProducts } from '../../../../renderer/stores/sheet-tally'

const typed = (edits: Partial<SheetEdits>): SheetEdits => ({
  base: { price: 10 },
  patch: {},
  unparsed: {},
  variations: {},
  ...edits,
})
const counted = (all: SheetEdits[]) => {
  const edits = new Map(all.map((each, id) => [id, each]))
  const variations = [{ id: 7, label: 'Red', own: { price: 10 } }]
  return writableProducts(edits, new Map(all.map((_, id) => [id, { id, fields: {}, variations, draft: null }])))
}
const ofVariation = (own: Partial<SheetEdits['variations'][string]>) =>
  typed({ variations: { 7: { label: 'Red', base: { price: 10 }, patch: {}, unparsed: {}, ...own } } })

it('counts the products that the review would write something of', () => {
  expect(counted([typed({ patch: { price: 12 } }), ofVariation({ patch: { price: 12 } })])).toBe(2)
})

it('counts none of which all that is typed is refused', () => {
  const refused = [
    typed({ unparsed: { price: 'abc' } }),
    typed({ patch: { price: 12 }, unparsed: { price: 'abc' } }),
    typed({ patch: { price: -3 } }),
    ofVariation({ unparsed: { price: 'abc' } }),
    ofVariation({ patch: { price: -3 } }),
  ]
  expect(refused.map((each) => counted([each]))).toEqual([0, 0, 0, 0, 0])
  expect(counted([typed({ patch: { price: 12, quantity: 3 }, unparsed: { price: 'abc' } })])).toBe(1)
})
