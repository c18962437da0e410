import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { choose } from '../support/menu'
import { activeCell, cell, goToStart, openSheet, press, saying, sheet } from './pages/sheet'

test('a text is found in the cells of the sheet by the keys alone, and the list’s search stays what it is', async ({
  app,
  page,
  store,
}) => {
  await openSheet(page, store)
  await press(page, 'Control+f')
  const bar = page.getByRole('group', { name: 'Find in the sheet' })
  const box = bar.getByRole('searchbox', { name: 'Find in the cells shown' })
  await expect(box).toBeFocused()
  await page.keyboard.type('mug-0')
  await expect(bar).toContainText('1 of 6')
  await expect(activeCell(page)).toHaveText('MUG-01')
  await expect(saying(page)).toHaveText('1 of 6. Stoneware mug: MUG-01.')
  await press(page, 'Enter')
  await expect(bar).toContainText('2 of 6')
  await expect(activeCell(page)).toHaveText('MUG-02')
  await expect(box).toBeFocused()
  await press(page, 'Shift+Enter', 'Shift+Enter')
  await expect(bar).toContainText('6 of 6')
  await press(page, 'Enter', 'F3', 'F3', 'F3', 'Shift+F3')
  await expect(bar).toContainText('3 of 6')
  expect(await axeFaults(page)).toEqual([])

  // Closed, one types into the cell that was found.
  await press(page, 'Escape')
  await expect(bar).toHaveCount(0)
  await expect(activeCell(page)).toHaveText('MUG-03')
  await press(page, 'ArrowRight')
  await page.keyboard.type('21')
  await press(page, 'Enter')
  await expect.poll(() => cell(page, 'Espresso cup, set of two', 'Price')).toBe('21,00')

  // Prices as they are shown, and what was typed just now.
  await press(page, 'Control+f')
  await expect(box).toHaveValue('mug-0')
  await page.keyboard.type('21,0')
  await expect(activeCell(page)).toHaveText('21,00')
  await box.fill('nowhere to be found')
  await expect(bar).toContainText('Nothing found')
  await press(page, 'Escape')

  await choose(app, page, 'Find Products')
  await expect(page.getByLabel('Search products')).toBeFocused()
  await press(page, 'Escape')
  await goToStart(page)
  await press(page, 'F2', 'Control+f')
  await expect(box).toBeFocused()
  await expect(sheet(page)).toBeVisible()
})
