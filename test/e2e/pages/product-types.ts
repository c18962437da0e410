import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './screens'

export const typeList = (page: Page): Locator => page.getByRole('listbox', { name: 'Product types' })
export const typeLine = (page: Page, name: string): Locator =>
  typeList(page)
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
export const typePage = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Product type ${name}` })

export async function showTypes(page: Page): Promise<void> {
  await goTo(page, 'Product types')
  await expect(typeList(page)).toBeVisible()
}
