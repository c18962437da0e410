// @vitest-environment jsdom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { AddProducts } from '../../../../../renderer/features/shelves/AddProducts'
import { useViewStore } from '../../../../../renderer/stores/view-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { boxOf, draw, openWindow, press, type } from '../../../../support/in-the-window'
import { giveJsdomSizes } from '../../../../support/mantine-in-jsdom'

const mugs = { id: 7, parentId: 0, name: 'Mugs', enabled: true, orderBy: 0 }
const products = ['Mug', 'Cup', 'Jug'].map((name, at) => ({ ...aProductRow(at + 1), name, sku: '' }))
let root: Root
let bridge: FakeBridge
let isOpen = true

beforeEach(async () => {
  giveJsdomSizes()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  isOpen = true
  useViewStore.setState({ connectionId: 'shop' })
  bridge = installFakeBridge({
    'catalogue.search': ({ query }) => {
      const rows = products.filter(({ name }) => name.includes(query.text ?? ''))
      return { total: rows.length, rows, hints: [] }
    },
    'catalogue.product': () => aProductDetail({ fields: { ...newProductFields, categoryIds: [3] } }),
    'changes.apply': () => ({ changeSetId: 1, productIds: [] }),
  })
  root = openWindow()
  const close = () => (isOpen = false)
  await draw(root, <AddProducts connectionId="shop" category={mugs} there={new Set([1])} onClose={close} />)
})
afterEach(() => act(() => root.unmount()))

const lines = () => [...document.querySelectorAll('li')]
const tick = (name: string) =>
  act(async () =>
    lines()
      .find(({ textContent }) => textContent?.includes(name))
      ?.querySelector('input')
      ?.click(),
  )
const button = (name: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === name)

it('ticks products over several searches and adds all of them at once, but those that are in it', async () => {
  await expect.poll(() => lines().map(({ textContent }) => textContent)).toEqual(['Mugin it already', 'Cup', 'Jug'])
  expect(lines()[0]?.querySelector('input')?.disabled).toBe(true)
  expect(button('Add products')?.disabled).toBe(true)
  await tick('Cup')
  await type(boxOf('Search products'), 'Jug')
  await expect.poll(() => lines().length).toBe(1)
  await tick('Jug')
  await act(async () => button('Add 2 products')?.click())
  expect(isOpen).toBe(false)
  const asked = () => bridge.asked.filter(({ name }) => name === 'changes.apply').map(({ input }) => input)
  const fields = { categoryIds: [3, 7] }
  await expect.poll(asked).toMatchObject([
    {
      label: { code: 'fill-category', category: 'Mugs' },
      operations: [2, 3].map((productId) => ({ kind: 'update', productId, fields })),
    },
  ])
})

it('goes from line to line by the arrow keys, and says when there is none', async () => {
  await expect.poll(() => lines().length).toBe(3)
  const box = boxOf('Search products')
  box.focus()
  await press(box, 'ArrowDown')
  expect(document.activeElement?.closest('li')?.textContent).toBe('Cup')
  await press(document.activeElement!, 'ArrowDown')
  expect(document.activeElement?.closest('li')?.textContent).toBe('Jug')
  await type(box, 'xyz')
  await expect.poll(() => document.body.textContent).toContain('No product has these words.')
})
