import { expect, test } from '../support/app'
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
