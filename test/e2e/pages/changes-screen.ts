import type { Locator, Page } from '@playwright/test'

export const conflicts = (page: Page): Locator => page.getByRole('table', { name: 'Conflicts' })
export const holdAll = (page: Page): Locator => page.getByRole('switch', { name: 'Hold all sending' })
/** One group of changes: waiting, conflicts, sent and so on. */
export const showChanges = (page: Page, group: RegExp): Promise<void> => page.getByRole('tab', { name: group }).click()
