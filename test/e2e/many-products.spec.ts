import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readProducts } from '../support/stored-product'
import { edits, review, selectionBar } from './pages/many-products'
import { grid, row, search } from './pages/product-list'

/** So many products by keys, and the field that is to be set for them. */
async function askFor(page: Page, count: number, subtitle: string): Promise<void> {
  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(selectionBar(page)).toContainText('1 product selected')
  for (let step = 1; step < count; step++) await page.keyboard.press('Shift+ArrowDown')
  await expect(selectionBar(page)).toContainText(`${count} products selected`)
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Set a field' })
  await dialog.getByRole('combobox', { name: 'Field' }).fill('Subtitle')
  await page.getByRole('option', { name: 'Subtitle', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Subtitle', exact: true }).fill(subtitle)
  await expect(dialog.getByRole('listitem').first()).toContainText(subtitle)
}

test('forty products are selected by keys, get a subtitle, three are left out, and all of it is undone', async ({
  page,
  store,
}) => {
  const subtitles = async () => (await readProducts(store)).map(({ subtitle }) => subtitle ?? '')
  const before = await subtitles()
  await connect(page, store)
  await askFor(page, 40, 'Made by hand')
  await review(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Set Subtitle of 40 products' })).toBeVisible()
  await expect(page.getByText('40 products, 40 fields', { exact: true })).toBeVisible()
  expect((await subtitles()).filter((text) => text === 'Made by hand')).toEqual([])
  for (const at of [0, 1, 2]) await edits(page).nth(at).getByRole('checkbox').last().uncheck()
  await page.getByRole('button', { name: 'Apply to 37 products' }).click()
  await expect(page.getByText(/^37 products changed/)).toBeVisible()
  await expect.poll(async () => (await subtitles()).filter((text) => text === 'Made by hand').length).toBe(37)

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await expect(page.getByText('Set Subtitle of 37 products')).toBeVisible()
  // So many are looked at before they go back.
  await page.keyboard.press('Control+z')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /37 changes$/ })
    .click()
  await expect.poll(subtitles).toEqual(before)
})

test('what is said in passing covers no button of the selected products', async ({ page, store }) => {
  await connect(page, store)
  await row(page, 'Stoneware mug')
    .first()
    .click({ modifiers: ['Control'] })
  await expect(selectionBar(page)).toContainText('1 product selected')
  await row(page, 'Water carafe').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Delete/ }).click()
  const said = page.getByRole('status').filter({ hasText: 'Deleted Water carafe' })
  const foot = async (box: Promise<{ y: number; height: number } | null>) => ((b) => b!.y + b!.height)(await box)
  await expect.poll(() => foot(said.boundingBox())).toBeLessThanOrEqual((await selectionBar(page).boundingBox())!.y)
})

test('can be read by everybody: the selection, what is asked for, and the review', async ({ page, store }) => {
  await connect(page, store)
  await askFor(page, 3, 'Made by hand')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await review(page)
  await expect(edits(page).first()).toBeVisible()
  expect(await axeFaults(page, 'section[aria-label="Review"]')).toEqual([])
  await page.getByRole('button', { name: /^Catalogue/ }).click()
  expect(await axeFaults(page, '[role="toolbar"], [role="grid"]')).toEqual([])
})

test('prices are changed by a rule, and a word in the names', async ({ page, store }) => {
  await connect(page, store)
  const of = async (name: string) => (await readProducts(store)).find((one) => one.name === name)
  const before = (await of('Wall clock'))?.price ?? 0
  await search(page).fill('wall clock')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('p')
  const prices = page.getByRole('dialog', { name: 'Prices and sales' })
  await expect(prices.getByRole('textbox', { name: 'Percent' })).toBeFocused()
  await page.keyboard.type('10 %')
  await expect(prices.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Apply to/ }).click()
  await expect.poll(async () => (await of('Wall clock'))?.price).toBeCloseTo(before * 1.1, 2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('All of it was undone.')).toBeVisible()
  await expect(edits(page).first()).toContainText('Undone')
  await expect.poll(async () => (await of('Wall clock'))?.price).toBe(before)

  await page.getByRole('button', { name: /^Catalogue/ }).click()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('r')
  const replace = page.getByRole('dialog', { name: 'Find and replace' })
  await replace.getByRole('textbox', { name: 'Find' }).fill('clock')
  await replace.getByRole('textbox', { name: 'Replace with' }).fill('watch')
  await expect(replace.getByRole('listitem').first()).toBeVisible()
  await review(page)
  await page.getByRole('button', { name: /^Apply to/ }).click()
  await expect.poll(async () => (await of('Wall watch')) !== undefined).toBe(true)
})

