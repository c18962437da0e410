// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../../electron/shared/fields/product-fields'
import { FormStateContext } from '../../../../../../renderer/features/product/form-state'
import { leaveGrid, useGridStore, wantCell } from '../../../../../../renderer/features/product/variations/grid-store'
import { VariationsSection } from '../../../../../../renderer/features/product/variations/VariationsSection'
import { problemsNow } from '../../../../../../renderer/features/product/form-problems'
import {
  openProduct,
  refreshProduct,
  setVariations,
  useProductStore,
} from '../../../../../../renderer/stores/product-store'
import { saveProduct } from '../../../../../../renderer/stores/product-actions'
import { useStoreStore } from '../../../../../../renderer/stores/store-store'
import { showLanguage } from '../../../../../../renderer/stores/view-store'
import { withCell, withText, type Variation } from '../../../../../../renderer/stores/variation-edits'
import { aSnapshot } from '../../../../../support/a-snapshot'
import { aProductDetail } from '../../../../../support/a-product-detail'
import { installFakeBridge } from '../../../../../support/fake-bridge'
import { boxOf, type } from '../../../../../support/in-the-window'
import { reactRoot } from '../../../../../support/react-root'
import { euros } from '../../../../../support/store-in-euros'

const root = reactRoot()
const red: Variation = {
  id: 7,
  number: 1,
  options: [{ name: 'Colour', value: 'Red' }],
  own: { sku: 'R' },
  label: 'Red',
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
}

beforeEach(async () => {
  leaveGrid()
  const { readOnly } = aProductDetail()
  const fields = { ...newProductFields, name: 'Mug', price: 10, wholesalePrices: [{ quantity: 5, price: 8 }] }
  const detail = aProductDetail({ fields, readOnly: { ...readOnly, variations: [red] } })
  installFakeBridge({ 'catalogue.product': () => detail, 'drafts.put': () => null, 'drafts.remove': () => null })
  await openProduct('a', 1)
  const glaze = { id: 5, name: 'Glaze', type: 'CUSTOM', show: 'DESCR' }
  const productTypes = [{ id: 0, name: 'General', attributes: [glaze] }]
  const form = { connectionId: 'a', profile: null, categories: [], productTypes, readOnly: false }
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

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
const press = (name: string) => act(() => button(name)?.click())
const typed = () => useProductStore.getState().open?.edits.variations[7]?.patch
/** A store with German beside its first language, which is shown. */
function showGerman(): void {
  const profile = { ...euros, languages: ['en', 'de'] }
  useStoreStore.setState({ snapshot: aSnapshot({ profile }) })
  showLanguage('de')
}
const dialog = () => document.querySelector('[role="dialog"]')

it('gives a variation wholesale prices of its own, beginning with those of the product, and takes them back', () => {
  press('More…')
  expect(dialog()?.textContent).toContain('As product: from 5')
  press('Set its own')
  expect(typed()).toEqual({ wholesalePrices: [{ quantity: 5, price: 8 }] })
  press('As product')
  expect(typed()).toBeUndefined()
})

/** The part of the dialog that is about one field. */
const about = (field: string) => document.querySelector(`[data-field="variations.7.${field}"]`)
const pressIn = (field: string, name: string) =>
  act(() => [...(about(field)?.querySelectorAll('button') ?? [])].find((each) => each.textContent === name)?.click())

it('gives a variation a lowest price of 30 days of its own, saves that alone, and takes it back', async () => {
  const asked: unknown[] = []
  const { readOnly } = aProductDetail()
  const priced = { lowestPriceEnabled: true, manualLowestPrice: 12.5 }
  let own: Variation['own'] = { sku: 'R' }
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ readOnly: { ...readOnly, variations: [{ ...red, own }] } }),
    'drafts.put': () => null,
    'drafts.remove': () => null,
    'changes.apply': ({ operations }) => {
      asked.push(...operations)
      own = { sku: 'R', lowestPriceSettings: priced }
      return { changeSetId: 1, productIds: [1] }
    },
  })
  press('More…')
  expect(about('lowestPriceSettings')?.textContent).toContain('As product: Shown as the store finds it')
  pressIn('lowestPriceSettings', 'Set its own')
  await type(boxOf('Lowest price'), '12.50')
  expect(typed()).toEqual({ lowestPriceSettings: priced })
  await act(() => saveProduct())
  expect(asked).toEqual([
    {
      ...{ kind: 'variation.set', productId: 1, variationId: 7 },
      ...{ fields: { lowestPriceSettings: priced }, base: { lowestPriceSettings: null } },
    },
  ])
  expect(boxOf('Lowest price').value).toBe('12.50')
  pressIn('lowestPriceSettings', 'As product')
  expect(typed()).toEqual({ lowestPriceSettings: null })
})

