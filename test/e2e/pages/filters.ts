import type { Locator, Page } from '@playwright/test'

export const filters = (page: Page): Locator =>
  page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Done' }) })
export const openFilters = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Filter', exact: true }).click()
export const closeFilters = (page: Page): Promise<void> => filters(page).getByRole('button', { name: 'Done' }).click()
