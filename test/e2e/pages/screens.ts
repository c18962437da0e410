import { expect, type Locator, type Page } from '@playwright/test'
import { dropFiles } from '../../support/drop-files'

/** The buttons at the side; also a place that takes no drops itself, so that the whole window does. */
export const screens = (page: Page): Locator => page.getByRole('navigation', { name: 'Screens' })

export async function goTo(
  page: Page,
  name: 'Catalogue' | 'Changes' | 'Pictures' | 'Categories' | 'Product types' | 'Snapshots' | 'Settings',
): Promise<void> {
  await screens(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeAttached()
}

/** Files and folders that are matched to products. */
export async function dropOnWindow(page: Page, paths: string[]): Promise<void> {
  await dropFiles(screens(page), paths)
}

/** Waits for a sentence of the program, and takes it away so that the next one is seen to come. */
export async function said(page: Page, sentence: string): Promise<void> {
  const message = page.getByRole('status').filter({ hasText: sentence })
  await expect(message).toBeInViewport()
  await message.getByRole('button').click()
  await expect(message).toHaveCount(0)
}
