import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { copyHtml } from '../support/clipboard'
import { connect } from '../support/connected'
import { choose as chooseInMenuBar } from '../support/menu'
import { readProducts } from '../support/stored-product'
import { makeVariation } from '../support/stored-variations'
import { edits } from './pages/many-products'
import { goTo } from './pages/screens'
import {
  activeCell,
  cell,
  goToStart,
  openSheet,
  press,
  saying,
  sheet,
  showSheet,
  showVariations,
  variationsAs,
} from './pages/sheet'

test('values are typed into cells, and taken back step by step', async ({ page, store }) => {
  await connect(page, store)
  await showSheet(page)
  expect(await axeFaults(page)).toEqual([])
  await goToStart(page)
  await press(page, 'ArrowRight', 'ArrowRight')
  await page.keyboard.type('15,5')
  await press(page, 'Enter')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('15,50')
  // The next row, whose price is none: it keeps what was typed, and says why it cannot be.
  await page.keyboard.type('abc')
  await press(page, 'Enter', 'ArrowUp')
  await expect(page.getByText('Enter the price as a number; 0 is free.', { exact: true })).toBeVisible()
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('abc')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('49,00')
  await press(page, 'Control+z', 'Control+Shift+z', 'ArrowUp', 'F2')
  await page.keyboard.type('0')
  await press(page, 'Escape')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('15,50')
})

test('what was typed into a cell is there again after a restart, and is written after the review', async ({
  page,
  store,
  relaunch,
}) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight')
  await page.keyboard.type('15,5')
  await press(page, 'Enter')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('15,50')

  const again = await relaunch()
  await expect(sheet(again)).toBeVisible()
  await expect.poll(() => cell(again, 'Stoneware mug', 'Price')).toBe('15,50')
  await again.getByRole('button', { name: 'Review 1 product' }).click()
  await expect(again.getByRole('heading', { level: 1, name: 'Edit 1 product' })).toBeVisible()
  await again.getByRole('button', { name: 'Apply to 1 product' }).click()
  const stored = async () => (await readProducts(store)).find(({ name }) => name === 'Stoneware mug')?.price
  await expect.poll(stored).toBe(15.5)
  await goTo(again, 'Catalogue')
  await expect.poll(() => cell(again, 'Stoneware mug', 'Price')).toBe('15,50')
  await expect(again.getByRole('button', { name: /^Review \d/ })).toHaveCount(0)
})

test('a block from another program for tables is pasted, filled down and emptied', async ({ app, page, store }) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight')
  const html = '<table><tr><td>1.299,00</td><td>€ 1.500,00</td></tr><tr><td>12</td><td></td></tr></table>'
  await copyHtml(app, html, '1.299,00\t€ 1.500,00\n12\t\n')
  await press(page, 'Control+v')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('1299,00')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Compare-to price')).toBe('1500,00')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('12,00')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Compare-to price')).toBe('')
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  await expect.poll(() => cell(page, 'Table lamp “Leuchtturm”', 'Price')).toBe('1299,00')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Table lamp “Leuchtturm”', 'Price')).toBe('119,00')
})

test('by the keys alone: one stop for Tab, what is done is said, and undo after the review is of what was written', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await showSheet(page)
  const afterSheet = variationsAs(page, 'Folded')
  await afterSheet.focus()
  await press(page, 'Shift+Tab')
  await press(page, 'ArrowRight', 'ArrowRight')
  await page.keyboard.type('15,5')
  await press(page, 'Enter')
  await expect(saying(page)).toHaveText('Price: €15,50.')
  await page.keyboard.type('abc')
  await press(page, 'Enter')
  await expect(saying(page)).toHaveText('Price: abc. Enter the price as a number; 0 is free.')
  await press(page, 'Control+z', 'ArrowUp', 'ArrowRight')
  await copyHtml(app, '', '20\t21\n22\t23')
  await press(page, 'Control+v')
  await expect(saying(page)).toHaveText('4 cells pasted.')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('15,50')
  await press(page, 'Escape', 'Tab')
  await expect(afterSheet).toBeFocused()
  await press(page, 'Tab')
  await expect(page.getByRole('button', { name: 'Review 1 product' })).toBeFocused()

  const stored = async () => (await readProducts(store)).find(({ name }) => name === 'Stoneware mug')?.price
  const before = await stored()
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(stored).toBe(15.5)
  await goTo(page, 'Catalogue')
  await goToStart(page)
  await press(page, 'Control+z')
  await expect.poll(stored).toBe(before)
})

