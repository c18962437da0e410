// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../../electron/shared/fields/product-fields'
import { FormStateContext, type FormState } from '../../../../../../renderer/features/product/form-state'
import { leaveGrid, showColumns, useGridStore } from '../../../../../../renderer/features/product/variations/grid-store'
import { VariationsSection } from '../../../../../../renderer/features/product/variations/VariationsSection'
import { openProduct, setProductField, setVariations } from '../../../../../../renderer/stores/product-store'
import { withCell, withRemoved, type OwnEdits, type Variation } from '../../../../../../renderer/stores/variation-edits'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { aProductRow } from '../../../../../support/a-product-row'
import { installFakeBridge, type FakeBridge } from '../../../../../support/fake-bridge'
import { giveJsdomSizes } from '../../../../../support/mantine-in-jsdom'
import { reactRoot } from '../../../../../support/react-root'

const root = reactRoot()
const variation = (id: number, label: string, own: Variation['own']): Variation => ({
  ...{ id, number: id, options: [{ name: 'Colour', value: label }], own, label },
  ...{ thumbnail: null, full: null, alt: '', altTexts: {}, upload: null },
})
const red = variation(7, 'Red', { sku: 'R', attributes: { 4: '4006381333931' } })
const blue = variation(8, 'Blue', { sku: 'B', warningLimit: 2 })

const green = variation(9, 'Green', { sku: 'G', unlimited: false, quantity: 15 })

const form: FormState = {
  ...{ connectionId: 'a', profile: null, categories: [], readOnly: false },
  productTypes: [{ id: 0, name: 'General', attributes: [{ id: 4, name: 'UPC', type: 'UPC', show: 'DESCR' }] }],
}

let bridge: FakeBridge
beforeEach(async () => {
  giveJsdomSizes()
  // Room for all rows.
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 500 })
  leaveGrid()
  bridge = installFakeBridge({
    'catalogue.product': () =>
      aProductDetail({
        fields: { ...newProductFields, price: 10 },
        readOnly: { ...aProductDetail().readOnly, variations: [red, blue, green] },
      }),
    'catalogue.owner': ({ text }) => (text === 'J' ? { ...aProductRow(8), name: 'Jug', sku: 'J' } : null),
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  await openProduct('a', 1)
  showColumns(['sku', 'attributes.4'])
  act(() =>
    root.render(
      <MantineProvider env="test">
        <FormStateContext value={form}>
          <VariationsSection />
        </FormStateContext>
      </MantineProvider>,
    ),
  )
})

const type = (of: Variation, path: string, values: OwnEdits['patch']) =>
  act(() => setVariations(`${of.id}.${path}`, (all) => withCell(all, { variation: of, path }, { values })))
const said = () => [...document.querySelectorAll('output[data-tone]')].map(({ textContent }) => textContent)
const doubtful = () =>
  [...document.querySelectorAll('[data-doubtful]')].map((box) => [box.textContent, box.getAttribute('title')])

it('the SKU that is typed for a variation says which other product has it', async () => {
  type(red, 'sku', { sku: 'J' })
  await expect.poll(said).toEqual(['Jug has this SKU; the store will refuse it.Show it'])
  const asked = bridge.asked.filter(({ name }) => name === 'catalogue.owner').map(({ input }) => input)
  expect(asked).toEqual([{ connectionId: 'a', of: 'sku', text: 'J', exceptProductId: 1 }])
})

it('an SKU that another variation of the product has is said at both boxes, and the other one is a click away', () => {
  type(red, 'sku', { sku: ' b' })
  expect(doubtful()).toEqual([
    [' b', 'Blue has this SKU too.'],
    ['B', 'Red has this SKU too.'],
  ])
  expect(said()).toEqual(['Blue has this SKU too; the store will refuse it.Show it'])
  act(() => document.querySelector<HTMLButtonElement>('output[data-tone] button')?.click())
  expect(useGridStore.getState().active).toEqual({ row: 1, column: 0 })
  // What goes with the save leaves its SKU to others.
  act(() => setVariations('removed', (all) => withRemoved(all, [blue])))
  expect(doubtful()).toEqual([])
})

it('a code whose last digit does not fit is said at its box, and so is one that two variations have', async () => {
  type(blue, 'attributes.4', { attributes: { 4: '4006381333932' } })
  expect(doubtful()).toEqual([['4006381333932', expect.stringContaining('The last digit should be 1')]])
  type(blue, 'attributes.4', { attributes: { 4: '04006381333931' } })
  expect(doubtful()).toEqual([
    ['4006381333931', 'Blue has this code too.'],
    ['04006381333931', 'Red has this code too.'],
  ])
  act(() => useGridStore.setState({ active: { row: 1, column: 1 }, anchor: { row: 1, column: 1 } }))
  expect(said()).toEqual(['Red has this code too.Show it'])
  const codes = () => bridge.asked.filter(({ name }) => name === 'catalogue.owner').map(({ input }) => input)
  await expect.poll(codes).toEqual([{ connectionId: 'a', of: 'barcode', text: '04006381333931', exceptProductId: 1 }])
})

