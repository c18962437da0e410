import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { choose } from '../support/menu'
import { onTheWeb } from '../support/on-the-web'
import { savesTo } from '../support/save-dialog'
import { readProducts } from '../support/stored-product'
import { selectionBar } from './pages/many-products'
import { tab } from './pages/product-form'
import { fromToolbar, grid, search } from './pages/product-list'
import { dropOnWindow } from './pages/screens'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export products' })

test('what a search finds goes into a CSV, by keyboard alone, and into the same file again in one step', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('mugs.csv')
  await connect(page, store)
  await search(page).fill('mug')
  await savesTo(app, file)

  await choose(app, page, 'Export Products…')
  const found = dialog(page).getByRole('radio', { name: /products found$/ })
  await expect(found).toBeChecked()
  const skus = (await readProducts(store)).filter(({ name }) => /mug/i.test(name)).map(({ sku }) => sku)
  await dialog(page).getByRole('radio', { name: 'CSV for a spreadsheet' }).check()
  await dialog(page).getByText('9,99 and semicolons').click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page)
    .getByRole('button', { name: /^Export \d+ products…$/ })
    .press('Enter')
  await expect(page.getByText(/^mugs\.csv has \d+ products\.$/)).toBeVisible()
  const text = readFileSync(file, 'utf8')
  for (const sku of skus) expect(text).toContain(`"${sku}"`)
  expect(text).toMatch(/"Ecwid ID";.*"Price";/)

  // What its owner made of it is not written over.
  writeFileSync(file, 'edited')
  const second = info.outputPath('second.csv')
  await savesTo(app, second)
  await fromToolbar(page, 'Export products…')
  await dialog(page).getByRole('button', { name: 'Export mugs.csv again' }).click()
  await expect(page.getByText(/^second\.csv has/)).toBeVisible()
  expect([readFileSync(second, 'utf8'), readFileSync(file, 'utf8')]).toEqual([text, 'edited'])
})

test('selected products go into a workbook, and what cannot be written says so', async ({ app, page, store }, info) => {
  await connect(page, store)
  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(selectionBar(page)).toContainText('1 product selected')
  await page.keyboard.press('Shift+ArrowDown')
  await savesTo(app, info.outputPath('no such folder', 'two.xlsx'))
  await selectionBar(page).getByRole('button', { name: 'Export' }).click()
  await expect(dialog(page).getByRole('radio', { name: '2 products selected' })).toBeChecked()
  const go = dialog(page).getByRole('button', { name: 'Export 2 products…' })
  await go.click()
  await expect(page.getByRole('alert')).toContainText('The file could not be written there. Nothing was saved')

  await savesTo(app, info.outputPath('two.xlsx'))
  await choose(app, page, 'Export Products…')
  // However low the window is, its buttons are not under what is said.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(760, 520))
  const footOfDialog = async () => (({ y, height }) => y + height)((await dialog(page).boundingBox())!)
  await expect.poll(footOfDialog).toBeLessThanOrEqual((await page.getByRole('alert').boundingBox())!.y)
  await go.click()
  await expect(page.getByText('two.xlsx has 2 products.')).toBeVisible()
  // A workbook is an archive.
  expect(readFileSync(info.outputPath('two.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('Ecwid’s own file has the categories too where that is asked for', async ({ app, page, store }, info) => {
  const file = info.outputPath('catalog.csv')
  await connect(page, store)
  await savesTo(app, file)
  await choose(app, page, 'Export Products…')
  const categories = dialog(page).getByRole('checkbox', { name: 'With the categories, in rows of their own' })
  await expect(categories).toBeHidden()
  await dialog(page).getByRole('radio', { name: 'Ecwid’s catalogue file' }).check()
  await categories.check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page)
    .getByRole('button', { name: /^Export \d+ products…$/ })
    .click()
  await expect(page.getByText(/^catalog\.csv has \d+ products and \d+ categories\.$/)).toBeVisible()
  expect(readFileSync(file, 'utf8')).toMatch(/^type,.*,category_internal_id,category_path,.*\r\ncategory,/)
})

test('pictures and files for buyers come into a folder beside the table, which adds nothing dropped here again', async ({
  app,
  page,
  store,
}, info) => {
  const mug = (await readProducts(store)).find(({ name }) => /mug/i.test(name))!
  await onTheWeb(store, 'POST', `/products/${mug.id}/files?fileName=guide.pdf`, 'how to care for it')
  await connect(page, store)
  await search(page).fill('mug')
  await savesTo(app, info.outputPath('mugs.xlsx'))
  await choose(app, page, 'Export Products…')
  await dialog(page)
    .getByRole('checkbox', { name: 'With the pictures and files for buyers, in a folder beside the file' })
    .check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page)
    .getByRole('button', { name: /^Export \d+ products…$/ })
    .click()
  const ended = page.getByText(
    /^mugs\.xlsx has \d+ products, and the folder “mugs pictures” \d+ pictures and 1 file for buyers\.$/,
  )
  await expect(ended).toBeVisible({ timeout: 60_000 })
  const folder = info.outputPath('mugs pictures')
  const count = readdirSync(folder).length - 1
  await expect(ended).toContainText(` ${count} pictures and`)
  const guide = join(folder, 'Files for buyers', mug.sku, 'guide.pdf')
  expect(readFileSync(guide, 'utf8')).toBe('how to care for it')

  await dropOnWindow(page, [folder])
  await expect(tab(page, new RegExp(`^Already there ${count}`))).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /^Upload/ })).toBeDisabled()
})