test('variations unfold below their product, take values as its rows do, and are reviewed with them', async ({
  app,
  page,
  store,
}) => {
  const mug = (await readProducts(store)).find(({ name }) => name === 'Teapot “Lotse”')!
  for (const [value, sku] of [
    ['Small', 'POT-S'],
    ['Large', 'POT-L'],
  ]) {
    await makeVariation(store, mug.id, { options: [{ name: 'Size', value }], sku, quantity: 5 })
  }
  await openSheet(page, store)
  await press(page, 'ArrowDown', 'Alt+ArrowRight')
  await expect(saying(page)).toHaveText('2 variations shown.')
  // As its product, until it has something of its own.
  await expect.poll(() => cell(page, 'Small', 'Price')).toBe('€49,00')
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowDown')
  await copyHtml(app, '', '51\n53')
  await press(page, 'Control+v')
  await expect.poll(() => cell(page, 'Large', 'Price')).toBe('53,00')
  await press(page, 'Shift+ArrowDown', 'Control+d', 'Control+z', 'ArrowDown', 'F2')
  await page.keyboard.type('55')
  await press(page, 'Enter')
  await expect.poll(() => cell(page, 'Large', 'Price')).toBe('55,00')
  await expect.poll(() => cell(page, 'Small', 'Price')).toBe('51,00')
  await press(page, 'ArrowUp', 'Alt+ArrowLeft')
  await expect(saying(page)).toHaveText('2 variations hidden.')

  await page.getByRole('button', { name: 'Review 1 product' }).click()
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  const stored = async () =>
    (await readProducts(store))
      .find(({ id }) => id === mug.id)
      ?.combinations.map((each) => ('price' in each ? each.price : null))
  await expect.poll(stored).toEqual([51, 55])
})

test('variations stand flat in the place of their products, where one goes on from the product one was at', async ({
  app,
  page,
  store,
  relaunch,
}) => {
  const pot = (await readProducts(store)).find(({ name }) => name === 'Teapot “Lotse”')!
  for (const value of ['Small', 'Large'])
    await makeVariation(store, pot.id, { options: [{ name: 'Size', value }], quantity: 5 })
  await openSheet(page, store)
  await press(page, 'ArrowDown', 'ArrowDown')
  await showVariations(page, 'Flat')
  // The cell that was active is so in its new row.
  await expect(activeCell(page)).toHaveText('Table lamp “Leuchtturm”, Sand')
  expect(await axeFaults(page)).toEqual([])
  await expect.poll(() => cell(page, 'Teapot “Lotse”, Large', 'Enabled')).toBe('Yes')
  await goToStart(page)
  await expect(activeCell(page)).toHaveText('Stoneware mug, Sand, 300 ml')
  for (let step = 0; step < 5; step += 1) await press(page, 'ArrowDown')
  await press(page, 'ArrowRight', 'ArrowRight')
  await copyHtml(app, '', '20\n51\n53')
  await press(page, 'Control+v')
  await expect.poll(() => cell(page, 'Teapot “Lotse”, Small', 'Price')).toBe('51,00')
  await expect.poll(() => cell(page, 'Teapot “Lotse”, Large', 'Price')).toBe('53,00')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Teapot “Lotse”, Large', 'Price')).toBe('€49,00')
  await press(page, 'Control+Shift+z')
  const again = await relaunch()
  await expect(variationsAs(again, 'Flat')).toBeChecked()
  await expect.poll(() => cell(again, 'Teapot “Lotse”, Large', 'Price')).toBe('53,00')
})

test('a switch and a list are chosen from in the cell, and categories in the picker of the form', async ({
  page,
  store,
}) => {
  await openSheet(page, store)
  for (let step = 0; step < 6; step += 1) await press(page, 'ArrowRight')
  await press(page, 'F2', ' ', 'Enter')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Enabled')).toBe('No')
  await press(page, 'ArrowUp', 'F2', 'ArrowDown', 'Enter')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Enabled')).toBe('Yes')

  await press(page, 'ArrowUp', 'ArrowRight', 'F2')
  const dialog = page.getByRole('dialog', { name: 'Categories: Stoneware mug' })
  await dialog.getByRole('textbox').fill('lamps')
  await page.getByRole('option', { name: /Lamps/ }).first().click()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => cell(page, 'Stoneware mug', 'Categories')).toContain('Lamps')
  // Closed, it is one step.
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Categories')).not.toContain('Lamps')
  // Names are typed as well.
  await page.keyboard.type('lamp')
  await press(page, 'ArrowDown', 'Enter')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Categories')).toBe('Lamps')
})

