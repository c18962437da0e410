import { expect, test } from '../support/app'
import { copyHtml } from '../support/clipboard'
import { activeCell, cell, openSheet, press, sheet } from './pages/sheet'

test('a click on the cell that is selected already gives the sheet the keys back', async ({ page, store }) => {
  await openSheet(page, store)
  await press(page, 'ArrowDown')
  await expect(activeCell(page)).toHaveText('Teapot “Lotse”')
  await page.getByLabel('Search products').click()
  const box = (await sheet(page).boundingBox())!
  await page.mouse.click(box.x + 60, box.y + 2 * 34 + 17)
  await press(page, 'ArrowRight', 'ArrowRight')
  await page.keyboard.type('21')
  await press(page, 'Enter')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('21,00')
})

test('what is pasted into the row of the product that is open beside stands in its form too, and comes back from both', async ({
  app,
  page,
  store,
}) => {
  await openSheet(page, store)
  await press(page, ' ')
  const price = page.locator('[data-field="price"] input')
  await expect(price).toHaveValue('14,50')
  await page.locator('[data-field="subtitle"] input').fill('Of the sea')
  // The cell of before would be opened, as by a double click, where all of this took no half second.
  const box = (await sheet(page).boundingBox())!
  await page.mouse.click(box.x + 60, box.y + 34 * 2 + 17)
  await expect.poll(() => sheet(page).evaluate((canvas) => canvas.contains(document.activeElement))).toBe(true)
  await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight')
  await copyHtml(app, '', '15,5\n50')
  await press(page, 'Control+v')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('15,50')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('50,00')
  await expect(price).toHaveValue('15,50')
  await expect(page.getByRole('group', { name: 'Refused cells' })).toHaveCount(0)
  await press(page, 'Control+z')
  await expect(price).toHaveValue('14,50')
  await expect(page.locator('[data-field="subtitle"] input')).toHaveValue('Of the sea')
  await expect.poll(() => cell(page, 'Teapot “Lotse”', 'Price')).toBe('49,00')
})
