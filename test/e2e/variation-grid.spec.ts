import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProducts, type StoredProduct } from '../support/stored-product'
import { makeVariation } from '../support/stored-variations'
import type { DemoStore } from '../support/demo-store-process'
import { form, open, pill, save, tab } from './pages/product-form'
import { box, typeInto, variationGrid } from './pages/variation-grid'

/** A mug in three sizes; the last one has everything of its product. */
async function aMugInSizes(page: Page, store: DemoStore): Promise<StoredProduct> {
  const mug = (await readProducts(store)).find(({ name }) => name === 'Stoneware mug')!
  for (const [value, sku] of [
    ['Tiny', 'GRID-T'],
    ['Tall', 'GRID-L'],
    ['Plain', undefined],
  ]) {
    await makeVariation(store, mug.id, { options: [{ name: 'Fill', value }], sku, ...(sku && { quantity: 5 }) })
  }
  await connect(page, store)
  await open(page, mug.name)
  await tab(page, 'Options & variations').click()
  await expect(variationGrid(page)).toBeVisible()
  return mug
}

const stored = async (store: DemoStore, id: number) =>
  (await readProducts(store))
    .find((each) => each.id === id)!
    .combinations.filter(({ options }) => ['Tiny', 'Tall', 'Plain'].includes(options[0]!.value))

test('values of variations are typed, kept in the draft, saved with the form and taken back', async ({
  page,
  store,
}) => {
  const mug = await aMugInSizes(page, store)
  await typeInto(page, 'Tiny', 'Price', '11,5')
  await typeInto(page, 'Tiny', 'Stock', '7')
  await expect(await box(page, 'Tiny', 'Price')).toContainText('11,50')
  await expect(await box(page, 'Plain', 'Price')).toHaveText('as product')

  // A stock without an SKU of its own is its product's.
  await typeInto(page, 'Plain', 'Stock', '3')
  await expect(tab(page, /^Options & variations 1 error/)).toBeVisible()
  await (await box(page, 'Plain', 'Stock')).click()
  await expect(form(page).getByText('shares the stock of its product. Give it an SKU first.')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(tab(page, 'Options & variations')).toBeVisible()

  await page.getByRole('button', { name: 'Close the product' }).click()
  await open(page, mug.name)
  await expect(page.getByText('Unsaved changes restored')).toBeVisible()
  await tab(page, 'Options & variations').click()
  expect(await axeFaults(page)).toEqual([])
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  expect((await stored(store, mug.id))[0]).toMatchObject({ sku: 'GRID-T', price: 11.5, quantity: 7 })
  expect((await stored(store, mug.id))[2]).not.toHaveProperty('price')

  await page.getByRole('heading', { name: mug.name }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await stored(store, mug.id))[0]).toMatchObject({ quantity: 5 })
  await expect.poll(async () => (await stored(store, mug.id))[0]).not.toHaveProperty('price')
})

test('by keyboard alone: typing, filling down, a block to and from another program, the way back', async ({
  page,
  store,
}) => {
  const mug = await aMugInSizes(page, store)
  const first = await box(page, 'Tiny', 'Price')
  await first.click()
  await page.keyboard.type('20')
  await page.keyboard.press('Tab')
  await page.keyboard.type('25')
  await page.keyboard.press('Enter')
  await expect(await box(page, 'Tiny', 'Compare-to price')).toContainText('25')

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d']) await page.keyboard.press(key)
  await expect(await box(page, 'Plain', 'Price')).toContainText('20,00')

  await page.keyboard.press('Control+c')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+v')
  await expect(await box(page, 'Plain', 'Compare-to price')).toContainText('20,00')

  // Escape takes back what was typed into the box, and a letter typed anew stands in place of what was there.
  await page.keyboard.press('Escape')
  await page.keyboard.type('99')
  await page.keyboard.press('Escape')
  await expect(variationGrid(page).getByText('99')).toHaveCount(0)
  await expect(variationGrid(page)).toBeFocused()

  await page.keyboard.press('Control+s')
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await stored(store, mug.id)).toMatchObject([{ price: 20 }, { price: 20 }, { price: 20, compareToPrice: 20 }])
  await page.keyboard.press('Escape')
  await expect(tab(page, 'Options & variations')).toBeFocused()
})