test('stock comes from a pasted list, whose lines that cannot be placed are named', async ({ page, store }) => {
  await connect(page, store)
  const clock = async () => (await readProducts(store)).find((one) => one.name === 'Wall clock')
  const before = await clock()
  await search(page).fill('wall clock')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('s')
  const stock = page.getByRole('dialog', { name: 'Stock' })
  await stock.getByText('From a list').click()
  const pasted = `SKU\tStock\n${before?.sku}\t3\nNONE\t1\n`
  await stock.getByRole('textbox', { name: 'SKUs and numbers' }).fill(pasted)
  await expect(stock.getByText('1 line of 2 can be used')).toBeVisible()
  await expect(stock.getByText('No product has this SKU.')).toBeVisible()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await review(page)
  await page.getByRole('button', { name: /^Apply to/ }).click()
  await expect.poll(async () => (await clock())?.quantity).toBe((before?.quantity ?? 0) + 3)
})

test('a text comes from a pattern, once it has no name that stands for nothing', async ({ page, store }) => {
  await connect(page, store)
  await search(page).fill('wall clock')
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('f')
  const fill = page.getByRole('dialog', { name: 'Fill from a pattern' })
  const pattern = fill.getByRole('textbox', { name: 'Pattern' })
  await pattern.fill('{nme:upper}')
  await expect(fill.getByText('There is no {nme}', { exact: false })).toBeVisible()
  await expect(fill.getByRole('button', { name: /^Review/ })).toBeDisabled()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await pattern.fill('{name:upper} {number:2}')
  await expect(fill.getByRole('listitem').first()).toContainText('WALL CLOCK 01')
  await review(page)
  await page.getByRole('button', { name: /^Apply to/ }).click()
  await expect.poll(async () => (await readProducts(store)).some(({ name }) => name === 'WALL CLOCK 01')).toBe(true)
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

test('rows are selected by a drag from a tick, also those that scroll in, and Shift goes on from there', async ({
  page,
  store,
}) => {
  await connect(page, store)
  const rows = grid(page).locator('[data-index]')
  const place = async (index: number) => {
    const row = grid(page).locator(`[data-index="${index}"]`)
    await row.hover()
    const box = (await row.locator('[data-pick]').boundingBox())!
    return [box.x + box.width / 2, box.y + box.height / 2] as const
  }
  const fourth = await place(4)
  const first = await place(1)
  await page.mouse.move(...first)
  await page.mouse.down()
  await page.mouse.move(fourth[0], fourth[1], { steps: 4 })
  await expect(selectionBar(page)).toContainText('4 products selected')
  await page.mouse.move(first[0], first[1] + 52, { steps: 2 })
  await expect(selectionBar(page)).toContainText('2 products selected')
  const list = (await grid(page).boundingBox())!
  await page.mouse.move(first[0], list.y + list.height - 4, { steps: 4 })
  await expect(selectionBar(page)).toContainText('59 products selected')
  await page.mouse.move(fourth[0], fourth[1])
  await page.mouse.up()
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveCount(0)

  await grid(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await rows.nth(2).hover()
  await rows.nth(2).locator('[data-pick]').click()
  const last = await place(8)
  const next = await place(6)
  await page.mouse.move(...next)
  await page.keyboard.down('Shift')
  await page.mouse.down()
  await page.mouse.move(last[0], last[1], { steps: 3 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(selectionBar(page)).toContainText('7 products selected')
})

test('a review that was being looked at is there after a crash, and nothing was written', async ({
  page,
  store,
  relaunch,
}) => {
  await connect(page, store)
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await selectionBar(page).getByRole('button', { name: 'Hide' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Hide \d+ products$/ })).toBeVisible()
  const before = await readProducts(store)
  const next = await relaunch({ kill: true })
  await next.getByRole('button', { name: /^Review/ }).click()
  await expect(next.getByRole('heading', { level: 1, name: /^Hide \d+ products$/ })).toBeVisible()
  expect(await readProducts(store)).toEqual(before)
  await next.getByRole('button', { name: 'Discard' }).click()
  await expect(next.getByRole('button', { name: /^Review/ })).toHaveCount(0)
  await next.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(next.getByRole('heading', { level: 1, name: /^Hide \d+ products$/ })).toBeVisible()
  await next.getByRole('button', { name: 'Discard' }).click()
  await expect(next.getByRole('button', { name: /^Review/ })).toHaveCount(0)
})

test('what is on its way is held and cancelled on its own screen, and a review that was worked on is asked about before it goes', async ({
  page,
  store,
}) => {
  await connect(page, store)
  const names = async () => (await readProducts(store)).map(({ subtitle }) => subtitle ?? '')
  const before = await names()
  await askFor(page, 5, 'Made by hand')
  await review(page)
  await edits(page).first().getByRole('checkbox').last().uncheck()
  await page.getByRole('button', { name: /^Catalogue/ }).click()
  await selectionBar(page).getByRole('button', { name: 'Hide' }).click()
  const question = page.getByRole('dialog', { name: 'Discard the other review?' })
  await expect(question).toContainText('you left out 1 of its edits')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await question.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: /^Review/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Set Subtitle of 4 products' })).toBeVisible()

  await store.stop()
  await page.getByRole('button', { name: 'Apply to 4 products' }).click()
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await expect(page.getByText('In the store: 0 of 4 changes, held')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel…' }).click()
  await page.getByRole('button', { name: 'Cancel the changes' }).click()
  await expect(page.getByText('It was cancelled. In the store: 0 of 4 changes.', { exact: false })).toBeVisible()
  await store.start()
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await names()).toEqual(before)
})

test('a review is searched, and has a heading for each field', async ({ page, store }) => {
  await connect(page, store)
  await askFor(page, 5, 'Made by hand')
  await review(page)
  await page.locator('label').filter({ hasText: 'By field' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Subtitle' })).toBeVisible()
  await expect(edits(page)).toHaveCount(6)
  // The last one, whichever it is while products still come.
  const [name = ''] = (await edits(page).last().innerText()).split('\n').filter(Boolean)
  await page.getByRole('searchbox', { name: 'Search the review' }).fill(name.toLowerCase())
  await expect(edits(page)).toHaveCount(2)
  await expect(edits(page).last()).toContainText(name)
  expect(await axeFaults(page, 'section[aria-label="Review"]')).toEqual([])
})

test('an option comes to several products, and their variations are generated, in one review each', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await search(page).fill('clock')
  await expect(row(page, 'Wall clock')).toBeVisible()
  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Options and variations' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Engraving')
  await dialog.getByRole('textbox', { name: 'Choices, one a line' }).fill('None\nOne side\nBoth sides')
  await expect(dialog.getByRole('listitem').first()).toContainText('Engraving')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await review(page)
  await page.getByRole('button', { name: /^Apply to/ }).click()
  await expect(page.getByText(/products? changed/)).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('o')
  await dialog.getByText('Generate variations', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Of these options' }).fill('Engraving')
  await expect(dialog.getByRole('listitem').first()).toContainText(/ONE-SIDE|NONE/)
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await review(page)
  await expect(page.getByText(/new variations/).first()).toBeVisible()
  expect(await axeFaults(page, 'section[aria-label="Review"]')).toEqual([])
  await page.getByRole('button', { name: /^Apply to/ }).click()
  await expect(page.getByText(/products? changed/)).toBeVisible()
  const engraved = async () =>
    (await readProducts(store))
      .find(({ name }) => name === 'Wall clock')
      ?.combinations.flatMap(({ options }) => options.map(({ value }) => value))
  await expect.poll(engraved).toEqual(['None', 'One side', 'Both sides'])
})
