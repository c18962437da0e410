import { readFileSync, statSync } from 'node:fs'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { choose } from '../support/menu'
import { savesTo } from '../support/save-dialog'
import { sizeWindow } from '../support/tour'
import { closeFilters, filters, openFilters } from './pages/filters'
import { grid, search } from './pages/product-list'
import { goTo } from './pages/screens'
import { cell, goToStart, press, sheet, showSheet } from './pages/sheet'
import { actOnView, saveView, view, views } from './pages/views'

test('what is filtered is saved as a view, opened again, there after a restart, and removed with a way back', async ({
  page,
  store,
  relaunch,
}) => {
  await connect(page, store)
  const save = page.getByRole('button', { name: 'Save view…' })
  await expect(views(page)).toHaveCount(0)
  await expect(save).toHaveCount(0)

  await openFilters(page)
  await filters(page).getByText('Out of stock', { exact: true }).click()
  await closeFilters(page)
  await search(page).fill('m')
  await saveView(page, 'Sold out')
  await expect(save).toHaveCount(0)
  const found = await grid(page).getAttribute('aria-rowcount')

  await view(page, 'All products').click()
  await expect(search(page)).toHaveValue('')
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', found ?? '')
  await showSheet(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'SKU', exact: true }).uncheck()
  await page.keyboard.press('Escape')
  await saveView(page, 'Prices')
  await goTo(page, 'Changes')
  await view(page, 'Sold out').click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', found ?? '')
  await view(page, 'Prices').click()

  const again = await relaunch()
  await expect(sheet(again)).toBeVisible()
  await expect(view(again, 'Prices')).toHaveAttribute('aria-current', 'true')
  await goToStart(again)
  await press(again, 'ArrowRight')
  await expect.poll(() => cell(again, 'Stoneware mug', 'Price')).toBe('14,50')
  await expect(sheet(again).getByRole('columnheader', { name: 'SKU' })).toHaveCount(0)

  await actOnView(again, 'Prices', 'Remove')
  await expect(view(again, 'All products')).toHaveAttribute('aria-current', 'true')
  await again.getByRole('button', { name: 'Undo' }).click()
  await expect(view(again, 'Prices')).toHaveAttribute('aria-current', 'true')
  await expect(views(again).getByRole('listitem')).toHaveText(['All products', 'Sold out', 'Prices'])
})

test('a view that was changed says so, and is saved, saved as new, reset, renamed and moved', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await search(page).fill('mug')
  await saveView(page, 'Mugs')
  const actions = page.getByRole('group', { name: 'View', exact: true })
  await expect(actions).toHaveCount(0)

  await search(page).fill('bowl')
  await expect(view(page, 'Mugs (changed)')).toBeVisible()
  await actions.getByRole('button', { name: 'Reset' }).click()
  await expect(search(page)).toHaveValue('mug')
  await expect(actions).toHaveCount(0)

  await search(page).fill('bowl')
  await actions.getByRole('button', { name: 'Save as new…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('mugs')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Another view has this name')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bowls')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(views(page).getByRole('listitem')).toHaveText(['All products', 'Mugs', 'Bowls'])

  await view(page, 'Mugs').click()
  await search(page).fill('cup')
  await actions.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(actions).toHaveCount(0)
  await view(page, 'Bowls').click()
  await expect(search(page)).toHaveValue('bowl')
  await view(page, 'Mugs').click()
  await expect(search(page)).toHaveValue('cup')

  await actOnView(page, 'Mugs', 'Rename…')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Cups of all sizes and colours, with and without handles')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const cups = view(page, 'Cups of all sizes and colours, with and without handles')
  await expect(cups).toHaveAttribute('title', 'Cups of all sizes and colours, with and without handles')

  await view(page, 'Bowls').hover()
  await page.mouse.down()
  const { x, y } = (await cups.boundingBox())!
  await page.mouse.move(x + 40, y + 20)
  await page.mouse.move(x + 40, y + 2)
  await page.mouse.up()
  await expect(views(page).getByRole('listitem')).toHaveText(['All products', 'Bowls', /^Cups/])
  // What was dragged was not pressed.
  await expect(search(page)).toHaveValue('cup')
})

