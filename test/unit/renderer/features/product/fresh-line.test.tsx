// @vitest-environment jsdom
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { openedProduct } from '../../../../../renderer/stores/product-store'
import { showProductTab } from '../../../../../renderer/stores/view-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { showProductPane } from '../../../../support/a-product-pane'
import { boxOf, type } from '../../../../support/in-the-window'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const add = (what: string) =>
  act(async () => [...document.querySelectorAll('button')].find((each) => each.textContent === what)?.click())
const openTiers = async () => {
  await act(async () => showProductTab('prices'))
  await act(async () => document.querySelector<HTMLElement>('h3 [aria-expanded="false"]')?.click())
}
const isRed = (box: HTMLElement) => box.getAttribute('aria-invalid') === 'true'
const tabs = () => [...document.querySelectorAll('[role="tab"]')].map((tab) => tab.textContent).join(' ')
const focus = (element: HTMLElement) => act(async () => element.focus())

beforeEach(async () => {
  const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', price: 12 } })
  await showProductPane(root, () => detail)
})

it('a tier that was only just added is not red before its boxes were left, each by itself', async () => {
  await openTiers()
  const before = tabs()
  await add('Add to Wholesale prices')
  const [quantity, price] = [boxOf('From quantity, line 1'), boxOf('Price each, line 1')]
  expect(document.activeElement).toBe(quantity)
  expect([isRed(quantity), isRed(price), tabs()]).toEqual([false, false, before])
  await focus(price)
  expect([isRed(quantity), isRed(price)]).toEqual([true, false])
  await type(quantity, '10')
  await act(async () => price.blur())
  expect([isRed(boxOf('From quantity, line 1')), isRed(boxOf('Price each, line 1'))]).toEqual([false, true])
  expect(tabs()).not.toBe(before)
})

it('a save that is tried says at once what is wrong in it, and saves nothing', async () => {
  await openTiers()
  await add('Add to Wholesale prices')
  await add('Save')
  expect(isRed(boxOf('From quantity, line 1'))).toBe(true)
  expect(openedProduct()?.edits.patch).toHaveProperty('wholesalePrices')
})

it('an option that was only just added waits for its name, and for its choices', async () => {
  await act(async () => showProductTab('options'))
  await add('Add option')
  const name = boxOf('Name of option 1')
  expect(isRed(name)).toBe(false)
  expect(document.querySelector('[role="alert"]')).toBeNull()
  await focus(boxOf('How option 1 is shown'))
  expect(isRed(name)).toBe(true)
  expect(document.querySelector('[data-field="options.0.choices"] [role="alert"]')).toBeNull()
  await act(async () => boxOf('How option 1 is shown').blur())
  expect(document.querySelector('[data-field="options.0.choices"] [role="alert"]')).not.toBeNull()
})
