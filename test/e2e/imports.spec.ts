import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { copyHtml, copyText } from '../support/clipboard'
import { dropFiles } from '../support/drop-files'
import { choose } from '../support/menu'
import { pngBytes } from '../support/picture-files'
import { savesTo } from '../support/save-dialog'
import { linkToAPicture, readProducts, readState } from '../support/stored-product'
import { edits } from './pages/many-products'
import { fromToolbar, grid } from './pages/product-list'

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Import/ })
const chooses = (page: Page, file: string) => dialog(page).locator('input[type=file]').setInputFiles(file)

test('a supplier’s list in German signs is matched, a wrong column noticed, reviewed, sent and undone', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('Preise.csv')
  // As a spreadsheet of Windows saves it.
  const text = 'Artikelnummer;Preis;Liste\r\nMUG-01;9,99;12,50\r\nMUG-02;1.299,00;1.400,00\r\nNONE;1,00;2,00\r\n'
  writeFileSync(file, Buffer.from(`${text}ÜBER;1,00;2,00\r\n`, 'latin1'))
  const priced = async () =>
    Object.fromEntries(
      (await readProducts(store)).map(({ sku, price, compareToPrice = 0 }) => [sku, { price, compareToPrice }]),
    )
  await connect(page, store)
  const before = await priced()

  await fromToolbar(page, 'Import a table…')
  await expect(dialog(page).getByRole('button', { name: 'Choose a file…' })).toBeVisible()
  await chooses(page, file)
  await expect(dialog(page).getByRole('combobox', { name: 'Artikelnummer holds' })).toHaveValue('SKU')
  await expect(dialog(page).getByRole('combobox', { name: 'Preis holds' })).toHaveValue('Price')
  await expect(dialog(page).getByText('“Liste” is left out.')).toBeVisible()
  await dialog(page).getByRole('combobox', { name: 'Liste holds' }).fill('Price')
  await page.getByRole('option', { name: 'Price', exact: true }).click()
  // Which of the two counts is asked.
  await expect(dialog(page).getByText('“Preis” holds the same.')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Review 4 rows' })).toBeDisabled()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Use this one: Preis' }).click()
  await expect(dialog(page).getByRole('combobox', { name: 'Liste holds' })).toHaveValue('')
  await dialog(page).getByRole('combobox', { name: 'Liste holds' }).fill('Cost')
  await page.getByRole('option', { name: 'Cost price' }).click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Review 4 rows' }).click()
  await expect(dialog(page).getByText('2 rows are left out of 4. 2 products are in the review.')).toBeVisible()
  await expect(dialog(page).getByText('No product has the SKU NONE.')).toBeVisible()
  await expect(dialog(page).getByText('No product has the SKU ÜBER.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import 2 products' })).toBeVisible()
  // That was the wrong column: nothing is kept of it.
  await expect(edits(page).filter({ hasText: 'Cost price' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Discard' }).click()
  expect(await priced()).toEqual(before)

  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await dialog(page).getByRole('combobox', { name: 'Liste holds' }).fill('Compare')
  await page.getByRole('option', { name: 'Compare-to price' }).click()
  await dialog(page).getByRole('button', { name: 'Review 4 rows' }).click()
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()
  await page.getByRole('button', { name: 'Apply to 2 products' }).click()
  await expect.poll(async () => (await priced())['MUG-02']).toEqual({ price: 1299, compareToPrice: 1400 })
  expect((await priced())['MUG-01']).toEqual({ price: 9.99, compareToPrice: 12.5 })

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await expect(page.getByText('Import 2 products')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(priced).toEqual(before)
})

test('what is no table is refused with what to do, and numbers that read in two ways are asked about', async ({
  app,
  page,
  store,
}, info) => {
  const [pdf, file] = [info.outputPath('list.csv'), info.outputPath('two ways.csv')]
  writeFileSync(pdf, '%PDF-1.7\n')
  writeFileSync(file, 'SKU;Price\r\nMUG-01;1.299\r\n')
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, pdf)
  await expect(dialog(page).getByRole('alert')).toContainText('PDF')
  await chooses(page, file)
  const review = dialog(page).getByRole('button', { name: 'Review 1 row' })
  await expect(review).toBeDisabled()
  await dialog(page).getByRole('radiogroup', { name: 'Numbers of Price' }).getByText('1299', { exact: true }).click()
  await review.click()
  await expect(edits(page).first()).toContainText('1.299,00')
})

test('a table of categories alone makes those that are not here', async ({ app, page, store }, info) => {
  const file = info.outputPath('Categories.csv')
  const header = 'type,product_internal_id,product_sku,category_path,category_is_available,category_description'
  const lines = [header, 'category,,,Garden,true,<p>Pots</p>']
  writeFileSync(file, lines.join('\r\n'))
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await dialog(page).getByRole('button', { name: 'Review 1 row' }).click()
  const make = dialog(page).getByRole('checkbox', { name: '1 category is new: make it' })
  await expect(dialog(page).getByRole('button', { name: 'Open the review' })).toBeHidden()
  await make.check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()
  await page.getByRole('button', { name: 'Make 1 category' }).click()
  const inStore = async () => (await readState(store)).categories.find(({ name }) => name === 'Garden')
  await expect.poll(inStore).toMatchObject({ description: '<p>Pots</p>', enabled: true })
})

test('rows of products that are not here are added: one left out, the others reviewed, sent, and taken back by an undo', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('New.csv')
  const products = ['MUG-01;;9,99;', 'CUP-01;Blue cup;4,50;Garden / Pots', 'CUP-02;Red cup;5,00;', 'CUP-03;;6,00;']
  const lines = ['SKU;Name;Price;Categories', ...products]
  writeFileSync(file, lines.join('\r\n'))
  const skus = async () => (await readProducts(store)).map(({ sku }) => sku)
  await connect(page, store)
  const before = await skus()

  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await dialog(page).getByRole('button', { name: 'Review 4 rows' }).click()
  await expect(
    dialog(page).getByText('2 products of the table are not here. They can be added as new ones.'),
  ).toBeVisible()
  await expect(dialog(page).getByText('1 row is left out of 4.')).toBeVisible()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  const what = dialog(page).getByRole('radiogroup', { name: 'What should happen' })
  await expect(what.getByRole('radio', { name: 'Update 1 product' })).toBeChecked()
  await what.getByText('Both', { exact: true }).click()
  await dialog(page).getByRole('checkbox', { name: '2 categories are new: make them' }).check()
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()

  await expect(page.getByText('2,440 of 2,500 products of the plan left.')).toBeVisible()
  await expect(edits(page).filter({ hasText: 'Pots' })).toHaveCount(1)
  await expect(page.getByText('2 new products, 1 changed')).toBeVisible()
  await expect(edits(page).filter({ hasText: 'Blue cup' }).first()).toContainText('New')
  await expect(edits(page).filter({ hasText: 'Is added' })).toHaveCount(2)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('checkbox', { name: 'The product of Red cup' }).uncheck()
  await expect(page.getByText('1 new product, 1 changed')).toBeVisible()
  await page.getByRole('button', { name: 'Apply to 2 products' }).click()
  await expect.poll(skus).toEqual([...before, 'CUP-01'])

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(skus).toEqual(before)
})

