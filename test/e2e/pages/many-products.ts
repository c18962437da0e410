import type { Locator, Page } from '@playwright/test'

export const selectionBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected products' })
export const edits = (page: Page): Locator => page.getByRole('group', { name: 'Edits' }).getByRole('listitem')
/** Where what will be written is shown alone, as after an import, it leaves the list: there is nothing to look at after the click. */
export const leaveOut = (tick: Locator): Promise<void> => tick.click()

/** What is asked for in the dialog goes to the review. */
export const review = (page: Page): Promise<void> =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /^Review/ })
    .click()
