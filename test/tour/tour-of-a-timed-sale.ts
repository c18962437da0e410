import type { ElectronApplication, Page } from '@playwright/test'
import { review, selectionBar } from '../e2e/pages/many-products'
import { grid } from '../e2e/pages/product-list'
import { goTo } from '../e2e/pages/screens'
import { expect } from '../support/app'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page } & Pick<Tour, 'step' | 'shot'>

/** A sale that waits for its start, and goes back at its end. */
export async function tourOfATimedSale({ app, page, step, shot }: Parts): Promise<void> {
  await step('Ask for a sale', async () => {
    await goTo(page, 'Catalogue')
    const rows = grid(page).locator('[data-index]')
    await rows.nth(1).click({ modifiers: ['Control'] })
    await rows.nth(9).click({ modifiers: ['Shift'] })
    await expect(selectionBar(page)).toContainText('products selected')
    await grid(page).focus()
    await page.keyboard.press('p')
    const dialog = page.getByRole('dialog', { name: 'Prices and sales' })
    await dialog.getByRole('combobox', { name: 'What' }).click()
    await page.getByRole('option', { name: 'Start a sale' }).click()
    await dialog.getByRole('textbox', { name: 'Percent' }).fill('-20')
    await review(page)
  })
  const dialog = page.getByRole('dialog', { name: 'Start and end' })
  await step('Give it a start and an end', async () => {
    await page.getByRole('button', { name: 'Give it a time…' }).click()
    await dialog.getByRole('radio', { name: 'At a time', exact: true }).check()
    await dialog.getByRole('radio', { name: /^At a time, and all of it/ }).check()
  })
  await shot('start-and-end')
  await dialog.getByRole('button', { name: 'Set the time' }).click()
  await expect(dialog).toHaveCount(0)
  await shot('review-with-a-time')
  await step('See it wait in Changes', async () => {
    await page.getByRole('button', { name: /^Start \w{3} / }).click()
    await page.getByRole('button', { name: /^Start a sale of/ }).click()
    await expect(page.getByRole('group', { name: 'Edits' }).getByRole('listitem').first()).toBeVisible()
  })
  await shot('at-its-time')
  await step('See it in a narrow window', () => sizeWindow(app, 760, 700))
  await shot('at-its-time-narrow')
  await sizeWindow(app)
  await step('Let it go', async () => {
    await page.getByRole('button', { name: 'Don’t start…' }).click()
    await page.getByRole('button', { name: 'Don’t start it' }).click()
    await expect(page.getByRole('region', { name: 'At their time' })).toHaveCount(0)
    await goTo(page, 'Catalogue')
  })
}
