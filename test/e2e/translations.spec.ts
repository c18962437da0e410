import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { controlOf } from '../support/store-control'
import { readProduct, readState } from '../support/stored-product'
import { categoryPage, line, showCategories } from './pages/categories'
import { closeFilters, filters, openFilters } from './pages/filters'
import { field, open, pill, save, tab } from './pages/product-form'
import { grid } from './pages/product-list'

const languages = (page: Page) => page.getByRole('button', { name: /^Languages:/ })
type Translated = Record<'nameTranslated' | 'descriptionTranslated' | 'seoTitleTranslated', Record<string, string>>
const inGerman = [
  ['Glaze', 'Glänzend'],
  ['Capacity', '80 Milliliter'],
] as const
const stored = async (store: Parameters<typeof readProduct>[0], name: string) =>
  (await readProduct(store, name)) as unknown as Translated

test('the texts of a product are written in another language beside the first one, sent, and found by a filter while they are missing', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Espresso cup, set of two')
  await expect(field(page, 'Name in German')).toHaveCount(0)
  await languages(page).click()
  await page.getByRole('menuitemradio', { name: /English and German/ }).click()
  await expect(languages(page)).toHaveAccessibleName(/English and German, \d missing/)
  await field(page, 'Name in German').fill('Espressotasse, zwei Stück')
  await page.getByRole('textbox', { name: 'Description in German' }).click()
  await page.keyboard.type('Zwei Tassen.')
  expect(await axeFaults(page)).toEqual([])
  await tab(page, 'Attributes').click()
  for (const [name, text] of inGerman) await field(page, `${name} in German`).fill(text)
  await tab(page, 'SEO').click()
  await field(page, 'Page title in German').fill('Espressotasse kaufen')
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  expect(await stored(store, 'Espresso cup, set of two')).toMatchObject({
    name: 'Espresso cup, set of two',
    nameTranslated: { en: 'Espresso cup, set of two', de: 'Espressotasse, zwei Stück' },
    descriptionTranslated: { de: '<p>Zwei Tassen.</p>' },
    seoTitleTranslated: { de: 'Espressotasse kaufen' },
  })
  await tab(page, 'History').click()
  await expect(page.getByRole('tabpanel', { name: 'History' }).getByText('Name in German')).toBeVisible()

  // Each alt text is written as its box is left.
  await tab(page, /Media/).click()
  const alts = page.getByRole('textbox', { name: /^Alt text of picture \d+ in German$/ })
  await expect(alts.first()).toBeVisible()
  for (const alt of await alts.all()) await alt.fill('Zwei Tassen')
  await tab(page, 'General').click()
  await expect(languages(page)).toHaveAccessibleName(/English and German$/)

  // The language stays for the next product.
  await page.getByRole('button', { name: 'Close the product' }).click()
  await openFilters(page)
  await filters(page).getByRole('combobox', { name: 'Translations' }).click()
  const missing = page.getByRole('option', { name: /^Missing in German \(\d+\)$/ })
  const count = Number(/\d+/.exec(await missing.innerText())?.[0])
  await missing.click()
  await closeFilters(page)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(count + 1))
  await expect(page.getByRole('button', { name: 'Remove filter: Missing in German' })).toBeVisible()
  await expect(grid(page).getByText('Espresso cup, set of two', { exact: true })).toHaveCount(0)
})

test('what an attribute says is written in another language under its value, and arrives beside it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Espresso cup, set of two')
  await languages(page).click()
  await page.getByRole('menuitemradio', { name: /English and German/ }).click()
  await tab(page, 'Attributes').click()
  await field(page, 'Brand in German').fill('Hafenton')
  await expect(field(page, 'UPC in German')).toHaveCount(0)
  expect(await axeFaults(page)).toEqual([])
  await save(page)
  await expect(pill(page, 'In the store')).toBeVisible()
  const { attributes } = (await readProduct(store, 'Espresso cup, set of two')) as unknown as { attributes: object[] }
  expect(attributes).toContainEqual(
    expect.objectContaining({ value: 'Harbour Clay', valueTranslated: { en: 'Harbour Clay', de: 'Hafenton' } }),
  )
  await tab(page, 'History').click()
  await expect(page.getByRole('tabpanel', { name: 'History' }).getByText('Brand in German')).toBeVisible()
})

test('the alt text of a picture is written in another language under the first one, and what is missing is named', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Espresso cup, set of two')
  await tab(page, /Media/).click()
  const alt = page.getByRole('textbox', { name: 'Alt text of picture 2', exact: true })
  await alt.fill('Two cups')
  await alt.press('Enter')
  await languages(page).click()
  await page.getByRole('menuitemradio', { name: /English and German/ }).click()
  await languages(page).click()
  await expect(page.getByRole('menu').getByText(/alt text of picture 2/)).toBeVisible()
  await page.keyboard.press('Escape')
  const inGerman = page.getByRole('textbox', { name: 'Alt text of picture 2 in German' })
  await inGerman.fill('Zwei Tassen')
  await inGerman.press('Enter')
  expect(await axeFaults(page)).toEqual([])
  const inStore = async () => (await readProduct(store, 'Espresso cup, set of two')).media.images[1]?.alt
  await expect.poll(inStore).toEqual({ main: 'Two cups', translated: { en: 'Two cups', de: 'Zwei Tassen' } })
  await languages(page).click()
  await expect(page.getByRole('menu').getByText(/alt text of picture 2/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await tab(page, 'History').click()
  await expect(page.getByRole('tabpanel', { name: 'History' }).getByText('Alt text in German')).toBeVisible()
})

test('by keyboard alone a text is translated; a store with one language sees nothing of it', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  await languages(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'English only' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(languages(page)).toBeFocused()
  await field(page, 'Name in German').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Becher')
  await page.keyboard.press('Control+s')
  await expect
    .poll(async () => (await stored(store, 'Stoneware mug')).nameTranslated)
    .toEqual({ en: 'Stoneware mug', de: 'Becher' })

  await controlOf(store)('POST', '/profile', { languages: { enabledLanguages: ['en'] } })
  await page.getByRole('button', { name: 'Bring in news from the store now' }).click()
  await expect(languages(page)).toHaveCount(0)
  await expect(field(page, 'Name in German')).toHaveCount(0)
})

test('the texts of a category are written in another language beside the first one, and it is said which are missing', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await showCategories(page)
  await line(page, 'Lamps').click()
  const lamps = categoryPage(page, 'Lamps')
  await expect(lamps.getByLabel('Name in German')).toHaveCount(0)
  await languages(page).click()
  await page.getByRole('menuitemradio', { name: /English and German/ }).click()
  const name = lamps.getByLabel('Name in German')
  await expect(name).not.toHaveValue('')
  await name.fill('')
  await languages(page).click()
  await expect(page.getByRole('menu').getByText(/Missing in German: Name/)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await name.fill('Leuchten')
  await lamps.getByRole('textbox', { name: 'Description in German', exact: true }).click()
  await page.keyboard.type('Licht für jeden Raum.')
  expect(await axeFaults(page)).toEqual([])
  await lamps.getByRole('button', { name: 'Save' }).click()
  const inStore = async () => (await readState(store)).categories.find((each) => each.name === 'Lamps')
  await expect.poll(inStore).toMatchObject({
    nameTranslated: { en: 'Lamps', de: 'Leuchten' },
    descriptionTranslated: { de: '<p>Licht für jeden Raum.</p>' },
  })
})
