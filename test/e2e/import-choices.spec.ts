import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { choose } from '../support/menu'
import { readProducts, readState } from '../support/stored-product'
import { edits } from './pages/many-products'

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Import/ })
const chooses = (page: Page, file: string) => dialog(page).locator('input[type=file]').setInputFiles(file)

test('a supplier’s column of categories adds to those of a product, and takes its place in red where that is chosen', async ({
  app,
  page,
  store,
}, info) => {
  const { categories } = await readState(store)
  const nameOf = (id: number) => categories.find((each) => each.id === id)?.name ?? ''
  const filed = async () => (await readProducts(store)).find(({ sku }) => sku === 'MUG-01')?.categoryIds ?? []
  const before = await filed()
  const [first = 0] = before
  const third = categories.find(({ id, parentId }) => !before.includes(id) && !parentId)
  expect(before).toHaveLength(2)
  const file = info.outputPath('Liste.csv')
  writeFileSync(file, `Artikel-Nr.;VK-Preis;EK-Preis;Warengruppe\r\nMUG-01;14,50;6,20;${third?.name}\r\n`)

  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await expect(dialog(page).getByRole('combobox', { name: 'VK-Preis holds' })).toHaveValue('Price')
  await expect(dialog(page).getByRole('combobox', { name: 'EK-Preis holds' })).toHaveValue('Cost price')
  const others = dialog(page).getByRole('checkbox', {
    name: 'Where a row names categories, take the product out of its others',
  })
  await expect(others).not.toBeChecked()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Review 1 row' }).click()
  const row = edits(page).filter({ hasText: 'Categories' })
  await expect(row).toContainText(third?.name ?? '')
  await expect(row).not.toContainText('Leaves a category')
  // What is left out can be ticked again where it stands.
  const tick = page.getByRole('checkbox', { name: 'Categories of Stoneware mug' })
  await tick.uncheck()
  await expect(page.getByRole('heading', { level: 1, name: 'Import 0 products' })).toBeVisible()
  await expect(row).toHaveCount(1)
  await tick.check()
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(async () => new Set(await filed())).toEqual(new Set([...before, third?.id]))

  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await others.check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Review 1 row' }).click()
  await expect(row).toContainText('Leaves a category')
  await expect(row).toContainText(nameOf(first))
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(filed).toEqual([third?.id])
})

test('a header alone is refused, rows that are left out are named, and the way leads back to the columns', async ({
  app,
  page,
  store,
}, info) => {
  const [alone, file] = [info.outputPath('header only.csv'), info.outputPath('twice.csv')]
  writeFileSync(alone, 'SKU;Price\r\n')
  const name = 'A mug with a name so long that it does not fit on one line of the dialog, whatever its width may be'
  writeFileSync(
    file,
    `SKU;Name;Price;Note\r\nMUG-01;Mug;9,50;2\r\nNONE;${name};1,50;3\r\nMUG-01;Mug;8,50;4\r\n;;7,50;5\r\n`,
  )
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, alone)
  await expect(dialog(page).getByRole('alert')).toContainText('This table has a header and no rows below it.')

  await chooses(page, file)
  await dialog(page).getByRole('combobox', { name: 'Note holds' }).fill('Cost')
  await page.getByRole('option', { name: 'Cost price' }).click()
  await dialog(page).getByRole('button', { name: 'Review 4 rows' }).click()
  const left = dialog(page).getByRole('list', { name: 'Rows left out' }).getByRole('listitem')
  await expect(left.filter({ hasText: 'MUG-01 · Mug' })).toContainText('Row 2 is about the same product.')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Back to the columns' }).click()
  await expect(dialog(page).getByRole('combobox', { name: 'Note holds' })).toHaveValue('Cost price')
  await dialog(page).getByRole('combobox', { name: 'Note holds' }).fill('Low')
  await page.getByRole('option').first().click()
  await dialog(page).getByRole('button', { name: 'Review 4 rows' }).click()
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()
  await expect(edits(page).filter({ hasText: 'Price' }).first()).toContainText('9,50')
  await expect(edits(page).filter({ hasText: 'Cost price' })).toHaveCount(0)
})
