import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { edits, review, selectionBar } from '../e2e/pages/many-products'
import { grid } from '../e2e/pages/product-list'
import { expect } from '../support/app'
import { choose } from '../support/menu'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page } & Pick<Tour, 'step' | 'shot'>

/** Many products at once: selected, asked for, reviewed. */
export async function tourOfManyProducts({ app, page, step, shot }: Parts): Promise<void> {
  await step('Select some products', async () => {
    await page.getByRole('button', { name: /^Catalogue/ }).click()
    const rows = grid(page).locator('[data-index]')
    await rows.nth(1).click({ modifiers: ['Control'] })
    await rows.nth(9).click({ modifiers: ['Shift'] })
    await expect(selectionBar(page)).toContainText('9 products selected')
  })
  await shot('selection')
  await step('Ask for them in a file', async () => {
    await selectionBar(page).getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: 'Export', exact: true }).click()
    await page.getByRole('radio', { name: 'CSV for a spreadsheet' }).check()
    await page.getByRole('checkbox', { name: /^With the pictures/ }).check()
  })
  await shot('export')
  await page.keyboard.press('Escape')
  await step('Look at a table of a supplier', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'stockroom-tour-')), 'Autumn prices.csv')
    writeFileSync(
      file,
      [
        'Artikelnummer;Bezeichnung;Preis;Kategorie;Lagerort',
        'MUG-01;Becher;15,90;;A3',
        'MUG-02;Emaille;1.299;;B1',
        'JUG-07;Krug, gross;32,00;Kitchen & table / Jugs;B2',
        ';Ohne Nummer;9,00;;B3',
        '',
      ].join('\r\n'),
    )
    await choose(app, page, 'Import Products…')
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
    await expect(page.getByRole('list', { name: 'Columns' })).toBeVisible()
  })
  await shot('import')
  await step('Add what is new in it', async () => {
    await page.getByRole('button', { name: 'Review 4 rows' }).click()
    await page.getByRole('dialog').getByText('Both', { exact: true }).click()
  })
  await shot('import-what-is-new')
  await page.keyboard.press('Escape')
  await step('Give them an option', async () => {
    await grid(page).focus()
    await page.keyboard.press('o')
    const dialog = page.getByRole('dialog', { name: 'Options and variations' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Engraving')
    await dialog.getByRole('textbox', { name: 'Choices, one a line' }).fill('None\nOne side\nBoth sides')
    await expect(dialog.getByRole('listitem').first()).toContainText('Engraving')
  })
  await shot('options-for-many')
  await page.keyboard.press('Escape')
  await step('Type a pattern with a name that stands for nothing', async () => {
    await grid(page).focus()
    await page.keyboard.press('f')
    const dialog = page.getByRole('dialog', { name: 'Fill from a pattern' })
    await dialog.getByRole('textbox', { name: 'Pattern' }).fill('{brand} {name:title}, {colour}')
    await expect(dialog.getByText('There is no {colour}', { exact: false })).toBeVisible()
  })
  await shot('fill-with-a-fault')
  await step('See what a pattern makes', async () => {
    const pattern = page.getByRole('textbox', { name: 'Pattern' })
    await pattern.fill('{brand} {name:title} {number:3}')
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('001')
  })
  await shot('fill')
  await page.keyboard.press('Escape')
  await step('Paste a list of stock', async () => {
    await grid(page).focus()
    await page.keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'Stock' })
    await dialog.getByText('From a list').click()
    await dialog
      .getByRole('textbox', { name: 'SKUs and numbers' })
      .fill('SKU\tStock\nNONE\t4\nTWICE\t5\nTWICE\t6\nODD\tmany')
    await expect(dialog.getByText('No product has this SKU.')).toBeVisible()
  })
  await shot('stock-from-a-list')
  await page.keyboard.press('Escape')
  await step('Set a price for all of them', async () => {
    await grid(page).focus()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Set a field' })
    await dialog.getByRole('combobox', { name: 'Field' }).fill('Price')
    await page.getByRole('option', { name: 'Price', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Price', exact: true }).fill('24')
    await expect(dialog.getByRole('listitem').first()).toBeVisible()
  })
  await shot('set-a-field')
  await step('Review it, the biggest change first', async () => {
    await review(page)
    await expect(edits(page).first()).toBeVisible()
    await page.getByRole('combobox', { name: 'Order' }).click()
    await page.getByRole('option', { name: 'Biggest change first' }).click()
    await edits(page).nth(2).getByRole('checkbox').last().uncheck()
  })
  await shot('review')
  await step('See it in a narrow window', () => sizeWindow(app, 760, 700))
  await shot('review-narrow')
  await sizeWindow(app)
  await step('Let go of it', async () => {
    await page.getByRole('button', { name: 'Discard' }).click()
    await expect(edits(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Close the product' }).click()
  })
}