test('options stay in sight while the rest scrolls; an attribute and wholesale prices of a variation’s own are saved', async ({
  page,
  store,
}) => {
  const mug = await aMugInSizes(page, store)
  await form(page).getByRole('button', { name: 'Columns' }).click()
  await page.getByLabel('UPC').check()
  await page.keyboard.press('Escape')
  await typeInto(page, 'Tall', 'UPC', '4006381333931')
  // The last column is at the right end.
  const header = variationGrid(page).getByRole('columnheader', { name: 'Fill' })
  const [grid, place] = [await variationGrid(page).boundingBox(), await header.boundingBox()]
  expect(await variationGrid(page).evaluate((each) => each.scrollLeft)).toBeGreaterThan(80)
  expect(place!.x).toBeGreaterThanOrEqual(grid!.x)
  expect(place!.x + place!.width).toBeLessThan(grid!.x + grid!.width / 2)

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Alt+Enter')
  const details = page.getByRole('dialog')
  await details.getByRole('button', { name: 'Set its own' }).first().click()
  expect(await axeFaults(page)).toEqual([])
  await details.getByRole('button', { name: /^Add to/ }).click()
  await details.getByLabel('From quantity').last().fill('6')
  await details.getByLabel('Price each').last().fill('9,5')
  await page.keyboard.press('Escape')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  const [, tall] = await stored(store, mug.id)
  expect(tall).toMatchObject({ wholesalePrices: expect.arrayContaining([{ quantity: 6, price: 9.5 }]) })
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = await fetch(`${store.baseUrl}/products/${mug.id}/combinations/${tall!.id}`, { headers })
  expect(await answer.json()).toMatchObject({ attributes: [{ type: 'UPC', value: '4006381333931' }] })
})

test('rows keep their order and their pictures where hundreds are scrolled through, and what is typed its box', async ({
  page,
  store,
}) => {
  const mug = (await readProducts(store)).find(({ name }) => name === 'Stoneware mug')!
  for (let at = 0; at < 120; at++) {
    await makeVariation(store, mug.id, { options: [{ name: 'Fill', value: `Fill ${at}` }], sku: `GRID-${at}` })
  }
  await connect(page, store)
  await open(page, mug.name)
  await tab(page, 'Options & variations').click()
  await (await box(page, 'Fill 0', 'Price')).click()
  await page.keyboard.type('12')
  const typed = variationGrid(page).getByRole('textbox')
  await variationGrid(page).evaluate(async (grid) => {
    for (let n = 0; n < 40; n++) {
      grid.scrollTop += 90
      await new Promise(requestAnimationFrame)
    }
  })
  await expect(typed).toHaveValue('12')
  await expect(typed).toBeFocused()
  const names = () =>
    variationGrid(page)
      .getByRole('rowheader')
      .filter({ hasText: /^Fill / })
      .allInnerTexts()
  const places = (shown: string[]) => shown.map((name) => Number(name.slice('Fill '.length))).filter((at) => at > 0)
  // One that had to keep its element stands at an end; the others as they are read.
  await expect
    .poll(async () => places(await names()).every((at, n, all) => n === 0 || at === all[n - 1]! + 1))
    .toBe(true)
  expect(places(await names()).length).toBeGreaterThan(8)
  const inView = `Fill ${places(await names())[6]}`
  await expect(page.getByRole('button', { name: `Choose a picture for ${inView}`, exact: true })).toBeVisible()
  await expect(await box(page, inView, 'SKU')).toHaveText(`GRID-${inView.slice('Fill '.length)}`)
})
