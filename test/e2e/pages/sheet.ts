import type { Locator, Page } from '@playwright/test'
import { expect } from '../../support/app'
import { connect } from '../../support/connected'
import type { DemoStore } from '../../support/demo-store-process'

/** What is drawn of the sheet, and takes the keys. */
export const sheet = (page: Page): Locator => page.getByTestId('data-grid-canvas')

export async function showSheet(page: Page): Promise<void> {
  await page.locator('label').filter({ hasText: 'Sheet' }).click()
  await expect(sheet(page).locator('[role="gridcell"]').nth(8)).toBeAttached()
}

/** Selects the first cell, that of the uppermost product's name. */
export async function goToStart(page: Page): Promise<void> {
  const box = (await sheet(page).boundingBox())!
  await page.mouse.click(box.x + 60, box.y + 34 + 17)
  await expect.poll(() => sheet(page).evaluate((canvas) => canvas.contains(document.activeElement))).toBe(true)
}

/** Of a store that is connected for it, at its first cell. */
export async function openSheet(page: Page, store: DemoStore): Promise<void> {
  await connect(page, store)
  await showSheet(page)
  await goToStart(page)
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What the cell in a column of the product's row says to those who hear it. */
export function cell(page: Page, product: string, column: string): Promise<string> {
  return sheet(page).evaluate(
    (canvas, [wanted = '', title = '']) => {
      const text = (element: Element) => element.textContent?.trim() ?? ''
      const titles = [...canvas.querySelectorAll('[role="columnheader"]')].map(text)
      const row = [...canvas.querySelectorAll('[role="row"]')].find((each) =>
        [...each.querySelectorAll('[role="gridcell"]')].some((one) => text(one) === wanted),
      )
      const cells = row ? [...row.querySelectorAll('[role="gridcell"]')].map(text) : []
      return cells[titles.indexOf(title)] ?? ''
    },
    [product, column],
  )
}

export const activeCell = (page: Page): Locator => sheet(page).locator('[role="gridcell"][aria-selected="true"]')

type VariationsAs = 'Folded' | 'Below' | 'Flat'
export const variationsAs = (page: Page, as: VariationsAs): Locator =>
  page.getByRole('radio', { name: as, exact: true })

export async function showVariations(page: Page, as: VariationsAs): Promise<void> {
  await page.locator('label').filter({ hasText: as }).click()
  await expect(variationsAs(page, as)).toBeChecked()
}

/** What is said of it to those who hear it. */
export const saying = (page: Page): Locator => page.getByRole('status', { name: 'Done in the sheet' })
