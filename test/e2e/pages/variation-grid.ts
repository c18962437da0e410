import type { Locator, Page } from '@playwright/test'

export const variationGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Variations' })

/** The box of a variation, by what its row says and the title of its column. */
export async function box(page: Page, label: string, column: string): Promise<Locator> {
  const titles = await variationGrid(page).getByRole('columnheader').allInnerTexts()
  const index = titles.indexOf(column) + 1
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
