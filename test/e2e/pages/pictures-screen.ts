import { expect, type Page } from '@playwright/test'
import { dropOnWindow } from './screens'

/** Drops a folder and waits until it can be looked through. */
export async function review(page: Page, folder: string): Promise<void> {
  await dropOnWindow(page, [folder])
  await expect(page.getByRole('button', { name: /^Upload \d/ })).toBeVisible({ timeout: 20_000 })
}