test('a file of Shopify brings new products with their variations, each left out by itself, which go again with the undo', async ({
  app,
  page,
  store,
}) => {
  const brought = async () =>
    (await readProducts(store)).flatMap(({ name, price, combinations }) =>
      ['Linen shirt', 'Sun hat'].includes(name) ? [[name, price, ...combinations.map((each) => each.sku)]] : [],
    )
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, join(__dirname, '../fixtures/tables/shopify-variants.csv'))
  await expect(dialog(page).getByRole('combobox', { name: 'Handle holds' })).toHaveValue('Handle of the product')
  await expect(dialog(page).getByRole('combobox', { name: 'Option2 Value holds' })).toHaveValue('Option 2: its value')
  await dialog(page).getByRole('button', { name: 'Review 4 rows' }).click()
  await expect(
    dialog(page).getByText('2 products of the table are not here. They can be added as new ones.'),
  ).toBeVisible()
  await expect(dialog(page).getByText('Row 2 has no SKU. Ecwid gives it one.')).toBeVisible()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()

  await expect(page.getByText(/2 new products,.* 3 new variations/)).toBeVisible()
  await expect(edits(page).filter({ hasText: 'LS-S-S' })).toContainText('3 in stock')
  await expect(edits(page).filter({ hasText: 'Options' })).toContainText('White, Sand')
  expect(await axeFaults(page)).toEqual([])
  await edits(page).filter({ hasText: 'LS-L-W' }).getByRole('checkbox').last().uncheck()
  await expect(page.getByText(/2 new products,.* 2 new variations/)).toBeVisible()
  await page.getByRole('button', { name: 'Apply to 2 products' }).click()
  await expect.poll(brought).toEqual([
    ['Linen shirt', 49, 'LS-S-W', 'LS-S-S'],
    ['Sun hat', 25],
  ])

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(brought).toEqual([])
})

