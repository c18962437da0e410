import type { Locator, Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { dropFiles } from '../support/drop-files'
import { choose } from '../support/menu'
import { pngBytes } from '../support/picture-files'
import { readProduct, readProducts } from '../support/stored-product'
import { grid, row, search } from './pages/product-list'
import { closeFilters, filters, openFilters } from './pages/filters'

/** The names on screen, from the top. */
async function names(page: Page): Promise<string[]> {
  const cells = grid(page).locator('[data-index] [data-column="name"]')
  const found = await cells.evaluateAll((all) =>
    all
      .map((cell) => ({
        at: Number(cell.closest<HTMLElement>('[data-index]')?.dataset.index),
        name: cell.querySelector('[title]')?.getAttribute('title') ?? '',
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name),
  )
  return found
}

async function shows(page: Page, count: string): Promise<void> {
  await expect(page.getByLabel('Catalogue').getByText(count, { exact: true }).first()).toBeVisible()
}

test('searches with every letter, marks what it found and says where', async ({ page, app, store }) => {
  await connect(page, store)
  await shows(page, '60 products')
  // The keys of the native menu cannot be pressed from here; its item can.
  await choose(app, page, 'Find Products')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('teap')
  await shows(page, '2 products')
  await expect(row(page, 'Teapot, small').locator('mark').first()).toHaveText('Teap')

  await search(page).fill('papierwerk planner')
  await shows(page, '1 product')
  await expect(row(page, 'Weekly planner')).toContainText('Attributes:')

  await search(page).fill('b-a5')
  await expect(row(page, 'Dotted notebook A5').locator('[data-column="sku"] mark')).toHaveText(['B', 'A5'])

  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue('')
  await shows(page, '60 products')
})

test('filters by amounts as the store writes them, and asks about what reads two ways', async ({ page, store }) => {
  await connect(page, store)
  await openFilters(page)
  const from = filters(page).getByLabel('Price from')
  const choice = filters(page).getByRole('group', { name: 'Price from: the number you mean' })
  await from.fill('1,000')
  await expect(filters(page).getByText('1000 or 1? Choose what you mean.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(choice.getByRole('button', { name: '1000', exact: true })).toBeFocused()
  await expect(from).toHaveValue('1,000')
  await shows(page, '60 products')
  await page.keyboard.press('Enter')
  await expect(from).toHaveValue('1000,00')
  await expect(choice).toBeHidden()
  await expect(page.getByRole('button', { name: 'Remove filter: Price from €1.000,00' })).toBeVisible()

  await filters(page).getByLabel('Price to').fill('1,2345')
  await expect(filters(page).getByText('EUR has 2 decimals. Write the amount with no more.')).toBeVisible()
  await filters(page).getByRole('button', { name: 'Clear all' }).click()
  await expect(from).toHaveValue('')
  await expect(filters(page).getByLabel('Price to')).toHaveValue('')
  await from.fill('１００')
  await expect(page.getByRole('button', { name: 'Remove filter: Price from €100,00' })).toBeVisible()
})

test('filters, shows each filter as a chip, and says which one to drop when nothing is left', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openFilters(page)
  const panel = filters(page)
  await panel.getByText('Hidden', { exact: true }).click()
  await shows(page, '4 products')
  await panel.getByText('Out of stock', { exact: true }).click()
  await shows(page, '1 product')
  await panel.getByLabel('Price from').fill('100')
  await closeFilters(page)
  await expect(page.getByRole('heading', { name: 'No product matches' })).toBeVisible()

  await page.getByRole('button', { name: /Without “Price from €100,00” there is 1 product/ }).click()
  await expect(row(page, 'Advent calendar')).toBeVisible()
  await page.getByRole('button', { name: 'Remove filter: Hidden' }).click()
  await expect(row(page, 'Wool cushion')).toBeVisible()
  await page.getByRole('button', { name: 'Remove filter: Out of stock' }).click()
  await shows(page, '60 products')
})

test('finds a category with what is below it, and products by an attribute', async ({ page, store }) => {
  await connect(page, store)
  await openFilters(page)
  const panel = filters(page)
  await panel.getByLabel('Category', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Kitchen' }).first().click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Category: Kitchen & table', { exact: true })).toBeVisible()
  const alone = await grid(page).getAttribute('aria-rowcount')
  await panel.getByLabel('Include subcategories').click()
  await expect(page.getByText('Category: Kitchen & table + subcategories')).toBeVisible()
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', alone ?? '')
  await page.getByRole('button', { name: 'Clear all' }).click()

  await panel.getByLabel('Attributes', { exact: true }).first().click()
  await page.getByRole('option', { name: 'Brand' }).click()
  await page.getByRole('option', { name: /Imkerei Moor/ }).click()
  await expect(page.getByText('Brand: Imkerei Moor')).toBeVisible()
  await expect.poll(() => names(page)).toEqual(['Beeswax candles, pair'])
})

test('sorts by its titles and by the menu', async ({ page, store }) => {
  await connect(page, store)
  await grid(page).getByRole('button', { name: 'Price' }).click()
  await expect(grid(page).getByRole('columnheader', { name: 'Price' })).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => (await names(page))[0]).toBe('Thank-you card')
  await grid(page).getByRole('button', { name: 'Price' }).click()
  await expect.poll(async () => (await names(page))[0]).toBe('Table lamp “Leuchtturm”')
  await page.getByRole('button', { name: /^Sort/ }).click()
  await page.getByRole('menuitemradio', { name: 'Name, A to Z' }).click()
  await expect.poll(async () => (await names(page))[0]).toBe('Advent calendar')
})

test('goes through the list by keys, opens a product beside it and keeps its place', async ({ page, store }) => {
  await connect(page, store)
  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('End')
  await expect(activeRow(page)).toHaveAttribute('aria-rowindex', '61')
  await expect(activeRow(page)).toBeInViewport()
  await page.keyboard.press('Home')
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowDown')
  const name = await activeRow(page).locator('[title]').first().getAttribute('title')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue(name ?? '')
  await expect(activeRow(page)).toHaveAttribute('aria-selected', 'true')
  await expect(activeRow(page)).toBeInViewport()
})

test('deletes a product without a question, and brings it back', async ({ page, store }) => {
  await connect(page, store)
  await row(page, 'Enamel camping mug').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Delete/ }).click()
  await shows(page, '59 products')
  await expect(row(page, 'Enamel camping mug')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await shows(page, '60 products')
  await expect(row(page, 'Enamel camping mug')).toHaveCount(1)
})

test('copies a product and opens the copy', async ({ page, store }) => {
  await connect(page, store)
  await row(page, 'Wall clock').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Duplicate/ }).click()
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('Wall clock (copy)')
  await shows(page, '61 products')
})

