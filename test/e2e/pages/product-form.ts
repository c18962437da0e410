import { expect, type Locator, type Page } from '@playwright/test'

/** The product beside the list. */
export const form = (page: Page): Locator => page.getByRole('region', { name: 'Product' })
export const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true })
export const nameField = (page: Page): Locator => page.getByRole('textbox', { name: /^Name/ })
/** How the product stands towards the store. */
export const pill = (page: Page, text: string): Locator => page.getByRole('status').filter({ hasText: text })
export const tab = (page: Page, name: string | RegExp): Locator => page.getByRole('tab', { name })

/** Opens a product by its row. */
export async function open(page: Page, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).first().click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

export const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save', exact: true }).click()

/** The colours beside a box for one, while it is open. */
export const colours = '.mantine-ColorInput-dropdown'
export const hue = (page: Page): Locator => page.getByRole('slider', { name: 'Hue' })

/** An option on its tab, by its place, the first of which is 0. */
export const option = (page: Page, at = 0): Locator => page.locator('[data-option]').nth(at)
export const shownAs = (of: Locator): Locator => of.getByRole('combobox', { name: /is shown$/ })
export const colourOfChoice = (of: Locator): Locator => of.getByRole('textbox', { name: /^Colour/ }).first()
export const pictureOfChoice = (of: Locator): Locator => of.getByRole('button', { name: /picture.*: none$/i }).first()
