import type { Locator, Page } from '@playwright/test'

export const variationGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Variations' })

/** The box of a variation, by what its row says and the title of its column. */
export async function box(page: Page, label: string, column: string): Promise<Locator> {
  const title = variationGrid(page).getByRole('columnheader', { name: column, exact: true })
  const index = await title.getAttribute('aria-colindex')
  const row = variationGrid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
  return row.first().locator(`[aria-colindex="${index}"]`)
}

export async function typeInto(page: Page, label: string, column: string, text: string): Promise<void> {
  await (await box(page, label, column)).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