test('pictures by address are added, and take the place of the others where that is chosen, in red', async ({
  app,
  page,
  store,
}, info) => {
  const address = await linkToAPicture(store)
  const to = (await readProducts(store)).filter(({ media }) => media.images.length > 0)[1]
  const file = info.outputPath('Pictures.csv')
  writeFileSync(file, `SKU,Image\r\n${to?.sku},${address}\r\n`)
  const count = async () => (await readProducts(store)).find(({ sku }) => sku === to?.sku)?.media.images.length ?? 0
  const before = await count()
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await expect(dialog(page).getByRole('combobox', { name: 'Image holds' })).toHaveValue('Picture 1')
  await dialog(page)
    .getByRole('checkbox', { name: /remove the product’s others$/ })
    .check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Review 1 row' }).click()
  await expect(edits(page).filter({ hasText: 'is added' })).toHaveCount(1)
  await expect(edits(page).filter({ hasText: 'is removed' })).toHaveCount(before)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(count).toBe(1)

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(count).toBe(before)
})

test('how quotes are read is said by hand, and a second column of one name says why it is left out', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('Quotes.csv')
  writeFileSync(file, 'SKU,Name,Price,Preis\r\nMUG-01,"5 inch,1,2\r\nMUG-02,Mug,3,4\r\n')
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await expect(dialog(page).getByRole('alert')).toContainText('A quote in line 2 is not closed')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Read its quotes as other signs' }).click()
  await expect(dialog(page).getByRole('combobox', { name: 'Quotes' })).toHaveValue('Part of the text')
  await expect(dialog(page).getByText('“Price” holds Price already.')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Review 2 rows' })).toBeEnabled()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
})

