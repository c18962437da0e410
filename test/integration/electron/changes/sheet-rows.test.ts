import { afterEach, beforeEach, expect, it } from 'vitest'
import { toBulkProduct } from '../../../../electron/bulk/bulk-product'
import { currentProduct } from '../../../../electron/changes/reindex'
import { sheetRows } from '../../../../electron/changes/sheet-rows'
import { variationsInOrder } from '../../../../electron/changes/variations-in-order'
import { openMugs, type Mugs } from './catalogue-of-mugs'

let mugs: Mugs
beforeEach(() => void (mugs = openMugs()))
afterEach(() => mugs.close())

const red = { id: 70, options: [{ name: 'Colour', value: 'Red' }], sku: 'R', price: 3, quantity: 2, unlimited: false }

it('a row has the fields that are asked for, and what is typed into it', () => {
  const id = mugs.put(1, { combinations: [red] })
  const draft = {
    base: { name: 'Mug 1' },
    patch: { name: 'Cup' },
    unparsed: { weight: 'abc' },
    variations: {},
    savedAt: 1,
  }
  mugs.catalogue.drafts.put(id, draft)
  expect(sheetRows(mugs.catalogue, [id, 999], { fields: ['price'], variations: false })).toEqual([
    { id, fields: { name: 'Mug 1', price: 10, weight: null }, variations: null, draft },
  ])
})

it('variations are rows with what they have of their own, and their product with all that they may inherit', () => {
  const id = mugs.put(1, { combinations: [red, { id: 71, options: [{ name: 'Colour', value: 'Blue' }] }] })
  const [row] = sheetRows(mugs.catalogue, [id], { fields: ['name'], variations: true })
  expect(row?.variations).toMatchObject([
    { id: 70, label: 'Red', own: { sku: 'R', price: 3, quantity: 2 } },
    { id: 71, label: 'Blue', own: {} },
  ])
  expect(row?.fields).toMatchObject({ name: 'Mug 1', sku: 'M-1', price: 10, quantity: 4 })
})

it('variations stand as their choices do in the sheet, in the form and for the review, however the store lists them', () => {
  const made = (id: number, combinationNumber: number, value: string) => ({
    id,
    combinationNumber,
    options: [{ name: 'Colour', value }],
  })
  const choices = ['Red', 'Green', 'Blue'].map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' }))
  const options = [{ type: 'SELECT', name: 'Colour', required: false, choices }]
  const combinations = [made(71, 3, 'Blue'), made(72, 2, 'Green'), made(73, 1, 'Red')]
  const id = mugs.put(1, { options, combinations })
  const [row] = sheetRows(mugs.catalogue, [id], { fields: ['name'], variations: true })
  const product = currentProduct(mugs.catalogue, id)!
  for (const shown of [row?.variations, toBulkProduct(id, product).variations, variationsInOrder(product)])
    expect(shown?.map((variation) => variation.id)).toEqual([73, 72, 71])
})
