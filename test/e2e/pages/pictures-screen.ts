import { expect, type Locator, type Page } from '@playwright/test'
import { dropOnWindow } from './screens'

export const screen = (page: Page): Locator => page.getByRole('region', { name: 'Pictures' })
export const uploadButton = (page: Page): Locator => page.getByRole('button', { name: /^Upload \d/ })
export const unmatched = (page: Page): Locator => page.getByRole('group', { name: 'Unmatched files' })
/** The products that get pictures, one below the other. */
export const products = (page: Page): Locator =>
  page.getByRole('group', { name: 'Products that get pictures' }).locator('[data-product]')
/** The pictures that a product will get. */
export const addedTo = (product: Locator): Locator =>
  product.getByRole('list', { name: 'Pictures that will be added' }).getByRole('button')

/** Drops a folder and waits until it can be looked through. */
export async function review(page: Page, folder: string): Promise<void> {
  await dropOnWindow(page, [folder])
  await expect(uploadButton(page)).toBeVisible({ timeout: 20_000 })
}

/** Says yes twice. */
export async function undoUpload(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo this upload' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this upload' }).click()
}
