import type { Locator, Page } from '@playwright/test'

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Products' })
export const row = (page: Page, name: string): Locator => grid(page).getByRole('row').filter({ hasText: name })
export const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search products' })

/** By the menu of files beside the search. */
export async function fromToolbar(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByRole('menuitem', { name }).click()
}
