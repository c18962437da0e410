// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { ProductPane } from '../../../../../renderer/features/product/ProductPane'
import { openedProduct, setProductField, setUnparsed, undoEdit } from '../../../../../renderer/stores/product-store'
import { isEdited } from '../../../../../renderer/stores/product-edits'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { showProduct, useViewStore } from '../../../../../renderer/stores/view-store'
import { aSnapshot } from '../../../../support/a-snapshot'
import { aProductDetail } from '../../../../support/a-product-detail'
import { showProductPane } from '../../../../support/a-product-pane'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

const former = () =>
  [...document.querySelectorAll('button')].filter(({ textContent }) => textContent?.startsWith('was ')).map(textOf)
const textOf = (element: Element) => element.textContent?.split(':')[0]
const goBack = () =>
  act(async () => [...document.querySelectorAll('button')].find((each) => textOf(each)?.startsWith('was '))?.click())

it('a field that was edited says what it was, and one click goes back to it', async () => {
  const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', price: 12 } })
  await showProductPane(root, () => detail)
  expect(former()).toEqual([])
  act(() => setProductField('price', 13))
  expect(former()).toEqual(['was 12.00'])
  await goBack()
  expect(former()).toEqual([])
  expect(isEdited(openedProduct()!.edits)).toBe(false)

  act(() => setUnparsed('price', 'dear'))
  expect(former()).toEqual(['was 12.00'])
  await goBack()
  expect(openedProduct()?.edits.unparsed).toEqual({})
  act(() => undoEdit())
  expect(openedProduct()?.edits.unparsed).toEqual({ price: 'dear' })
})

it('the way back leaves the keyboard in the field, is no stop of the Tab key, and has keys of its own', async () => {
  const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', price: 12 } })
  await showProductPane(root, () => detail)
  const price = () => document.querySelector<HTMLInputElement>('[data-field="price"] input')!
  const type = (text: string) =>
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(price(), text)
      price().dispatchEvent(new Event('input', { bubbles: true }))
    })
  type('13')
  const button = [...document.querySelectorAll('button')].find((each) => textOf(each) === 'was 12.00')!
  expect(button.tabIndex).toBe(-1)
  await goBack()
  await act(() => new Promise<void>((done) => requestAnimationFrame(() => done())))
  expect(document.activeElement).toBe(price())

  type('14')
  expect(price().value).toBe('14')
  act(() => void price().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', shiftKey: true, bubbles: true })))
  expect(isEdited(openedProduct()!.edits)).toBe(false)
  expect(price().value).toBe('12.00')
  expect(document.activeElement).toBe(price())
})

it('of several attributes each says what it was, and goes back by itself', async () => {
  const attributes = { 1: 'Matte', 2: '300 ml' }
  const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', attributes } })
  installFakeBridge({
    'catalogue.product': () => structuredClone(detail),
    'catalogue.owner': () => null,
    'drafts.put': () => null,
    'drafts.remove': () => null,
  })
  useViewStore.setState({ connectionId: 'a' })
  const named = ['Glaze', 'Capacity'].map((name, at) => ({ id: at + 1, name, type: 'CUSTOM', show: 'DESCR' }))
  useStoreStore.setState({
    snapshot: aSnapshot({ productTypes: [{ id: 0, name: 'General', attributes: named }] }),
  })
  showProduct(1, 'attributes')
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <ProductPane media={() => null} history={() => null} />
      </MantineProvider>,
    ),
  )
  act(() => setProductField('attributes', { 1: 'Glossy', 2: '500 ml' }))
  expect(former()).toEqual(['was Matte', 'was 300 ml'])
  await goBack()
  expect(former()).toEqual(['was 300 ml'])
  expect(openedProduct()?.edits.patch.attributes).toEqual({ 1: 'Matte', 2: '500 ml' })
})
