import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { altOf, readProducts } from '../support/stored-product'
import { edits, review, selectionBar } from './pages/many-products'
import { grid, row, search } from './pages/product-list'
import { goTo } from './pages/screens'

test.use({ storeArguments: ['--products', '6'] })

/** The dialog about all products that are found, with the field of that name chosen. */
async function askForAll(page: Page, field: string): Promise<Locator> {
  await goTo(page, 'Catalogue')
  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(selectionBar(page)).toContainText('products')
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Set a field' })
  await dialog.getByRole('combobox', { name: 'Field' }).fill(field)
  await page.getByRole('option', { name: field, exact: true }).click()
  return dialog
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const way = (dialog: Locator, name: string) =>
  dialog
    .locator('label')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .click()

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Apply to / }).click()
  await expect(page.getByText(/products? changed/).first()).toBeVisible()
}

test('a wholesale price is added to what each product has, and taken away by its quantity alone', async ({
  page,
  store,
}) => {
  const tiers = async () => (await readProducts(store)).map(({ wholesalePrices }) => listed(wholesalePrices))
  const before = await tiers()
  await connect(page, store)
  const dialog = await askForAll(page, 'Wholesale prices')
  await dialog.getByRole('button', { name: 'Add to Wholesale prices' }).click()
  await dialog.getByRole('textbox', { name: /From quantity/ }).fill('500')
  await dialog.getByRole('textbox', { name: /Price each/ }).fill('0,05')
  await expect(dialog.getByRole('listitem').first()).toContainText('from 500')
  // What was typed is there again after a look at another way.
  await way(dialog, 'Empty')
  await way(dialog, 'Add')
  await expect(dialog.getByRole('textbox', { name: /Price each/ })).toHaveValue('0,05')
  expect(await axeFaults(page)).toEqual([])
  await review(page)
  await apply(page)
  await expect
    .poll(tiers)
    .toEqual(before.map((each) => [...each, expect.objectContaining({ quantity: 500, price: 0.05 })]))

  const other = await askForAll(page, 'Wholesale prices')
  await way(other, 'Remove')
  await other.getByRole('button', { name: 'Add to Wholesale prices' }).click()
  await other.getByRole('textbox', { name: /From quantity/ }).fill('500')
  await review(page)
  await apply(page)
  await expect.poll(tiers).toEqual(before)
})

test('a brand is set for all products by its name, and taken away again', async ({ page, store }) => {
  await connect(page, store)
  const dialog = await askForAll(page, 'Brand')
  await dialog.getByRole('textbox', { name: 'Brand' }).fill('Elm & Oak')
  await review(page)
  await expect(edits(page).first()).toContainText('Elm & Oak')
  await apply(page)
  const brands = async () => {
    const values = (await readProducts(store)).flatMap(({ attributes }) => listed(attributes))
    return values.filter((one) => Object(one).value === 'Elm & Oak').length
  }
  await expect.poll(brands).toBe(6)
  const other = await askForAll(page, 'Brand')
  await way(other, 'Empty')
  await review(page)
  await apply(page)
  await expect.poll(brands).toBe(0)
})

test('a product is added to those that all others are related to', async ({ page, store }) => {
  const first = (await readProducts(store))[0]
  await connect(page, store)
  // The one that is open is among those that others can be related to.
  await row(page, first?.name ?? '')
    .first()
    .click()
  const dialog = await askForAll(page, 'Related products')
  await dialog.getByRole('textbox', { name: 'Add to Related products' }).fill(first?.name ?? '')
  await page.getByRole('option').first().click()
  await review(page)
  await apply(page)
  await expect
    .poll(async () => {
      const all = await readProducts(store)
      return all.filter(({ relatedProducts }) => listed(Object(relatedProducts ?? {}).productIds).includes(first?.id))
        .length
    })
    .toBe(5)
})

test('a shipping method is added to those that each product has', async ({ page, store }) => {
  const methods = async () =>
    (await readProducts(store)).map(({ shipping }) => listed(Object(shipping ?? {}).enabledMethods).length)
  await connect(page, store)
  const dialog = await askForAll(page, 'Shipping rule')
  await dialog.getByRole('combobox', { name: 'Shipping rule' }).click()
  await page.getByRole('option', { name: 'Only chosen shipping methods' }).click()
  await dialog.getByRole('checkbox').first().check()
  await review(page)
  await apply(page)
  await expect.poll(methods).toEqual([1, 1, 1, 1, 1, 1])

  const other = await askForAll(page, 'Shipping rule')
  await way(other, 'Add')
  await other.getByRole('group', { name: 'Shipping methods', exact: true }).getByRole('checkbox').nth(1).check()
  await review(page)
  await apply(page)
  await expect.poll(methods).toEqual([2, 2, 2, 2, 2, 2])
})

test('all pictures but the first are removed from many products, and come back with Undo', async ({ page, store }) => {
  // What comes back is uploaded: the store knows it by its bytes from then on.
  const pictures = async () => (await readProducts(store)).map(({ media }) => media.images.map(altOf))
  const before = await pictures()
  expect(before.filter((each) => each.length > 1).length).toBeGreaterThan(0)
  await connect(page, store)
  const dialog = await askForAll(page, 'Pictures')
  await expect(dialog.getByRole('listitem').first()).toContainText('is removed')
  await review(page)
  await expect(edits(page).first()).toContainText('is removed')
  await apply(page)
  await expect.poll(pictures).toEqual(before.map((each) => each.slice(0, 1)))

  await goTo(page, 'Changes')
  await page.keyboard.press('Control+z')
  await expect.poll(pictures).toEqual(before)
})
