import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProducts } from '../support/stored-product'
import { edits, review, selectionBar } from './pages/many-products'
import { grid, row, search } from './pages/product-list'

test('forty products are selected by keys, get a subtitle, three are left out, and all of it is undone', async ({
  page,
  store,
}) => {
  const subtitles = async () => (await readProducts(store)).map(({ subtitle }) => subtitle ?? '')
  const before = await subtitles()
  await connect(page, store)
  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(selectionBar(page)).toContainText('1 product selected')
  for (let step = 1; step < 40; step++) await page.keyboard.press('Shift+ArrowDown')
  await expect(selectionBar(page)).toContainText('40 products selected')
  expect(await axeFaults(page)).toEqual([])

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Set a field' })
  await dialog.getByRole('combobox', { name: 'Field' }).fill('Subtitle')
  await page.getByRole('option', { name: 'Subtitle', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Subtitle', exact: true }).fill('Made by hand')
  await expect(dialog.getByRole('listitem').first()).toContainText('Made by hand')
  expect(await axeFaults(page)).toEqual([])
  await review(page)

  await expect(page.getByRole('heading', { level: 1, name: 'Set Subtitle of 40 products' })).toBeVisible()
  await expect(page.getByText('40 products, 40 fields', { exact: true })).toBeVisible()
  expect((await subtitles()).filter((text) => text === 'Made by hand')).toEqual([])
  for (const at of [0, 1, 2]) await edits(page).nth(at).getByRole('checkbox').last().uncheck()
  await expect(page.getByText('37 products, 37 fields', { exact: true })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply to 37 products' }).click()
  await expect(page.getByText(/37 products changed here/)).toBeVisible()
  await expect.poll(async () => (await subtitles()).filter((text) => text === 'Made by hand').length).toBe(37)

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await expect(page.getByText('Set Subtitle of 37 products')).toBeVisible()
  await page.keyboard.press('Control+Shift+U')
  await expect.poll(subtitles).toEqual(before)
})

test('all that a search finds is selected, also what is not in sight, and kept while the order changes', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await row(page, 'Stoneware mug').first().hover()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await expect(selectionBar(page)).toContainText('All 60 products found')
  await page.keyboard.press('x')
  await expect(selectionBar(page)).toContainText('59 of the 60 products found')
  await grid(page).getByRole('button', { name: 'Price' }).click()
  await expect(selectionBar(page)).toContainText('59 of the 60 products found')
  await grid(page).focus()
  await page.keyboard.press('Escape')
  await expect(selectionBar(page)).toHaveCount(0)
})

test('rows are selected by Ctrl and Shift with the mouse, while a click opens as ever', async ({ page, store }) => {
  await connect(page, store)
  const rows = grid(page).locator('[data-index]')
  await rows.nth(1).click({ modifiers: ['Control'] })
  await rows.nth(4).click({ modifiers: ['Shift'] })
  await expect(selectionBar(page)).toContainText('4 products selected')
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveCount(0)
  await rows.nth(2).locator('[data-pick]').click()
  await expect(selectionBar(page)).toContainText('3 products selected')
  await rows.nth(2).click()
  await expect(page.getByRole('textbox', { name: /^Name/ })).toBeVisible()
  await expect(selectionBar(page)).toContainText('3 products selected')
})

test('a review that was being looked at is there after a crash, and nothing was written', async ({
  page,
  store,
  relaunch,
}) => {
  await connect(page, store)
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await selectionBar(page).getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Disable \d+ products$/ })).toBeVisible()
  const before = await readProducts(store)
  const next = await relaunch({ kill: true })
  await next.getByRole('button', { name: /^Review/ }).click()
  await expect(next.getByRole('heading', { level: 1, name: /^Disable \d+ products$/ })).toBeVisible()
  expect(await readProducts(store)).toEqual(before)
  await next.getByRole('button', { name: 'Discard' }).click()
  await expect(next.getByRole('button', { name: /^Review/ })).toHaveCount(0)
})
