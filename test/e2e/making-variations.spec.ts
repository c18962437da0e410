import type { Page } from '@playwright/test'
import type { DemoStore } from '../support/demo-store-process'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProducts, type StoredProduct } from '../support/stored-product'
import { form, open, pill, save, tab } from './pages/product-form'
import { typeInto, variationGrid } from './pages/variation-grid'

const stored = async (store: DemoStore, name: string) => (await readProducts(store)).find((each) => each.name === name)!
const labels = ({ combinations }: StoredProduct) =>
  combinations.map(({ options }) => options.map(({ value }) => value).join(', '))
const rows = (page: Page) => variationGrid(page).getByRole('row')
const generating = (page: Page) => page.getByRole('dialog', { name: 'Generate variations' })

/** A clock in two sizes and two colours, of which none is a variation yet. */
async function aClock(page: Page, store: DemoStore): Promise<StoredProduct> {
  const clock = await stored(store, 'Wall clock')
  const option = (name: string, ...texts: string[]) => {
    const choices = texts.map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' }))
    return { type: 'SELECT', name, choices, defaultChoice: 0, required: false }
  }
  const options = [option('Size', 'Small', 'Large'), option('Colour', 'Red', 'Blue')]
  await fetch(`${store.controlUrl}/products/${clock.id}`, { method: 'POST', body: JSON.stringify({ options }) })
  await connect(page, store)
  await open(page, clock.name)
  await tab(page, 'Options & variations').click()
  return clock
}

test('one is added, all are generated but for those that are skipped, some are removed, and an undo brings them back', async ({
  page,
  store,
}) => {
  const clock = await aClock(page, store)
  await form(page).getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Add variation' }).click()
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(2)

  await form(page).getByRole('button', { name: 'Generate…' }).click()
  const dialog = generating(page)
  await dialog.getByLabel('Price').fill('12,5')
  await dialog.getByLabel('Stock').fill('4')
  const list = dialog.getByRole('listbox')
  await list.getByRole('option').nth(1).click()
  await expect(dialog.getByText('2 new, 1 exists, 1 skipped')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Make 2 variations' }).click()
  await expect(rows(page)).toHaveCount(4)
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()

  const made = await stored(store, clock.name)
  expect(made.combinations).toHaveLength(3)
  const skus = made.combinations.map(({ sku }) => sku)
  expect(skus[0]).toBeUndefined()
  expect(skus.slice(1).every((sku) => sku?.startsWith(`${clock.sku}-`))).toBe(true)
  expect(made.combinations.at(-1)).toMatchObject({ price: 12.5, quantity: 4 })

  const skuOf = (row: number) => rows(page).nth(row).locator('[data-column="0"]')
  await skuOf(1).click()
  await skuOf(2).click({ modifiers: ['Shift'] })
  await form(page).getByRole('button', { name: 'Remove 2' }).click()
  await expect(form(page).getByRole('button', { name: 'Keep 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const asked = page.getByRole('dialog', { name: '2 variations will be removed' })
  await expect(asked).toContainText('4 in stock')
  await asked.getByRole('button', { name: 'Save and remove 2 variations' }).click()
  await expect(pill(page, 'In the store')).toBeVisible()
  await expect.poll(async () => labels(await stored(store, clock.name))).toEqual(labels(made).slice(2))

  await page.getByRole('heading', { name: clock.name }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => labels(await stored(store, clock.name)).toSorted()).toEqual(labels(made).toSorted())
})

test('by keyboard alone: a new product with an option, its variations generated, one left out, one removed again', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await page.getByRole('button', { name: /New product/ }).focus()
  await page.keyboard.press('Enter')
  await expect(form(page).getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Cup')
  await tab(page, 'Options & variations').focus()
  await page.keyboard.press('Enter')
  const focusOn = async (name: string) => {
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const { activeElement: on } = document
        return on?.getAttribute('aria-label') ?? on?.textContent ?? ''
      })
      if (label.trim() === name) return
    }
    throw new Error(`The keys never came to ${name}`)
  }
  await focusOn('Add option')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Size')
  await focusOn('New choice of Size')
  for (const choice of ['Small', 'Medium', 'Large']) {
    await page.keyboard.type(choice)
    await page.keyboard.press('Enter')
  }
  await focusOn('Generate…')
  await page.keyboard.press('Enter')
  await expect(generating(page)).toBeVisible()
  await focusOn('Variations to make')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(generating(page).getByText('2 new, 1 skipped')).toBeVisible()
  await focusOn('Make 2 variations')
  await page.keyboard.press('Enter')
  await typeInto(page, 'Large', 'SKU', 'CUP-L')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+Delete')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(labels(await stored(store, 'Cup'))).toHaveLength(1)
})
