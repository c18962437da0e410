import type { Locator, Page } from '@playwright/test'

export const selectionBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected products' })
export const edits = (page: Page): Locator => page.getByRole('group', { name: 'Edits' }).getByRole('listitem')
/** What is asked for in the dialog goes to the review. */
export const review = (page: Page): Promise<void> =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /^Review/ })
    .click()
