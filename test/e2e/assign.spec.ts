import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { readState } from '../support/stored-product'
import { edits, selectionBar } from './pages/many-products'
import { grid, row } from './pages/product-list'

test('a product is put into a category by drag from the list, and by keyboard alone, and undo takes it out again', async ({
  page,
  store,
}) => {
  const isIn = async (name: string, category: string) => {
    const { products, categories } = await readState(store)
    const id = categories.find((each) => each.name === category)?.id ?? 0
    return products.find((each) => each.name === name)?.categoryIds.includes(id)
  }
  await connect(page, store)
  const carafe = row(page, 'Water carafe')
  await carafe.getByText('Water carafe').hover()
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 4 })
  const panel = page.getByRole('group', { name: 'Categories to drop on' })
  await expect(panel).toBeVisible()
  await panel.getByText('Lamps', { exact: true }).hover()
  await page.mouse.up()
  await expect.poll(() => isIn('Water carafe', 'Lamps')).toBe(true)
  await expect(panel).toHaveCount(0)

  await grid(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Category' })).toBeFocused()
  await page.keyboard.type('lamps')
  await expect(page.getByRole('option', { name: 'Lamps' }).first()).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Add' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(grid(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => isIn('Water carafe', 'Lamps')).toBe(false)
})

test('a drag of a selected row takes all selected ones into a category, reviewed first, and one undo takes them out', async ({
  page,
  store,
}) => {
  const inLamps = async () => {
    const { products, categories } = await readState(store)
    const lamps = categories.find(({ name }) => name === 'Lamps')?.id ?? 0
    return products.filter(({ categoryIds }) => categoryIds.includes(lamps)).map(({ name }) => name)
  }
  await connect(page, store)
  const before = await inLamps()
  const rows = grid(page).locator('[data-index]')
  await row(page, 'Water carafe')
    .first()
    .click({ modifiers: ['Control'] })
  await row(page, 'Stoneware mug')
    .first()
    .click({ modifiers: ['Control'] })
  await expect(selectionBar(page)).toContainText('2 products selected')
  await rows
    .and(grid(page).getByRole('row', { selected: true }))
    .last()
    .getByRole('gridcell')
    .nth(1)
    .hover()
  await page.mouse.down()
  await page.mouse.move(500, 300, { steps: 4 })
  const panel = page.getByRole('group', { name: 'Categories to drop on' })
  await expect(panel).toContainText('Drop 2 products on a category')
  await panel.getByText('Lamps', { exact: true }).hover()
  await page.mouse.up()

  await expect(edits(page)).toHaveCount(2)
  expect(await inLamps()).toEqual(before)
  await page.getByRole('button', { name: 'Apply to 2 products' }).click()
  await expect.poll(async () => (await inLamps()).length).toBe(before.length + 2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(inLamps).toEqual(before)
})
