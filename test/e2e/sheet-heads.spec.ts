import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { activeCell, openSheet, press, sheet } from './pages/sheet'

test('the head of a column offers its filter and the orders by it, by the keys and by the mouse', async ({
  page,
  store,
}) => {
  await openSheet(page, store)
  await press(page, 'ArrowRight', 'ArrowRight', 'Alt+ArrowDown')
  const price = page.getByRole('dialog', { name: 'Filter and order of Price' })
  await price.getByLabel('Price from').fill('100')
  await expect(page.getByRole('button', { name: /^Remove filter: Price from/ })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await price.getByRole('button', { name: 'Sort lowest first' }).click()
  await expect(price).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Sort: Price, lowest first' })).toBeVisible()

  // One is in the cell one was in, and goes on from there.
  await press(page, 'ArrowLeft', 'ArrowLeft', 'Alt+ArrowDown')
  const name = page.getByRole('dialog', { name: 'Filter and order of Name' })
  await expect(name.getByRole('button', { name: 'Sort A to Z' })).toBeFocused()
  await press(page, 'Escape')
  await expect(name).toHaveCount(0)
  await expect(activeCell(page)).toHaveAttribute('aria-colindex', '1')

  // The sign at the end of the head, which is as wide as a name.
  const box = (await sheet(page).boundingBox())!
  await page.mouse.move(box.x + 200, box.y + 17)
  await page.mouse.click(box.x + 246, box.y + 17)
  await expect(name).toBeVisible()
  await name.getByRole('button', { name: 'Done' }).click()
  await expect(name).toHaveCount(0)
})
