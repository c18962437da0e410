// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ProductOwner, ProductRow } from '../../../../../electron/shared/product-query'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { setProductField } from '../../../../../renderer/stores/product-store'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { showProduct, useViewStore, type ProductTab } from '../../../../../renderer/stores/view-store'
import { aSnapshot } from '../../../../support/a-snapshot'
import { aProductDetail } from '../../../../support/a-product-detail'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const asked: ProductOwner[] = []
let answers: ((row: ProductRow | null) => void)[] = []

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  answers = []
})
afterEach(() => vi.useRealTimers())

async function open(tab: ProductTab): Promise<void> {
  const attributes = { 4: '036000291452' }
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ fields: { ...newProductFields, name: 'Mug', sku: 'M-1', attributes } }),
    'catalogue.owner': ({ connectionId: _, ...query }) => {
      asked.push(query)
      return new Promise((resolve) => answers.push(resolve))
    },
    'drafts.put': () => null,
  })
  useStoreStore.setState({
    snapshot: aSnapshot({
      productTypes: [{ id: 0, name: 'General', attributes: [{ id: 4, name: 'UPC', type: 'UPC', show: 'DESCR' }] }],
    }),
  })
  useViewStore.setState({ connectionId: 'a' })
  showProduct(1, tab)
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
}

const rest = () => act(() => vi.advanceTimersByTimeAsync(200))
const answer = (at: number, row: ProductRow | null) => act(async () => answers[at]?.(row))
const notes = () => [...document.querySelectorAll('output[data-tone="quiet"], output[data-tone="warning"]')]
const said = () => notes().map(({ textContent }) => textContent)

it('what is typed as name or SKU is looked for once it rests, and another product that has it is one click away', async () => {
  await open('general')
  await rest()
  expect(asked).toEqual([])
  act(() => setProductField('name', 'Cup'))
  act(() => setProductField('name', 'Cups'))
  await rest()
  expect(asked).toEqual([{ of: 'name', text: 'Cups', exceptProductId: 1 }])
  await answer(0, { ...aProductRow(7), name: 'cups', sku: 'C-7' })
  expect(said()).toEqual(['Another product has this name, with the SKU C-7.Show it'])

  act(() => setProductField('sku', 'C-8'))
  await rest()
  await answer(1, { ...aProductRow(8), name: 'Jug', sku: 'J-1' })
  expect(said()).toContain('A variation of Jug has this SKU; the store will refuse it.Show it')
  act(() => notes().at(-1)!.querySelector('button')!.click())
  expect(useViewStore.getState().product).toBe(8)
})

it('an answer that comes after a later letter says nothing, and neither does one of what was there before', async () => {
  await open('general')
  act(() => setProductField('name', 'Cup'))
  await rest()
  act(() => setProductField('name', 'Cups'))
  await answer(0, { ...aProductRow(7), name: 'Cup' })
  expect(said()).toEqual([])
  await rest()
  await answer(1, null)
  act(() => setProductField('name', 'Cup'))
  expect(said()).toEqual([])
  act(() => setProductField('name', 'Mug'))
  await rest()
  expect(said()).toEqual([])
})

it('a code says who has it, beside what its last digit should be', async () => {
  await open('attributes')
  act(() => setProductField('attributes', { 4: '4006381333932' }))
  await rest()
  expect(asked).toEqual([{ of: 'barcode', text: '4006381333932', exceptProductId: 1 }])
  await answer(0, { ...aProductRow(7), name: 'Jug' })
  expect(said()).toEqual(['Jug has this code.Show it'])
  expect(document.body.textContent).toContain('The last digit should be 1')
})