it('an SKU whose box is emptied says what stock goes with it', () => {
  act(() => showColumns(['sku', 'quantity']))
  const at = (row: number) =>
    act(() => useGridStore.setState({ active: { row, column: 0 }, anchor: { row, column: 0 } }))
  at(2)
  expect(said()).toEqual([])
  type(green, 'sku', { sku: null })
  const sentence =
    'Without an SKU of its own, this variation sells from its product’s stock: its own stock of 15 goes with the save.'
  expect([said(), doubtful()]).toEqual([[sentence], [['as product', sentence]]])
  type(green, 'sku', { sku: 'G' })
  expect(said()).toEqual([])
  at(1)
  type(blue, 'sku', { sku: null })
  expect(said()).toEqual([])
})

it('prices that say nothing beside each other are said at their boxes, once one of them is typed', () => {
  act(() => showColumns(['price', 'compareToPrice', 'costPrice']))
  const at = (row: number, column: number) =>
    act(() => useGridStore.setState({ active: { row, column }, anchor: { row, column } }))
  const [noDiscount, loss] = [
    'Not above the price, so no discount is shown.',
    'Above the price: each sale costs you money.',
  ]
  at(0, 1)
  type(red, 'compareToPrice', { compareToPrice: 9 })
  // The price is that of its product, 10.
  expect([said(), doubtful()]).toEqual([[noDiscount], [['9.00', noDiscount]]])
  type(red, 'price', { price: 8 })
  expect([said(), doubtful()]).toEqual([[], []])
  act(() => setProductField('price', 12))
  expect(doubtful()).toEqual([])
  type(red, 'price', { price: null })
  expect(doubtful()).toEqual([['9.00', noDiscount]])
  type(red, 'compareToPrice', { compareToPrice: null })

  at(0, 2)
  type(red, 'costPrice', { costPrice: 13 })
  expect([said(), doubtful()]).toEqual([[loss], [['13.00', loss]]])
  // What is not understood as typed says nothing yet.
  act(() => setVariations('7.price', (all) => withCell(all, { variation: red, path: 'price' }, { text: '1x' })))
  expect(doubtful()).toEqual([])
  act(() => setVariations('7', () => ({})))
  act(() => setProductField('price', 1))
  // What a variation has of its product is said at the fields of that.
  expect(doubtful()).toEqual([])
})

it('a price is said that wholesale prices are not below', () => {
  act(() => showColumns(['price']))
  act(() => setProductField('wholesalePrices', [{ quantity: 5, price: 8 }]))
  type(blue, 'price', { price: 7 })
  expect(doubtful()).toEqual([['7.00', 'A wholesale price is not below the price.']])
  type(blue, 'wholesalePrices', { wholesalePrices: [{ quantity: 5, price: 6 }] })
  expect(doubtful()).toEqual([])
})

it('columns of attributes that were chosen stay chosen while their product type is not there', () => {
  act(() => showColumns(['sku', 'attributes.9', 'attributes.4']))
  const press = (name: string) =>
    act(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())
  press('Columns')
  const box = (name: string) => [...document.querySelectorAll('label')].find(({ textContent }) => textContent === name)
  act(() => box('Price')?.click())
  expect(useGridStore.getState().columns).toEqual(['sku', 'price', 'attributes.4', 'attributes.9'])
})

it('a box whose value Ecwid does not take back says so before its first one is saved', () => {
  const note = () => document.querySelector('#variation-note')?.textContent
  act(() => showColumns(['sku', 'warningLimit', 'weight']))
  const at = (row: number, column: number) =>
    act(() => useGridStore.setState({ active: { row, column }, anchor: { row, column } }))
  at(0, 1)
  expect(note()).toContain('Once you save a value here it stays')
  type(red, 'warningLimit', { warningLimit: 3 })
  expect(note()).toContain('Once you save a value here it stays')
  at(0, 2)
  expect(note()).toBe('')
  at(1, 1)
  expect(note()).toBe('')
})

it('the sentence above the table names the boxes among those shown that do not go back to the product', () => {
  const above = () => document.querySelector('p')?.textContent
  act(() => showColumns(['sku', 'price']))
  expect(above()).toBe('“As product” follows the product. Empty a box to go back to that.')
  act(() => showColumns(['sku', 'quantity', 'warningLimit']))
  expect(above()).toBe(
    '“As product” follows the product. Empty a box to go back to that. What is saved in “Stock” and “Low stock warning level” stays the variation’s own: Ecwid does not take it back.',
  )
})