test('offers a row as the place for dropped pictures', async ({ page, store }) => {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-row-drop-'))
  try {
    const file = join(folder, 'carafe.png')
    writeFileSync(file, pngBytes())
    await connect(page, store)
    await dropFiles(row(page, 'Water carafe'), [file])
    await expect
      .poll(async () => {
        return (await readProduct(store, 'Water carafe')).media.images.filter(({ sha256 }) => sha256 !== null).length
      })
      .toBe(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('with a public key it shows what the key may see and offers nothing it may not do', async ({ page, store }) => {
  await connect(page, store, 'public')
  await expect(page.getByRole('button', { name: 'New product' })).toHaveAttribute('aria-disabled', 'true')
  await row(page, 'Wall clock').click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: /Delete/ })).toBeDisabled()
  await expect(page.getByRole('menuitem', { name: /Duplicate/ })).toBeDisabled()
  await page.keyboard.press('Escape')
  const reason = page.getByRole('status').filter({ hasText: 'This key is public' })
  await grid(page).press('Delete')
  await expect(reason).toBeVisible()
  await reason.getByRole('button').click()
  await expect(reason).toHaveCount(0)
  await dropFiles(row(page, 'Water carafe'), [join(__dirname, '../../package.json')])
  await expect(reason).toBeVisible()
  await shows(page, '56 products')
})

test.describe('with many products', () => {
  test.use({ storeArguments: ['--products', '3000'] })

  test('fills while it is used, shows every row when scrolled to, and keeps its place when rows change', async ({
    page,
    store,
  }) => {
    await connect(page, store)
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '3001', { timeout: 30_000 })
    await grid(page).evaluate((list) => list.scrollTo({ top: 1500 * 52 }))
    await expect.poll(async () => (await names(page)).length).toBeGreaterThan(5)
    await expect(grid(page).locator('[aria-busy]')).toHaveCount(0)
    const place = await grid(page).evaluate((list) => list.scrollTop)
    const inView = grid(page).locator('[aria-rowindex="1505"]')
    const sku = await inView.locator('[data-column="sku"]').innerText()
    const product = (await readProducts(store)).find((each) => each.sku === sku)
    await store.control('POST', `/products/${product?.id}`, { name: 'Changed in the control panel' })
    await page.getByRole('button', { name: 'Refresh from the store' }).click()
    await expect(inView).toContainText('Changed in the control panel')
    expect(await grid(page).evaluate((list) => list.scrollTop)).toBe(place)
  })
})

test('has no serious accessibility fault, in the list, in the filters and with nothing found', async ({
  page,
  store,
}) => {
  await connect(page, store)
  expect(await axeFaults(page)).toEqual([])
  await openFilters(page)
  await expect(filters(page)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await search(page).fill('nothing is called this')
  await expect(page.getByRole('heading', { name: 'No product matches' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
})

function activeRow(page: Page): Locator {
  return grid(page).locator('[data-active]')
}
