// @vitest-environment jsdom
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import type { ProductDetail } from '../../../../../electron/shared/product'
import { isEdited } from '../../../../../renderer/stores/product-edits'
import { openedProduct, refreshProduct, setProductField } from '../../../../../renderer/stores/product-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { showProductPane } from '../../../../support/a-product-pane'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let detail: ProductDetail

/** The price was 12; 13 is typed here, and somebody made it 14 meanwhile. */
beforeEach(async () => {
  detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', price: 12, quantity: 5, unlimited: false } })
  await showProductPane(root, () => detail)
  act(() => setProductField('price', 13))
  detail = { ...detail, fields: { ...detail.fields, price: 14, quantity: 4 } }
  await act(refreshProduct)
})

const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click())
const text = () => document.body.textContent ?? ''

it('a field that others changed meanwhile is settled where it stands: what is typed is kept', async () => {
  expect(text()).toContain('Changed in the store meanwhile: 14.00')
  await press('Keep mine')
  expect(text()).not.toContain('Changed in the store meanwhile')
  const { base, patch } = openedProduct()!.edits
  expect([base.price, patch.price]).toEqual([14, 13])
})

it('or what the store has is taken', async () => {
  await press('Take the store’s')
  expect(isEdited(openedProduct()!.edits)).toBe(false)
  expect(document.querySelector<HTMLInputElement>('[data-field="price"] input')?.value).toBe('14.00')
})

it('of a stock nothing has to be chosen: a difference is sent', async () => {
  await press('Keep mine')
  act(() => setProductField('quantity', 9))
  detail = { ...detail, fields: { ...detail.fields, quantity: 3 } }
  await act(refreshProduct)
  expect(text()).toContain('Changed in the store meanwhile: 3')
  expect(text()).not.toContain('Keep mine')
})
