import type { ElectronApplication, Page } from '@playwright/test'
import { showTypes, typeList, typePage } from '../e2e/pages/product-types'
import { expect } from '../support/app'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page } & Pick<Tour, 'step' | 'shot'>

/** The product types of the store, and what goes with an attribute that is removed. */
export async function tourOfTypes({ app, page, step, shot }: Parts): Promise<void> {
  const last = typeList(page).getByRole('option').last()
  await step('Look at the product types', async () => {
    await showTypes(page)
    await last.click()
    await expect(page.locator('[data-shelf-page]').getByText(/^[\d,]+ products?$/)).toBeVisible()
  })
  await shot('product-types')
  await step('Call its attributes something in another language', async () => {
    await page.getByRole('button', { name: /^Languages:/ }).click()
    await page.getByRole('menuitemradio', { name: /English and German/ }).click()
  })
  await shot('product-type-translations')
  await step('Show one language again', async () => {
    await page.getByRole('button', { name: /^Languages:/ }).click()
    await page.getByRole('menuitemradio', { name: /English only/ }).click()
  })
  const dialog = page.getByRole('dialog')
  await step('Make a product type', async () => {
    await page.getByRole('button', { name: 'New type' }).click()
    await dialog.getByLabel('Name').fill('Glassware')
  })
  await shot('product-type-new', 'and narrow')
  await step('Delete one, and see what becomes of its products', async () => {
    await page.keyboard.press('Escape')
    await page.locator('[data-shelf-page]').getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete…' }).click()
    await expect(dialog).toBeVisible()
  })
  await shot('product-type-delete', 'and narrow')
  await page.keyboard.press('Escape')
  await step('Remove an attribute, and see what goes with it', async () => {
    const name = (await last.locator('[data-name]').textContent()) ?? ''
    await typePage(page, name).getByRole('button', { name: 'Remove line 1' }).click()
    await expect(typePage(page, name).getByText('goes when this is saved')).toBeVisible()
  })
  await shot('product-type-removed')
  await step('See the product types in a narrow window', () => sizeWindow(app, 760, 700))
  await shot('product-types-narrow')
  await step('Let go of it', () => page.getByRole('button', { name: 'Discard' }).click())
  await sizeWindow(app)
}
