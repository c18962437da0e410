import type { ElectronApplication, Page } from '@playwright/test'
import { cell, goToStart, press, showSheet } from '../e2e/pages/sheet'
import { goTo } from '../e2e/pages/screens'
import { expect } from '../support/app'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page } & Pick<Tour, 'step' | 'shot'>

/** The products of the list as a sheet. */
export async function tourOfTheSheet({ app, page, step, shot }: Parts): Promise<void> {
  await step('Type into the sheet, also what cannot be', async () => {
    await goTo(page, 'Catalogue')
    await showSheet(page)
    await goToStart(page)
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight')
    await page.keyboard.type('9,90')
    await press(page, 'Enter')
    await page.keyboard.type('twelve')
    await press(page, 'Enter', 'ArrowUp')
    await expect.poll(() => cell(page, 'Enamel camping mug', 'Price')).toBe('twelve')
  })
  await shot('sheet')
  await step('See the sheet in a narrow window', () => sizeWindow(app, 900, 600))
  await shot('sheet-narrow')
  await step('See what a selection comes to', async () => {
    await sizeWindow(app)
    await press(page, 'Control+z', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight')
    await expect(page.getByText(/^Sum /)).toBeVisible()
  })
  await shot('sheet-sums')
  await step('Go back to the list', async () => {
    await press(page, 'Control+z')
    await page.locator('label').filter({ hasText: 'List' }).click()
    await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible()
  })
}
