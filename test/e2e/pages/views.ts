import { expect, type Locator, type Page } from '@playwright/test'
import { screens } from './screens'

/** The views at the side. */
export const views = (page: Page): Locator => screens(page).getByRole('list', { name: 'Views' })
export const view = (page: Page, name: string): Locator => views(page).getByRole('button', { name, exact: true })

/** Keeps what is shown under a name. */
export async function saveView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save view…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(view(page, name)).toHaveAttribute('aria-current', 'true')
}

/** Of the menu of one at the side. */
export async function actOnView(page: Page, name: string, act: string): Promise<void> {
  await view(page, name).hover()
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: act }).click()
}
