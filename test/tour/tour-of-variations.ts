import type { ElectronApplication, Page } from '@playwright/test'
import { variationGrid } from '../e2e/pages/variation-grid'
import { form, open, save, tab } from '../e2e/pages/product-form'
import { expect } from '../support/app'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page; product: string } & Pick<Tour, 'step' | 'shot'>

/** The variations of a product: their grid, what looks wrong in it, what is beside it, and all of them generated. */
export async function tourOfVariations({ app, page, product, step, shot }: Parts): Promise<void> {
  const dialog = page.getByRole('dialog')
  const close = async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await step('Look at the variations of a product', async () => {
    await open(page, product)
    await tab(page, /^Options/).click()
    await variationGrid(page).scrollIntoViewIfNeeded()
  })
  await shot('variations')
  await step('Give two of them the same SKU', async () => {
    const titles = await variationGrid(page).getByRole('columnheader').allInnerTexts()
    const skuOf = (row: number) =>
      variationGrid(page)
        .getByRole('row')
        .nth(row)
        .locator(`[aria-colindex="${titles.indexOf('SKU') + 1}"]`)
    const sku = await skuOf(1).innerText()
    await skuOf(2).click()
    await page.keyboard.type(sku)
    await page.keyboard.press('Enter')
    await skuOf(2).click()
    await expect(form(page).getByText('has this SKU too')).toBeVisible()
  })
  await shot('variations-alike')
  await step('See what else a variation may have of its own', async () => {
    await form(page).getByRole('button', { name: 'More…' }).click()
    await expect(dialog).toBeVisible()
  })
  await shot('variation-more', 'and narrow')
  await step('Choose the columns of the grid', async () => {
    await close()
    await form(page).getByRole('button', { name: 'Columns', exact: true }).click()
  })
  await shot('variation-columns', 'and narrow')
  await step('Make one variation more', async () => {
    await page.keyboard.press('Escape')
    await form(page).getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Add', exact: true })).toBeVisible()
  })
  await shot('variation-add', 'and narrow')
  await step('Generate all combinations', async () => {
    await page.keyboard.press('Escape')
    await form(page).getByRole('button', { name: 'Generate…' }).click()
    await expect(dialog.getByRole('listbox')).toBeVisible()
  })
  await shot('variations-generated', 'and narrow')
  await step('See the variations in a narrow window', async () => {
    await close()
    await sizeWindow(app, 760, 700)
    await variationGrid(page).scrollIntoViewIfNeeded()
  })
  await shot('variations-narrow')
  await step('Let go of what was typed', async () => {
    await sizeWindow(app)
    await form(page).getByRole('button', { name: 'Discard' }).click()
  })
  await step('Take away a choice that variations are made of', async () => {
    await form(page).getByLabel('Remove Slate', { exact: true }).click()
    await save(page)
    await expect(page.getByRole('dialog', { name: /will be removed$/ })).toBeVisible()
  })
  await shot('variations-going', 'and narrow')
  await step('Keep it', async () => {
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await form(page).getByRole('button', { name: 'Discard' }).click()
  })
}
