import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe'

/** In light and dark nothing is wrong for those who cannot see it, or hardly. */
export async function isForAll(page: Page, what: string, within = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const isLookedAt = colorScheme === 'dark'
    expect.soft(await axeFaults(page, within, { isLookedAt }), `${what}, ${colorScheme}`).toEqual([])
  }
}
