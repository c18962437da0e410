import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { readProduct } from '../support/stored-product'
import { closeFilters, filters, openFilters } from './pages/filters'
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

/** From whichever tab has the focus, or the form. */
async function goToTab(page: Page, name: string): Promise<void> {
  const wanted = tab(page, new RegExp(`^${name}`))
  const chosen = form(page).getByRole('tab', { selected: true })
  await tabTo(page, chosen)
  const all = await form(page).getByRole('tab').allInnerTexts()
  for (let step = 0; step < all.length; step += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press('ArrowRight')
  }
  await expect(wanted).toBeFocused()
}

/** Presses Tab until it is there, as often as a person would at most. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

const isFocused = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement).catch(() => false)
