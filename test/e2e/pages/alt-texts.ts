import type { Locator, Page } from '@playwright/test'

export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Alt texts' })
/** The texts of the pictures, one below the other. */
export const texts = (page: Page): Locator =>
  dialog(page).getByRole('region', { name: 'Pictures' }).getByRole('textbox')
export const pattern = (page: Page): Locator => dialog(page).getByLabel('Alt text of each picture')
