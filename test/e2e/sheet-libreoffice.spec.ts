import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '../support/app'
import { copyHtml } from '../support/clipboard'
import { readProducts } from '../support/stored-product'
import { edits } from './pages/many-products'
import { activeCell, cell, openSheet, press } from './pages/sheet'

const flavour = (name: string) => readFileSync(resolve('test/fixtures/clipboards', name), 'utf8')
const table = flavour('libreoffice-calc-block.html')
const text = flavour('libreoffice-calc-block.tsv')
const mug = 'Tasse „Blau“; groß'
const pot = 'Kanne 5" hoch 2. Wahl'
const lamp = 'Lampe & Schirm <neu>'

test('a block as LibreOffice copies it is pasted, filled, taken back, reviewed without one of its values, sent and reverted', async ({
  app,
  page,
  store,
}) => {
  const names = ['Stoneware mug', 'Teapot “Lotse”', 'Table lamp “Leuchtturm”']
  const all = await readProducts(store)
  const ids = names.map((name) => all.find((product) => product.name === name)!.id)
  const stored = async () => {
    const now = await readProducts(store)
    return ids.map((wanted) => {
      const { name, sku, price, enabled } = now.find(({ id }) => id === wanted)!
      return { name, sku, price, enabled }
    })
  }
  const before = await stored()
  await openSheet(page, store)
  await copyHtml(app, table, text)
  await press(page, 'Control+v')
  await expect.poll(() => cell(page, mug, 'Price')).toBe('1299,00')
  await expect.poll(() => cell(page, mug, 'SKU')).toBe('00121')
  await expect.poll(() => cell(page, mug, 'Compare-to price')).toBe('1500,00')
  await expect.poll(() => cell(page, pot, 'Enabled')).toBe('No')
  await expect.poll(() => cell(page, pot, 'Compare-to price')).toBe('')
  await expect.poll(() => cell(page, lamp, 'Enabled')).toBe('Yes')

  // One of its prices is none, and gets that of the row above.
  const refused = page.getByRole('group', { name: 'Refused cells' })
  await expect(refused).toContainText('20 of 21 cells pasted, 1 refused')
  await refused.getByRole('button', { name: 'Show them' }).click()
  await expect(refused).toContainText('Refused: 1 of 1')
  await expect(activeCell(page)).toHaveCount(1)
  await expect(activeCell(page)).toHaveText('auf Anfrage')
  await press(page, 'Control+d')
  await expect.poll(() => cell(page, lamp, 'Price')).toBe('52,50')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, lamp, 'Price')).toBe('auf Anfrage')
  await press(page, 'Control+z')
  await expect.poll(() => cell(page, 'Stoneware mug', 'Price')).toBe('14,50')
  await press(page, 'Control+Shift+z', 'Control+Shift+z')
  await expect.poll(() => cell(page, lamp, 'Price')).toBe('52,50')

  await page.getByRole('button', { name: 'Review 3 products' }).click()
  await expect(edits(page).first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'SKU of Stoneware mug' }).uncheck()
  await page.getByRole('button', { name: 'Apply to 3 products' }).click()
  await expect.poll(stored).toEqual([
    { name: mug, sku: before[0]?.sku, price: 1299, enabled: true },
    { name: pot, sku: '00122', price: 52.5, enabled: false },
    { name: lamp, sku: '00123', price: 52.5, enabled: true },
  ])

  await page.getByRole('button', { name: 'Open Changes' }).click()
  await press(page, 'Control+z')
  await expect.poll(stored).toEqual(before)
})
