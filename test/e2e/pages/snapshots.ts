import type { Locator, Page } from '@playwright/test'

/** Each, the newest first. */
export const snapshots = (page: Page): Locator => page.getByRole('list', { name: 'Snapshots' }).locator('> li')
/** What is another now, product by product. */
export const compared = (page: Page): Locator => page.getByRole('list', { name: 'What differs' }).locator('> li')
