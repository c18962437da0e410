import type { ElectronApplication, Page } from '@playwright/test'
import { chooseFor, line, showCategories } from '../e2e/pages/categories'
import { expect } from '../support/app'
import { dropFiles } from '../support/drop-files'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page; picture: string } & Pick<Tour, 'step' | 'shot'>

/** The shelves of the store: the tree, the page of one, and what is asked before one goes. */
export async function tourOfCategories({ app, page, picture, step, shot }: Parts): Promise<void> {
  const dialog = page.getByRole('dialog')
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await step('Look at the categories', async () => {
    await showCategories(page)
    await line(page, 'Kitchen & table').click()
    const open = page.getByRole('region', { name: 'Category Kitchen & table' })
    await expect(open.getByLabel('Page title')).toBeVisible()
    // It comes last, and moves what is below it.
    await expect(open.getByRole('textbox', { name: 'Description', exact: true })).toBeVisible()
  })
  await step('Drop a picture on it', async () => {
    const area = page.locator('[data-shelf-page] [data-over]')
    const before = (await area.locator('img').getAttribute('src')) ?? ''
    await dropFiles(area, [picture])
    await expect(area.locator('img')).not.toHaveAttribute('src', before)
    await expect(area.getByText(/upload/i)).toHaveCount(0)
  })
  await shot('categories')
  await step('Write its texts in another language', async () => {
    await page.getByRole('button', { name: /^Languages:/ }).click()
    await page.getByRole('menuitemradio', { name: /English and German/ }).click()
  })
  await shot('category-translations')
  await step('Show one language again', async () => {
    await page.getByRole('button', { name: /^Languages:/ }).click()
    await page.getByRole('menuitemradio', { name: /English only/ }).click()
  })
  await step('See its products in their order', () =>
    page.getByRole('listbox', { name: 'Products in their order' }).focus(),
  )
  await shot('category-products')
  await step('Add several products to it', async () => {
    await page.getByRole('button', { name: 'Add products…' }).click()
    await dialog.getByLabel('Search products').fill('lamp')
    await dialog.getByRole('checkbox', { name: /Reading lamp/ }).check()
    await expect(dialog.getByRole('button', { name: 'Add 1 product' })).toBeVisible()
  })
  await shot('category-add-products', 'and narrow')
  await step('Find the categories that miss a text', async () => {
    await close()
    await page.getByRole('combobox', { name: 'Translations of categories' }).click()
    await page.getByRole('option', { name: /Missing in German/ }).click()
  })
  await shot('categories-untranslated')
  await step('See all of them again', () => page.getByLabel('Any translations').click())
  await step('Make one below it', async () => {
    await chooseFor(page, 'Kitchen & table', 'New subcategory')
    await dialog.getByLabel('Name').fill('Teapots')
  })
  await shot('category-new', 'and narrow')
  await step('Ask what a delete would take along', async () => {
    await close()
    await chooseFor(page, 'Kitchen & table', 'Delete')
    await expect(dialog.getByText('3 subcategories')).toBeVisible()
  })
  await shot('category-delete', 'and narrow')
  await step('Choose where to move one', async () => {
    await close()
    await chooseFor(page, 'Lamps', 'Move to')
    await expect(dialog.getByLabel('Parent category').first()).toBeVisible()
  })
  await shot('category-move', 'and narrow')
  await step('See the categories in a narrow window', async () => {
    // What the box offers closes first.
    await page.keyboard.press('Escape')
    await close()
    await sizeWindow(app, 760, 700)
  })
  await shot('categories-narrow')
  await step('Go back to the tree', () => page.getByRole('button', { name: 'All categories' }).click())
  await shot('categories-narrow-tree')
  await sizeWindow(app)
}