test('by the keys alone: save, go to, move, rename and remove a view', async ({ app, page, store }) => {
  await connect(page, store)
  const nameBox = page.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await search(page).focus()
  await page.keyboard.type('mug')
  await choose(app, page, 'Save View…')
  await expect(page.getByRole('dialog', { name: 'Save view' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await expect(nameBox).toBeFocused()
  await page.keyboard.type('Mugs')
  await press(page, 'Enter')
  await expect(view(page, 'Mugs')).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await search(page).focus()
  await press(page, 'Control+a')
  await page.keyboard.type('lamp')
  await expect(view(page, 'Mugs (changed)')).toBeVisible()
  const asNew = page.getByRole('button', { name: 'Save as new…' })
  await asNew.focus()
  expect(await axeFaults(page)).toEqual([])
  await press(page, 'Enter')
  await expect(nameBox).toBeFocused()
  await page.keyboard.type('Lamps')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'View: Lamps' })).toBeFocused()

  await choose(app, page, 'Go to View…')
  await expect(page.getByRole('combobox', { name: 'View' })).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.type('mu')
  await press(page, 'Enter')
  await expect(search(page)).toHaveValue('mug')

  await view(page, 'Lamps').focus()
  await press(page, 'Alt+ArrowUp')
  await expect(views(page).getByRole('listitem')).toHaveText(['All products', 'Lamps', 'Mugs'])
  await expect(view(page, 'Lamps')).toBeFocused()
  await expect(page.getByText('Lamps, place 1 of 2.')).toBeAttached()
  await press(page, 'Control+z')
  await expect(views(page).getByRole('listitem')).toHaveText(['All products', 'Mugs', 'Lamps'])
  await expect(view(page, 'Lamps')).toBeFocused()

  await press(page, 'Tab', 'Enter')
  await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
  await press(page, 'Enter')
  await expect(nameBox).toBeFocused()
  await page.keyboard.type('Light')
  await press(page, 'Enter')
  await expect(view(page, 'Light')).toBeVisible()

  // Without room for names, the views are a menu.
  await sizeWindow(app, 860, 700)
  await page.getByRole('button', { name: 'Views', exact: true }).focus()
  await press(page, 'Enter')
  await page.getByRole('menuitemradio', { name: 'Light' }).focus()
  expect(await axeFaults(page)).toEqual([])
  await press(page, 'Enter')
  await expect(search(page)).toHaveValue('lamp')
  await page.getByRole('button', { name: 'View: Light' }).focus()
  await press(page, 'Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).focus()
  await press(page, 'Enter')
  await expect(search(page)).toHaveValue('')
  await expect(page.getByText('View “Light” removed.')).toBeVisible()
})

test('a view is exported by its name with its columns, and again in one step, as no other', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('mug-prices.csv')
  await connect(page, store)
  await showSheet(page)
  await search(page).fill('mug')
  await saveView(page, 'Mug prices')
  await savesTo(app, file)
  await choose(app, page, 'Export Products…')
  const dialog = page.getByRole('dialog', { name: 'Export products' })
  await expect(dialog.getByRole('radio', { name: /^“Mug prices”: \d+ products$/ })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'Those of “Mug prices”' })).toBeChecked()
  await expect(
    dialog.getByText(/^Name, SKU, Price, .* and \d more\. The ID of each product goes along\.$/),
  ).toBeVisible()
  await dialog.getByRole('radio', { name: 'CSV for a spreadsheet' }).check()
  await dialog.getByText('9.99 and commas').click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog.getByRole('button', { name: /^Export \d+ products…$/ }).click()
  await expect(page.getByText(/^mug-prices\.csv has \d+ products\.$/)).toBeVisible()
  const [header = ''] = readFileSync(file, 'utf8').split('\r\n')
  expect(header).toMatch(/"Name","SKU","Price","Compare-to price","Cost price"/)
  expect(header).not.toContain('Description')

  const again = dialog.getByRole('button', { name: 'Export mug-prices.csv again' })
  await choose(app, page, 'Export Products…')
  const { mtimeMs } = statSync(file)
  await again.click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => statSync(file).mtimeMs).toBeGreaterThan(mtimeMs)
  await view(page, 'All products').click()
  await choose(app, page, 'Export Products…')
  await expect(dialog.getByRole('radio', { name: 'All 60 products' })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: 'All that are not empty' })).toBeChecked()
  await expect(again).toHaveCount(0)
})
