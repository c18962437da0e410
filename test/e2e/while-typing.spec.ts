import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProduct, readProducts } from '../support/stored-product'
import { field, form, nameField, open, pill, tab } from './pages/product-form'
import { grid, row } from './pages/product-list'
import { goTo } from './pages/screens'

const title = (page: Page): Locator => form(page).getByRole('heading', { level: 2 })
const button = (page: Page, name: string): Locator => form(page).getByRole('button', { name, exact: true })

test('what is typed says which product has it already, and leads there', async ({ page, store }) => {
  const others = (await readProducts(store)).filter(({ name, sku }) => sku !== '' && name !== 'Stoneware mug')
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await field(page, 'SKU').fill(others[0]!.sku.toLowerCase())
  await expect(form(page).getByText('has this SKU')).toBeVisible()
  await nameField(page).fill(others[1]!.name.toUpperCase())
  await expect(form(page).getByText('Another product has this name')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  await button(page, 'Show it').first().click()
  await expect(title(page)).toHaveText(others[1]!.name)
  // What was typed is there again.
  await row(page, 'Stoneware mug').first().click()
  await expect(field(page, 'SKU')).toHaveValue(others[0]!.sku.toLowerCase())
})

test('prices that say nothing beside each other are said where they are typed, and are saved all the same', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await expect(form(page).getByText('Not above the price')).toHaveCount(0)
  await field(page, 'Price').fill('20')
  await expect(form(page).getByText('Not above the price, so no discount is shown.')).toBeVisible()
  await field(page, 'Cost price').fill('21')
  await expect(form(page).getByText('Above the price: each sale costs you money.')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page, 'section[aria-label="Product"]'), colorScheme).toEqual([])
  }
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await readProduct(store, 'Stoneware mug')).toMatchObject({ price: 20, costPrice: 21 })
})

test('a price is edited product by product by keyboard alone, and what is wrong keeps the product open', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await grid(page).focus()
  await page.keyboard.press('Enter')
  const first = await title(page).innerText()
  const price = field(page, 'Price')
  await price.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('dear')
  await page.keyboard.press('Control+Enter')
  await expect(title(page)).toHaveText(first)
  await expect(price).toBeFocused()
  await expect(form(page).getByRole('tab', { name: /General 1 error/ })).toBeVisible()
  await page.keyboard.type('11')
  await page.keyboard.press('Control+Enter')
  await expect(title(page)).not.toHaveText(first)
  const second = await title(page).innerText()
  await expect(price).toBeFocused()
  await page.keyboard.type('22')
  await page.keyboard.press('Control+Enter')
  await expect(title(page)).not.toHaveText(second)
  await button(page, 'Previous product').focus()
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(second)
  await expect(price).toHaveValue(/^22/)
  await expect(button(page, 'Previous product')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(title(page)).toHaveText(first)
  await expect(button(page, 'Previous product')).toBeDisabled()
  await expect.poll(async () => (await readProduct(store, first)).price).toBe(11)
  await expect.poll(async () => (await readProduct(store, second)).price).toBe(22)
})

test('new products begin with what is set for the store, or like another one', async ({ page, store }) => {
  await connect(page, store)
  await goTo(page, 'Settings')
  const needed = page.getByRole('switch', { name: 'Requires shipping' })
  await needed.uncheck()
  expect(await axeFaults(page)).toEqual([])
  await goTo(page, 'Catalogue')
  await page.getByRole('button', { name: /New product/ }).click()
  await nameField(page).fill('Salt pig')
  await field(page, 'Price').fill('18')
  await tab(page, /Shipping/).click()
  await expect(needed).not.toBeChecked()
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await readProduct(store, 'Salt pig')).toMatchObject({ price: 18, isShippingRequired: false })

  await button(page, 'More actions').click()
  await page.getByRole('menuitem', { name: 'New from this one' }).click()
  await expect(nameField(page)).toBeFocused()
  await expect(nameField(page)).toHaveValue('Salt pig')
  await expect(field(page, 'SKU')).toHaveValue('')
  await page.keyboard.type('Salt cellar')
  await form(page).getByRole('button', { name: 'Create' }).click()
  await expect(title(page)).toHaveText('Salt cellar')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await readProduct(store, 'Salt cellar')).toMatchObject({ price: 18, isShippingRequired: false })
})
