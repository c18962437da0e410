// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { FormStateContext, type FormState } from '../../../../../../renderer/features/product/form-state'
import { leaveGrid, showColumns, useGridStore } from '../../../../../../renderer/features/product/variations/grid-store'
import { VariationsSection } from '../../../../../../renderer/features/product/variations/VariationsSection'
import { openProduct, setVariations } from '../../../../../../renderer/stores/product-store'
import { withCell, withRemoved, type Variation } from '../../../../../../renderer/stores/variation-edits'
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
const blue = variation(8, 'Blue', { sku: 'B' })

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
    'catalogue.product': () => aProductDetail({ readOnly: { ...aProductDetail().readOnly, variations: [red, blue] } }),
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

const type = (of: Variation, path: string, values: Variation['own']) =>
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