test('pictures beside the table are found by their names, and what is none says so', async ({
  app,
  page,
  store,
}, info) => {
  const [to] = (await readProducts(store)).filter(({ media }) => media.images.length > 0)
  const count = async () => (await readProducts(store)).find(({ sku }) => sku === to?.sku)?.media.images.length ?? 0
  const before = await count()
  const file = info.outputPath('Pictures.csv')
  writeFileSync(info.outputPath('front.png'), pngBytes(60, 60))
  writeFileSync(file, `SKU,Bilddatei\r\n${to?.sku},front.png; back.png\r\n`)
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, file)
  await expect(dialog(page).getByRole('combobox', { name: 'Bilddatei holds' })).toHaveValue('Picture 1')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Review 1 row' }).click()
  await expect(edits(page).filter({ hasText: 'front.png is added' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Show them' }).click()
  await expect(
    edits(page).filter({ hasText: 'No file of this name is in the folder of the table, or below it.' }),
  ).toHaveCount(1)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(count).toBe(before + 1)

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(count).toBe(before)
})

test('the rows that failed are saved from the review and from Changes, mended and imported again', async ({
  app,
  page,
  store,
}, info) => {
  const [file, failed, all] = ['Prices.csv', 'failed.csv', 'all.csv'].map((name) => info.outputPath(name))
  writeFileSync(file!, 'SKU,Price,Note\r\nMUG-01,11.5,a\r\nMUG-02,dear,b\r\nNONE,3,c\r\n')
  await connect(page, store)
  await choose(app, page, 'Import Products…')
  await chooses(page, file!)
  await dialog(page).getByRole('button', { name: 'Review 3 rows' }).click()
  await savesTo(app, failed!)
  await dialog(page).getByRole('button', { name: 'Save these rows…' }).click()
  await expect(page.getByText('failed.csv has 1 row.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Open the review' }).click()
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await page.getByRole('button', { name: 'Results' }).click()
  await page.getByRole('menuitem', { name: 'Only the rows that failed…' }).click()
  await expect(page.getByText('failed.csv has 2 rows.')).toBeVisible()
  const text = readFileSync(failed!, 'utf8')
  expect(text).toContain('"Refused","Price: This is no number.","MUG-02","dear","b"')
  await page.getByRole('region', { name: 'Review' }).getByRole('button', { name: 'Close' }).click()

  writeFileSync(failed!, text.replace('"dear"', '"12.5"').replace('"NONE"', '"MUG-03"'))
  await choose(app, page, 'Import Products…')
  await chooses(page, failed!)
  await dialog(page).getByRole('button', { name: 'Review 2 rows' }).click()
  await page.getByRole('button', { name: 'Apply to 2 products' }).click()
  await page.getByRole('button', { name: 'Open Changes' }).click()

  // The first one, whose review is closed.
  await savesTo(app, all!)
  const first = page.getByRole('listitem').filter({ hasText: 'Import 1 product' })
  await first.getByRole('button', { name: 'Its rows' }).click()
  await page.getByRole('menuitem', { name: 'All rows with their result…' }).click()
  await expect(page.getByText('all.csv has 3 rows.')).toBeVisible()
  expect(readFileSync(all!, 'utf8')).toMatch(/"Sent","","MUG-01","11.5","a"\r\n"Refused",/)
})

test('a column empties what it holds once it is said to, marked in the review, and is shown so the next time', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('Prices.csv')
  writeFileSync(file, 'SKU,Old price,Note\r\nMUG-01,,a\r\nMUG-02,40,b\r\n')
  const oldPrice = async () => (await readProducts(store)).find(({ sku }) => sku === 'MUG-01')?.compareToPrice ?? 0
  await connect(page, store)
  expect(await oldPrice()).toBeGreaterThan(0)
  const opens = async () => {
    await choose(app, page, 'Import Products…')
    await chooses(page, file)
  }
  const empties = dialog(page).getByRole('checkbox', { name: 'Empty cells of Old price clear the value' })

  await opens()
  await expect(empties).toHaveCount(0)
  await dialog(page).getByRole('combobox', { name: 'Old price holds' }).fill('Compare')
  await page.getByRole('option', { name: 'Compare-to price' }).click()
  await expect(empties).not.toBeChecked()
  await empties.check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Review 2 rows' }).click()
  await expect(edits(page).first()).toContainText('nothing')
  await expect(edits(page).first()).toContainText('Becomes empty')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply to 2 products' }).click()
  await expect.poll(oldPrice).toBe(0)

  await opens()
  await expect(dialog(page).getByText(/^As last time, on /)).toBeVisible()
  await expect(empties).toBeChecked()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog(page).getByRole('button', { name: 'Go by the names of the columns' }).click()
  await expect(dialog(page).getByText(/^As last time/)).toHaveCount(0)
  await expect(dialog(page).getByRole('combobox', { name: 'Old price holds' })).toHaveValue('')
})

test('a table dropped on a row of the list is imported, and so are cells that are pasted', async ({
  app,
  page,
  store,
}, info) => {
  const file = info.outputPath('Prices.csv')
  writeFileSync(file, 'SKU,Price\r\nMUG-01,11.5\r\nMUG-02,12.5\r\n')
  await connect(page, store)
  await dropFiles(grid(page).getByText('Stoneware mug'), [file])
  await expect(page.getByRole('dialog', { name: 'Import Prices.csv' })).toBeVisible()
  // Another one, over the dialog.
  await dropFiles(dialog(page).getByText('Nothing is written before'), [file])
  await dialog(page).getByRole('button', { name: 'Review 2 rows' }).click()
  await expect(edits(page)).toHaveCount(2)

  await choose(app, page, 'Import Products…')
  await expect(dialog(page).getByRole('button', { name: 'Choose a file…' })).toBeVisible()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await copyHtml(
    app,
    '<table><tr><td>SKU</td><td>Name</td></tr><tr><td>MUG-01</td><td>Two<br>lines</td></tr></table>',
    'SKU\tName\nMUG-01\tTwo\nlines\n',
  )
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('dialog', { name: 'Import Pasted table' })).toBeVisible()
  const matchedBy = dialog(page).getByRole('combobox', { name: 'Rows are matched by' })
  await expect(matchedBy).toHaveValue('SKU')
  await matchedBy.click()
  await page.getByRole('option', { name: 'Name', exact: true }).click()
  await expect(matchedBy).toHaveValue('Name')
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await expect(dialog(page).getByRole('combobox', { name: 'Name holds' })).toHaveValue('Name')
  await expect(dialog(page).getByRole('button', { name: 'Review 1 row' })).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Another file' }).click()
  await copyText(app, 'SKU\tPrice\nMUG-03\t21,50\n')
  await page.keyboard.press('Control+v')
  await dialog(page).getByRole('button', { name: 'Review 1 row' }).click()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(edits(page).first()).toContainText('21,50')
})