it('goes back to its product before it is saved also where the store takes nothing back', () => {
  press('More…')
  pressIn('outOfStockVisibilityBehaviour', 'Set its own')
  expect(typed()).toHaveProperty('outOfStockVisibilityBehaviour')
  pressIn('outOfStockVisibilityBehaviour', 'As product')
  expect(typed()).toBeUndefined()
})

it('is where the keys for problems lead that are not in the table', () => {
  press('More…')
  press('Set its own')
  act(() => {
    setVariations('x', (all) => withText(all, red, 'wholesalePrices.0.price', '7,'))
    useGridStore.setState({ detailed: null })
  })
  const [problem] = problemsNow()
  expect(problem?.path).toBe('variations.7.wholesalePrices.0.price')
  act(() => wantCell(problem!.path))
  expect(useGridStore.getState().detailed).toBe(7)
  act(() => setVariations('x', (all) => withText(all, red, 'wholesalePrices.0.price', null)))
  expect(problemsNow()).toEqual([])
})

it('is where the text of its own picture is written, in the other languages of the store too', async () => {
  const asked: unknown[] = []
  const { readOnly } = aProductDetail()
  const told = { ...red, thumbnail: 'https://x/1.jpg', alt: 'Red mug' }
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ readOnly: { ...readOnly, variations: [told] } }),
    'changes.apply': ({ operations }) => {
      asked.push(...operations)
      return { changeSetId: 1, productIds: [] }
    },
  })
  showGerman()
  await act(() => refreshProduct())
  press('More…')
  expect(boxOf('Alt text of the picture of Red').value).toBe('Red mug')
  const german = boxOf('Alt text of the picture of Red in German')
  act(() => german.focus())
  await type(german, 'Rote Tasse')
  await act(async () => german.blur())
  expect(asked).toMatchObject([{ kind: 'picture.variation-text', variationId: 7, alt: 'Rote Tasse', language: 'de' }])
})

it('is where what its own attributes say is translated, and an emptied text is none', async () => {
  showGerman()
  act(() => setVariations('x', (all) => withCell(all, attributesOfRed, { values: { attributes: { 5: 'Matt' } } })))
  press('More…')
  await type(boxOf('Glaze of Red in German'), 'Matte Glasur')
  expect(typed()).toMatchObject({ attributesTranslated: { '5.de': 'Matte Glasur' } })
  await type(boxOf('Glaze of Red in German'), '')
  expect(typed()).toEqual({ attributes: { 5: 'Matt' } })
})
const attributesOfRed = { variation: red, path: 'attributes' }

it('stands in a table that says what the variation costs with what its choice adds, until it has a price of its own', async () => {
  const { readOnly } = aProductDetail()
  const choices = [{ text: 'Red', priceModifier: 2.5, priceModifierType: 'ABSOLUTE' }]
  const fields = { ...newProductFields, name: 'Mug', price: 10, options: [{ name: 'Colour', type: 'SELECT', choices }] }
  installFakeBridge({
    'catalogue.product': () => aProductDetail({ fields, readOnly: { ...readOnly, variations: [red] } }),
  })
  await act(() => refreshProduct())
  const price = () => document.querySelector('[id^="variation-cell-0-"][data-column="1"]')?.textContent
  expect(price()).toContain('12.50')
  act(() => setVariations('x', (all) => withCell(all, { variation: red, path: 'price' }, { values: { price: 9 } })))
  expect(price()).toBe('9.00')
})
