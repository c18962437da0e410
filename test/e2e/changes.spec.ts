import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { readProduct, readProducts } from '../support/stored-product'
import { conflicts, holdAll, showChanges } from './pages/changes-screen'
import { goTo } from './pages/screens'
import { call, connectionOf } from './pages/window-calls'

const priceOf = async (store: DemoStore, id: number) => (await readProducts(store)).find((one) => one.id === id)?.price

/** The first products of the list, and one unit more for the price of each, as one change set. */
async function raisePrices(page: Page, count: number) {
  const connectionId = await connectionOf(page)
  const { rows } = await call(page, 'catalogue.search', { connectionId, query: {}, offset: 0, limit: count })
  const operations = rows.map(({ id, price }) => ({
    kind: 'update' as const,
    productId: id,
    fields: { price: (price ?? 0) + 1 },
  }))
  await call(page, 'changes.apply', {
    connectionId,
    source: 'list',
    label: { code: 'edit-product', product: 'the prices' },
    operations,
  })
  return { connectionId, rows }
}

test('edits made offline meet changes of others: decided together, undone, decided again, reverted', async ({
  page,
  store,
  relaunch,
}) => {
  await connect(page, store)
  const before = await readProducts(store)

  await store.stop()
  const { rows: raised } = await raisePrices(page, 5)
  const again = await relaunch()
  await again
    .getByText(raised[0]?.name ?? '')
    .first()
    .waitFor()
  await goTo(again, 'Changes')
  await expect(again.getByText('Edit the prices')).toBeVisible()

  // Nothing goes until the others are done.
  const holdAll = again.getByRole('switch', { name: 'Hold all sending' })
  await holdAll.check()
  await store.start()
  const named = (name: string) => before.find((one) => one.name === name)?.id ?? 0
  const ids = raised.map(({ name }) => named(name))
  for (const id of ids) await store.control('POST', `/products/${id}`, { price: 500 })
  await holdAll.uncheck()
  await again.getByRole('button', { name: 'Send now' }).click()
  await showChanges(again, /^Conflicts/)
  await expect(again.getByText('Price 5 conflicts')).toBeVisible({ timeout: 30_000 })
  await expect(conflicts(again).getByText('€500,00')).toHaveCount(5)

  await again.getByRole('button', { name: 'All the store’s' }).click()
  await again.getByRole('button', { name: 'Undo' }).last().click()
  await expect(again.getByText('Price 5 conflicts')).toBeVisible()
  await again.getByRole('button', { name: 'All mine' }).click()
  await expect(async () => {
    const prices = await Promise.all(ids.map((id) => priceOf(store, id)))
    expect(prices).toEqual(raised.map(({ price }) => (price ?? 0) + 1))
  }).toPass({ timeout: 30_000 })

  await showChanges(again, /^Sent/)
  await again.getByRole('button', { name: 'Undo…' }).first().click()
  const dialog = again.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: raised[0]?.name ?? '' }).uncheck()
  await dialog.getByRole('button', { name: 'Undo 4 changes' }).click()
  await expect(async () => {
    const prices = await Promise.all(ids.map((id) => priceOf(store, id)))
    expect(prices).toEqual([(raised[0]?.price ?? 0) + 1, 500, 500, 500, 500])
  }).toPass({ timeout: 30_000 })

  await goTo(again, 'Catalogue')
  await again
    .getByText(raised[1]?.name ?? '')
    .first()
    .click()
  await showChanges(again, /^History/)
  const history = again.getByRole('tabpanel').getByRole('listitem')
  await expect(history.filter({ hasText: 'You, undone' })).toHaveCount(1)
  await expect(history.filter({ hasText: 'You, in the list' })).toHaveCount(1)
  await expect(history.filter({ hasText: 'By others' }).getByText('€500,00')).toBeVisible()
})

test('the queue is held over a restart, released, and takes back one entry', async ({ page, store, relaunch }) => {
  await connect(page, store)
  await goTo(page, 'Changes')
  await holdAll(page).check()
  const { rows } = await raisePrices(page, 3)
  await expect(page.getByText('3 unsent changes held')).toBeVisible()
  const again = await relaunch()
  await expect(again.getByText('3 unsent changes held')).toBeVisible()
  await goTo(again, 'Changes')
  await again.getByRole('button', { name: /^Edit the prices/ }).click()
  await again.getByRole('button', { name: 'Take back', exact: true }).first().click()
  await expect(again.getByText('2 unsent changes held')).toBeVisible()
  await holdAll(again).uncheck()
  await expect(again.getByText('Nothing is waiting')).toBeVisible()
  const prices = (await readProducts(store)).filter(({ name }) => rows.some((row) => row.name === name))
  expect(prices.map(({ price }) => price).sort()).toEqual(
    rows.map(({ price }, index) => (price ?? 0) + (index === 0 ? 0 : 1)).sort(),
  )
})

test('Ctrl+Z takes the last change back and Ctrl+Shift+Z does it again; in the form they mean what was typed', async ({
  page,
  store,
}) => {
  await connect(page, store)
  const { rows } = await raisePrices(page, 1)
  const id = (await readProducts(store)).find(({ name }) => name === rows[0]?.name)?.id ?? 0
  const price = rows[0]?.price ?? 0
  await expect.poll(() => priceOf(store, id)).toBe(price + 1)
  await page.keyboard.press('Control+z')
  await expect.poll(() => priceOf(store, id)).toBe(price)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => priceOf(store, id)).toBe(price + 1)

  for (const keys of ['Control+Shift+z', 'Control+y']) {
    await page.keyboard.press('Control+z')
    await expect.poll(() => priceOf(store, id)).toBe(price)
    await page.keyboard.press(keys)
    await expect.poll(() => priceOf(store, id)).toBe(price + 1)
  }
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('There is nothing to redo.')).toBeVisible()

  await page
    .getByText(rows[0]?.name ?? '')
    .first()
    .click()
  const enabled = page.getByRole('region', { name: 'Product' }).getByRole('switch', { name: 'Enabled' })
  // Without its words, the switch is drawn over the box that it stands for.
  await enabled.press('Space')
  await expect(enabled).not.toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(enabled).toBeChecked()
  await page.keyboard.press('Control+Shift+z')
  await expect(enabled).not.toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(enabled).toBeChecked()
  expect(await priceOf(store, id)).toBe(price + 1)
})

