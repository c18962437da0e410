import type { FrameLocator, Locator, Page } from '@playwright/test'

export const description = (page: Page): Locator => page.getByRole('textbox', { name: 'Description' })
/** What a source looks like, in its own frame. */
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe[title="Preview: Description"]')
/** What was left out of a paste, and what was done about it. */
export const warning = (page: Page, text: string): Locator => page.getByRole('alert').filter({ hasText: text })
export const deleteTable = (page: Page): Locator => page.getByRole('button', { name: 'Delete the table' })
