import { expect, test } from '../support/app'
import { isForAll } from '../support/axe-in-both'
import { connect } from '../support/connected'
import { readProduct } from '../support/stored-product'
import { open, tab } from './pages/product-form'

test('what unfolds and opens within the form of a product is without a fault for those who cannot see it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, 'Prices').click()
  const folded = page.getByRole('tabpanel').getByRole('button', { expanded: false })
  await expect(folded.first()).toBeVisible()
  while (await folded.count()) await folded.first().click()
  await page.getByRole('switch', { name: 'Sold as a subscription' }).press('Space')
  await page.getByRole('button', { name: 'Add to Suggested amounts' }).click()
  await isForAll(page, 'Prices, unfolded')
  await tab(page, /^Options/).click()
  await page.getByRole('button', { name: 'Fold Volume' }).click()
  await isForAll(page, 'Options')
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
  await isForAll(page, 'Columns of variations')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Add', exact: true })).toBeVisible()
  await isForAll(page, 'Add a variation')
})

test('options that are filled in or shown as swatches are typed in both languages and arrive', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await page.getByRole('button', { name: /^Languages:/ }).click()
  await page.getByRole('menuitemradio', { name: /German/ }).click()
  await tab(page, /^Options/).click()
  const cards = page.locator('[data-option]')
  const kinds = { Delivery: 'Date', Artwork: 'File upload', Message: 'Text area', Lid: 'Radio buttons' }
  for (const [name, kind] of Object.entries(kinds)) {
    await page.getByRole('button', { name: 'Add option' }).click()
    await page.keyboard.type(name)
    const card = cards.last()
    await card.getByRole('combobox', { name: /is shown$/ }).click()
    await page.getByRole('option', { name: kind }).click()
    await card.getByLabel(/^Name of option \d in German/).fill(`${name} auf Deutsch`)
    if (name === 'Lid') {
      await card.getByLabel('New choice of Lid').fill('Cork')
      await card.getByLabel('New choice of Lid').press('Enter')
      await card.getByLabel('Choice 1 in German').fill('Kork')
    } else await card.getByRole('checkbox', { name: 'Required' }).press('Space')
  }
  await cards.first().getByRole('checkbox', { name: 'Show product pictures as swatches' }).press('Space')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('status').filter({ hasText: 'In the store' })).toBeVisible()
  const { options } = await readProduct(store, 'Stoneware mug')
  expect((options as object[])[0]).toMatchObject({ name: 'Color', useImageAsSwatchSelector: true })
  expect((options as object[]).slice(3)).toMatchObject([
    { name: 'Delivery', type: 'DATE', required: true, nameTranslated: { de: 'Delivery auf Deutsch' } },
    { name: 'Artwork', type: 'FILES', required: true },
    { name: 'Message', type: 'TEXTAREA', required: true },
    { name: 'Lid', type: 'RADIO', required: false, choices: [{ text: 'Cork', textTranslated: { de: 'Kork' } }] },
  ])
})

test('a type that would lose values says which before it is saved', async ({ page, store }) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await tab(page, 'Attributes').click()
  await page.getByRole('combobox', { name: 'Product type' }).click()
  await page.getByRole('option', { name: 'Textiles' }).click()
  await expect(
    page.getByText(/The new type has no Glaze, Supplier code, Capacity: the store drops their values/),
  ).toBeVisible()
})
