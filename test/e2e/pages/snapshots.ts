import type { Locator, Page } from '@playwright/test'

/** Each, the newest first. */
export const snapshots = (page: Page): Locator => page.getByRole('list', { name: 'Snapshots' }).locator('> li')
/** What is another now, product by product. */
export const compared = (page: Page): Locator => page.getByRole('list', { name: 'What differs' }).locator('> li')
/** What takes the file that is compared with now. */
export const archiveFile = (page: Page): Locator => page.getByLabel('Archive of this store')
