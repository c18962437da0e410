import { expect, test } from '../support/app'
import { isForAll } from '../support/axe-in-both'
import { connect } from '../support/connected'
import { categoryPage, chooseFor, line, showCategories } from './pages/categories'
import { showTypes } from './pages/product-types'

test('what opens over categories and product types is without a fault for those who cannot see it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await showCategories(page)
  const dialog = page.getByRole('dialog')
  const close = async () => {
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
  }
  await page.getByRole('button', { name: 'New category' }).click()
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await isForAll(page, 'New category')
  await close()
  await chooseFor(page, 'Lamps', 'Move to…')
  await expect(dialog.getByLabel('Parent category')).toBeVisible()
  await isForAll(page, 'Move category')
  // Its list lies over the buttons.
  await page.keyboard.press('Escape')
  await close()
  await line(page, 'Lamps').click()
  await categoryPage(page, 'Lamps').getByRole('button', { name: 'Add products…' }).click()
  await expect(page.getByRole('dialog', { name: 'Add products to Lamps' })).toBeVisible()
  await isForAll(page, 'Add products')
  await close()
  await showTypes(page)
  await page.getByRole('button', { name: 'New type' }).click()
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await isForAll(page, 'New type')
  await close()
})
