import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { copyHtml } from '../support/clipboard'
import { connect } from '../support/connected'
import { search } from './pages/product-list'
import { cell, goToStart, openSheet, press, sheet, showSheet } from './pages/sheet'

test('the numbers of chosen cells are changed by percent from their menu, as one step', async ({ page, store }) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Shift+F10')
  await page.getByRole('menuitem', { name: 'Change numbers…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the selected numbers' })
  await expect(dialog.getByRole('textbox', { name: 'By' })).toBeFocused()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await page.keyboard.type('-10%')
  await press(page, 'Enter')
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('13,05')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('44,10')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('49,00')
})

test('a value is drawn down by the handle of its cell and filled to the right by Ctrl+R, a step each', async ({
  page,
  store,
}) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight')
  // The handle is in the lower right corner of the cell.
  const box = (await sheet(page).boundingBox())!
  const corner = { x: box.x + 545 - 4, y: box.y + 2 * 34 - 4 }
  await page.mouse.move(corner.x, corner.y)
  await page.mouse.down()
  await page.mouse.move(corner.x, corner.y + 34, { steps: 4 })
  await page.mouse.move(corner.x, corner.y + 68, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => cell(page, 'Table lamp “Leuchtturm”', 'Price')).toBe('14,50')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('14,50')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Table lamp “Leuchtturm”', 'Price')).toBe('119,00')

  await goToStart(page)
  await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Compare-to price')).toBe('14,50')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Cost price')).toBe('14,50')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Cost price')).toBe('6,20')
  await press(page, 'Control+y')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Cost price')).toBe('14,50')
})

test('a paste goes to the rows that a search leaves, and what is typed into them stays there though they are found no more', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await showSheet(page)
  await search(page).fill('lamp')
  await expect.poll(() => cell(page, 'Reading lamp', 'Price')).toBe('84,00')
  await goToStart(page)
  await copyHtml(app, '', 'Light one\nLight two\nLight three')
  await press(page, 'Control+v')
  await expect.poll(() => cell(page, 'Light two', 'Name')).toBe('Light two')
  await expect(sheet(page).getByText('Light three', { exact: true })).toBeAttached()
  await search(page).fill('mug')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('14,50')
  await expect(page.getByRole('button', { name: 'Review 3 products' })).toBeVisible()
})

test('a column is copied and added up whole, and F2 on a description opens its editor', async ({
  app,
  page,
  store,
}) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight', 'Control+Shift+ArrowDown')
  const foot = page.locator('[data-foot="sheet"]')
  const rows = await sheet(page).evaluate((canvas) =>
    Number(canvas.querySelector('table')?.getAttribute('aria-rowcount') ?? 0),
  )
  await expect(foot).toContainText(`Count ${rows - 1}`)
  await press(page, 'Control+c')
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText()).then((text) => text.split('\n'))
  await expect.poll(async () => (await copied()).length).toBe(rows - 1)
  expect((await copied())[0]).toBe('14,50')

  await page.getByRole('button', { name: 'Columns' }).click()
  for (const name of ['Categories', 'Cost price', 'Weight'])
    await page.getByRole('checkbox', { name, exact: true }).uncheck()
  await page.getByRole('checkbox', { name: 'Description', exact: true }).check()
  await press(page, 'Escape')
  await goToStart(page)
  const titles = sheet(page).locator('[role="columnheader"]')
  await expect(titles.filter({ hasText: /^\s*Description\s*$/ })).toBeAttached()
  const names = (await titles.allTextContents()).map((title) => title.trim())
  for (let step = names.indexOf('Description'); step > 0; step--) await press(page, 'ArrowRight')
  await press(page, 'F2')
  const dialog = page.getByRole('dialog', { name: 'Description: Stoneware mug' })
  await dialog.getByRole('textbox', { name: 'Description' }).click()
  await press(page, 'Control+End')
  await page.keyboard.type(' Made by hand.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Review 1 product' })).toBeVisible()
})

test.describe('with many products', () => {
  test.use({ storeArguments: ['--products', '3000'] })

  test('a column of rows that are not read yet is copied whole, and a cut empties all of it in one step', async ({
    app,
    page,
    store,
  }) => {
    await openSheet(page, store)
    await expect(page.getByText('3,000 products', { exact: true }).first()).toBeVisible()
    await press(page, 'ArrowRight', 'Control+Shift+ArrowDown', 'Control+c')
    const copied = () => app.evaluate(({ clipboard }) => clipboard.readText()).then((text) => text.split('\n'))
    await expect.poll(async () => (await copied()).length, { timeout: 30_000 }).toBe(3000)
    expect(new Set(await copied()).size).toBe(3000)

    await press(page, 'Control+x')
    await expect(page.getByRole('button', { name: 'Review 3,000 products' })).toBeVisible()
    await expect.poll(() => cell(page, 'Stoneware mug', 'SKU')).toBe('')
    await press(page, 'Control+z')
    await expect.poll(() => cell(page, 'Stoneware mug', 'SKU')).toBe('MUG-01')
  })
})