test('a product deleted in the store while it was edited is made anew with what was typed', async ({ page, store }) => {
  await connect(page, store)
  const connectionId = await connectionOf(page)
  await call(page, 'changes.holdAll', { connectionId, hold: true })
  const { rows } = await raisePrices(page, 1)
  const [row] = rows
  const gone = (await readProducts(store)).find(({ name }) => name === row?.name)?.id ?? 0
  await store.control('DELETE', `/products/${gone}`)
  await call(page, 'changes.holdAll', { connectionId, hold: false })
  await page
    .getByText(row?.name ?? '')
    .first()
    .click()
  await page.getByRole('button', { name: 'Make it anew' }).click()
  await expect(page.getByRole('heading', { name: row?.name ?? '' })).toBeVisible()
  await expect
    .poll(async () => (await readProducts(store)).find(({ name }) => name === row?.name)?.price)
    .toBe((row?.price ?? 0) + 1)
  expect((await readProducts(store)).filter(({ name }) => name === row?.name)).toHaveLength(1)
})

test('a third value of a conflict is read as the store writes it', async ({ page, store }) => {
  await connect(page, store)
  const connectionId = await connectionOf(page)
  await call(page, 'changes.holdAll', { connectionId, hold: true })
  const [row] = (await raisePrices(page, 1)).rows
  const id = (await readProducts(store)).find(({ name }) => name === row?.name)?.id ?? 0
  await store.control('POST', `/products/${id}`, { price: 777 })
  await call(page, 'changes.holdAll', { connectionId, hold: false })
  await goTo(page, 'Changes')
  await showChanges(page, /^Conflicts/)
  await conflicts(page).getByRole('button', { name: 'Other…' }).click({ timeout: 30_000 })
  const third = page.getByLabel('Another value', { exact: true })
  await third.fill('cheap')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Enter the price as a number; 0 is free.')).toBeVisible()
  await third.fill('1,000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1000 or 1? Choose what you mean.')).toBeVisible()
  await expect(third).toHaveValue('1,000')
  await third.fill('1.234,5')
  await page.keyboard.press('Enter')
  await expect.poll(() => priceOf(store, id), { timeout: 30_000 }).toBe(1234.5)
})

test('a product deleted here while it was edited in the store is asked about', async ({ page, store }) => {
  await connect(page, store)
  const connectionId = await connectionOf(page)
  const { rows } = await call(page, 'catalogue.search', { connectionId, query: {}, offset: 0, limit: 1 })
  const [row] = rows
  const id = (await readProducts(store)).find(({ name }) => name === row?.name)?.id ?? 0
  await call(page, 'changes.apply', {
    connectionId,
    source: 'list',
    label: { code: 'delete-product', product: 'it' },
    operations: [{ kind: 'delete', productId: row?.id ?? 0 }],
  })
  await store.control('POST', `/products/${id}`, { price: 777 })
  await goTo(page, 'Changes')
  await showChanges(page, /^Conflicts/)
  await expect(conflicts(page).getByText(/Price: .* → €777,00/)).toBeVisible({ timeout: 30_000 })
  await conflicts(page).getByRole('button', { name: 'Keep it' }).click()
  await goTo(page, 'Catalogue')
  await expect(page.getByText('€777,00').first()).toBeVisible()
  expect(await priceOf(store, id)).toBe(777)
})

test('a conflict about the order of pictures shows each order apart and its buttons, in a narrow window too', async ({
  page,
  app,
  store,
}) => {
  await connect(page, store)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600))
  await goTo(page, 'Changes')
  await holdAll(page).click()
  await expect(page.getByText('Sending is held', { exact: false })).toBeVisible()
  await goTo(page, 'Catalogue')
  await page.getByRole('row').filter({ hasText: 'Stoneware mug' }).first().dblclick()
  await page.getByRole('tab', { name: /Media/ }).click()
  await page.getByRole('button', { name: /^Picture 3 of 4/ }).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByText('1 unsent change held')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Product' }).getByText('Held', { exact: true })).toBeVisible()

  const mug = await readProduct(store, 'Stoneware mug')
  const [main, ...others] = mug.media.images
  const images = [main, ...others.reverse()].map((image, orderBy) => ({ id: image?.id, orderBy }))
  await store.control('POST', `/products/${mug.id}`, { media: { images } })

  await goTo(page, 'Changes')
  await holdAll(page).click()
  await showChanges(page, /^Conflicts/)
  const pictures = conflicts(page).locator('td img')
  await expect(pictures).toHaveCount(12)
  const outside = await pictures.evaluateAll(
    (all) =>
      all.filter((picture) => {
        const cell = picture.closest('td')?.getBoundingClientRect()
        return !cell || picture.getBoundingClientRect().right > cell.right
      }).length,
  )
  expect(outside).toBe(0)
  await expect(conflicts(page).getByRole('button', { name: 'The store’s' })).toBeInViewport({ ratio: 1 })
})
