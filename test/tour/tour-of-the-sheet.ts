import type { ElectronApplication, Page } from '@playwright/test'
import { activeCell, cell, goToStart, press, sheet, showSheet, showVariations } from '../e2e/pages/sheet'
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
  await step('See variations below their products, and select one of these', async () => {
    await showVariations(page, 'Below')
    await goToStart(page)
    await press(page, 'Shift+Space', 'ArrowDown')
    await expect(page.getByText('1 product selected')).toBeVisible()
  })
  await shot('sheet-variations')
  await step('See them flat', async () => {
    await showVariations(page, 'Flat')
    // A product that is selected before is all of its variations then.
    await expect(sheet(page).getByText('Stoneware mug, hand thrown, Sand', { exact: false }).first()).toBeAttached()
    await goToStart(page)
    await expect(activeCell(page)).toContainText('Stoneware mug, ')
  })
  await shot('sheet-flat')
  await step('Look for a text in the cells', async () => {
    await press(page, 'Control+f')
    await page.keyboard.type('slate')
    await expect(page.getByRole('group', { name: 'Find in the sheet' })).toContainText(/^1 of \d/)
    await press(page, 'Enter')
  })
  await shot('sheet-find')
  await step('See both in a narrow window', () => sizeWindow(app, 900, 600))
  await shot('sheet-find-narrow')
  await step('Go back to the list', async () => {
    await sizeWindow(app)
    await press(page, 'Escape')
    await goToStart(page)
    await press(page, 'Shift+Space', 'Control+z')
    await showVariations(page, 'Folded')
    await page.locator('label').filter({ hasText: 'List' }).click()
    await expect(page.getByRole('grid', { name: 'Products' })).toBeVisible()
  })
}