test('an attribute has a column of its own, and what is typed into it is written after the review', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await showSheet(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  const shown = (name: string) => page.getByRole('checkbox', { name, exact: true })
  for (const name of ['Categories', 'Cost price', 'Weight']) await shown(name).uncheck()
  await shown('Brand').check()
  await press(page, 'Escape')
  await goToStart(page)
  await press(page, 'End')
  await page.keyboard.type('Hafenware')
  await press(page, 'Enter')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Brand')).toBe('Hafenware')
  await page.getByRole('button', { name: 'Review 1 product' }).click()
  await expect(page.getByText('1 product, 1 field', { exact: true })).toBeVisible()
  await expect(edits(page).first()).toContainText('Brand: Hafenware')
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  const mug = async () => (await readProducts(store)).find(({ name }) => name === 'Stoneware mug')
  await expect.poll(async () => JSON.stringify((await mug())?.attributes)).toContain('Hafenware')
})

test('products are selected in the sheet as in the list, for what is done with many', async ({ page, store }) => {
  await openSheet(page, store)
  await press(page, 'Shift+Space', 'ArrowDown', 'ArrowDown')
  await expect(saying(page)).toHaveText('Stoneware mug selected. 1 selected.')
  const box = (await sheet(page).boundingBox())!
  await page.keyboard.down('Shift')
  await page.mouse.click(box.x + 17, box.y + 34 * 3 + 17)
  await page.keyboard.up('Shift')
  await expect(saying(page)).toHaveText('Table lamp “Leuchtturm” selected. 3 selected.')
  await expect(page.getByText('3 products selected')).toBeVisible()
})

test('cells that refuse what is pasted are shown one after the other, and a switch turns by a click and by Space', async ({
  app,
  page,
  store,
}) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight')
  await copyHtml(app, '', '15\ntwelve\n17\nmany')
  await press(page, 'Control+v')
  const refused = page.getByRole('group', { name: 'Refused cells' })
  await expect(refused).toContainText('2 of 4 cells pasted, 2 refused')
  await refused.getByRole('button', { name: 'Show them' }).click()
  await expect(refused).toContainText('Refused: 1 of 2')
  await expect(page.getByText('Enter the price as a number; 0 is free.', { exact: true })).toBeVisible()
  await refused.getByRole('button', { name: 'The next refused cell' }).click()
  await expect(refused).toContainText('Refused: 2 of 2')
  await expect(activeCell(page)).toHaveText('many')
  await refused.getByRole('button', { name: 'Forget the refused cells' }).click()
  await expect(refused).toHaveCount(0)

  await goToStart(page)
  const enabled = () => cell(page, 'Stoneware mug', 'Enabled')
  const before = await enabled()
  const titles = await sheet(page).locator('[role="columnheader"]').allTextContents()
  for (let step = titles.indexOf('Enabled'); step > 0; step--) await press(page, 'ArrowRight')
  await press(page, ' ')
  await expect.poll(enabled).not.toBe(before)
  await press(page, ' ')
  await expect.poll(enabled).toBe(before)
})

test('the menu of the cells copies, pastes, fills and takes back, by the mouse and by Shift+F10', async ({
  app,
  page,
  store,
  relaunch,
}) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight')
  await copyHtml(app, '', '21')
  const menu = page.getByRole('menu', { name: 'Selected cells' })
  const choose = async (name: RegExp) => {
    await press(page, 'Shift+F10')
    await menu.getByRole('menuitem', { name }).click()
    await expect(menu).toHaveCount(0)
  }
  await choose(/^Paste/)
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('21,00')
  await choose(/^Copy/)
  await press(page, 'ArrowDown')
  await choose(/^Paste/)
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('21,00')
  await choose(/^Undo/)
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('49,00')
  await choose(/^Fill down/)
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('21,00')
  await press(page, 'Shift+F10')
  expect(await axeFaults(page, '[role="menu"]')).toEqual([])
  await press(page, 'Escape')
  await expect(menu).toHaveCount(0)
  await press(page, 'ArrowUp')

  // To the search, and back to the cell.
  await chooseInMenuBar(app, page, 'Find Products')
  await expect(page.getByLabel('Search products')).toBeFocused()
  await press(page, 'Escape')
  await expect(activeCell(page)).toHaveText('21,00')
  await press(page, 'ArrowRight')
  await choose(/^Freeze up to Compare-to/)
  await showVariations(page, 'Below')
  const again = await relaunch()
  await expect(variationsAs(again, 'Below')).toBeChecked()
})
