import type { Locator } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProduct } from '../support/stored-product'
import { closeFilters, filters, openFilters } from './pages/filters'
import { goToTab, tabTo } from './pages/keyboard'
import { field, form, open, pill, save, tab } from './pages/product-form'
import { grid, row, search } from './pages/product-list'

test('what becomes of a product without stock is edited, sent, told in its history and found by a filter', async ({
  page,
  store,
}) => {
  const id = (await readProduct(store, 'Stoneware mug')).id
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('combobox', { name: 'When out of stock' }).click()
  await page.getByRole('option', { name: 'Hide it from shoppers' }).click()
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await readProduct(store, 'Stoneware mug')).toMatchObject({ id, outOfStockVisibilityBehaviour: 'HIDE' })

  await page.getByRole('tab', { name: 'History' }).click()
  const history = page.getByRole('tabpanel', { name: 'History' })
  await expect(history.getByText('When out of stock')).toBeVisible()
  await expect(history.getByText('Hide it from shoppers', { exact: true })).toBeVisible()

  await openFilters(page)
  const panel = filters(page)
  await panel.getByRole('combobox', { name: 'When out of stock' }).click()
  await page.getByRole('option', { name: 'Hide it from shoppers' }).click()
  // Its list stays open for more of them until the keyboard leaves it.
  await page.keyboard.press('Tab')
  await closeFilters(page)
  await expect(page.getByRole('button', { name: /^Remove filter: When out of stock: Hide it/ })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Products' }).getByText('Stoneware mug', { exact: true })).toBeVisible()
})

test('a purchase quantity is edited, sent, told in its history, found by a filter and shown where the list is sorted by it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await field(page, 'Minimum purchase quantity').fill('6')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await readProduct(store, 'Stoneware mug')).toMatchObject({ minPurchaseQuantity: 6 })

  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('tabpanel', { name: 'History' }).getByText('Minimum purchase quantity')).toBeVisible()

  await page.getByRole('button', { name: 'Close the product' }).click()
  await openFilters(page)
  await filters(page).getByRole('textbox', { name: 'Min. purchase from' }).fill('2')
  await closeFilters(page)
  await expect(page.getByRole('button', { name: /^Remove filter: Minimum purchase quantity from 2/ })).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')

  await page.getByRole('button', { name: /^Sort:/ }).click()
  const order = page.getByRole('menuitemradio', { name: 'Min. purchase, highest first' })
  expect(await linesOf(order)).toBe(1)
  await order.click()
  const title = grid(page).getByRole('columnheader', { name: 'Min. purchase' })
  await expect(title).toHaveAttribute('aria-sort', 'descending')
  expect(await linesOf(title)).toBe(1)
  await expect(row(page, 'Stoneware mug').locator('[data-column="minPurchaseQuantity"]')).toHaveText('6')
})

/** In how many lines a text stands on the screen. */
const linesOf = (place: Locator): Promise<number> =>
  place.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const tops = new Set<number>()
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode)
      for (const { top } of range.getClientRects()) tops.add(Math.round(top))
    }
    return tops.size
  })

test('by keyboard alone the texts for search engines, the customs code and an attribute are reached, edited and sent', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await search(page).fill('Stoneware mug')
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Stoneware mug', exact: true })).toBeVisible()
  for (const [name, label, text] of [
    ['SEO', 'Page title', 'Mug of stoneware'],
    ['Shipping & tax', 'Customs tariff code', '6912.00'],
    ['Attributes', 'Brand', 'Fired Clay'],
  ] as const) {
    await goToTab(page, name)
    await tabTo(page, field(page, label))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
    await page.keyboard.press('Escape')
    await expect(tab(page, new RegExp(`^${name}`))).toBeFocused()
  }
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  const { seoTitle, customsHsTariffCode, attributes } = await readProduct(store, 'Stoneware mug')
  expect({ seoTitle, customsHsTariffCode }).toEqual({ seoTitle: 'Mug of stoneware', customsHsTariffCode: '6912.00' })
  expect(attributes).toContainEqual(expect.objectContaining({ value: 'Fired Clay' }))
})

test('an attribute is hidden from shoppers for one product, by keys alone, and looks so in both themes', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, 'Attributes').click()
  const brand = page.getByRole('button', { name: /^Brand is shown/ })
  await expect(brand).toHaveAccessibleName('Brand is shown: To shoppers')
  await field(page, 'Brand').focus()
  await page.keyboard.press('Tab')
  await expect(brand).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'To nobody' }).press('Enter')
  await expect(brand).toHaveAccessibleName('Brand is shown: To nobody')
  await expect(form(page).getByText('was To shoppers')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  await save(page)
  const shown = async () =>
    ((await readProduct(store, 'Stoneware mug'))['attributes'] as { value: string; show?: string }[])
      .filter(({ show }) => show === 'NOTSHOW')
      .map(({ value }) => value)
  await expect.poll(shown).toContain(await field(page, 'Brand').inputValue())
})
