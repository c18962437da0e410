import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { preview } from '../e2e/pages/description-editor'
import { dropFiles } from '../support/drop-files'
import { createTour, picturesShown, sizeWindow } from '../support/tour'
import { keep, tourOfAFolder } from './tour-of-a-folder'
import { tourOfATimedSale } from './tour-of-a-timed-sale'
import { tourOfCategories } from './tour-of-categories'
import { tourOfManyProducts } from './tour-of-many-products'
import { tourOfSnapshots } from './tour-of-snapshots'
import { tourOfTheSheet } from './tour-of-the-sheet'
import { tourOfTypes } from './tour-of-types'
import { tourOfVariations } from './tour-of-variations'
import { tourOfViews } from './tour-of-views'

const named = (page: Page, name: RegExp) => page.getByRole('textbox', { name })
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const inStore = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'In the store' })).toBeVisible()

const folder = mkdtempSync(join(tmpdir(), 'stockroom-tour-'))
// The store goes off the network for a while, and must come back as it was.
test.use({ storeArguments: ['--state', join(folder, 'store.json')] })
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Illustrated = { sku: string; originalImageUrl: string }

/** Products of the demo store that have a picture. */
async function illustrated(storeUrl: string, token: string): Promise<Illustrated[]> {
  const headers = { Authorization: `Bearer ${token}` }
  const answer = await fetch(`${storeUrl}/products?limit=60&sortBy=ADDED_TIME_DESC`, { headers })
  const { items } = (await answer.json()) as { items: Partial<Illustrated>[] }
  return items.flatMap(({ sku, originalImageUrl }) => (sku && originalImageUrl ? [{ sku, originalImageUrl }] : []))
}

test('the main job', async ({ app, page, store }) => {
  await sizeWindow(app)
  const { step, shot } = createTour(app, page, resolve(process.env.STOCKROOM_TOUR_OUT ?? 'tour'))

  await step('Open Stockroom for the first time', () => expect(page).toHaveTitle('Stockroom'))
  await shot('first-start')

  const dialog = page.getByRole('dialog')
  await step('Connect a store and test the key', async () => {
    await page.getByRole('button', { name: 'Connect your store' }).click()
    await dialog.getByLabel('Connection name').fill('Harbour Goods')
    await dialog.getByLabel('Ecwid store ID').fill(String(store.storeId))
    await dialog.getByRole('textbox', { name: 'API key' }).fill(store.secretToken)
    await dialog.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(dialog.getByText(/60 products/)).toBeVisible()
  })
  await shot('connect', 'and narrow')

  await step('See the catalogue', async () => {
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Stoneware mug').first()).toBeVisible()
    await expect(page.getByText(/^Up to date/)).toBeVisible()
    await picturesShown(page)
    // The picture of the README has no message over its rows.
    await expect(page.getByText('is connected.')).toBeHidden({ timeout: 30_000 })
  })
  await shot('catalogue')

  const search = page.getByRole('searchbox', { name: 'Search products' })
  await step('Search as you type', async () => {
    await search.fill('mug')
    await expect(page.locator('mark').first()).toBeVisible()
    await picturesShown(page)
  })
  await shot('search')

  await step('Filter', async () => {
    await search.fill('')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByText('Out of stock', { exact: true }).last().click()
    await page.getByLabel('Price from').fill('100')
  })
  await shot('filters', 'and narrow')
  await step('See which filter to drop when nothing matches', async () => {
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('heading', { name: 'No product matches' })).toBeVisible()
  })
  await shot('nothing-matches')

  await step('Open a product', async () => {
    await page.getByRole('button', { name: 'Clear all', exact: true }).click()
    await page.getByText('Stoneware mug', { exact: true }).first().click()
    await expect(named(page, /^Name/)).toHaveValue('Stoneware mug')
    await picturesShown(page)
  })
  await shot('product-general')
  const tabs = [
    [/^Attributes/, 'product-attributes'],
    [/^Options/, 'product-options'],
    [/^Prices/, 'product-prices'],
    [/^Shipping/, 'product-shipping-and-tax'],
    [/^SEO/, 'product-seo'],
    [/^Related/, 'product-related'],
    [/^Media/, 'product-media'],
  ] as const
  const lookAt = async (label: RegExp) => {
    await tab(page, label)
    await picturesShown(page)
  }
  for (const [label, name] of tabs) {
    await step(`Look at its tab ${label.source.slice(1)}`, () => lookAt(label))
    await shot(name)
  }
  await step('Look at its tabs in a narrow window', () => sizeWindow(app, 760, 700))
  for (const [label, name] of [[/^General/, 'product-general'], ...tabs] as const) {
    await lookAt(label)
    await shot(`${name}-narrow`)
  }
  await sizeWindow(app)

  await step('See its description as source, with a preview', async () => {
    await tab(page, /^General/)
    await page.getByText('Source', { exact: true }).click()
    await page.getByText('Source', { exact: true }).scrollIntoViewIfNeeded()
    await expect(preview(page).locator('body')).not.toBeEmpty()
  })
  await shot('description-source')
  await page
    .getByRole('radiogroup', { name: 'How the description is edited' })
    .getByText('Text', { exact: true })
    .click()

  const showLanguage = async (name: RegExp) => {
    await page.getByRole('button', { name: /^Languages:/ }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await picturesShown(page)
  }
  await step('Look at its texts in another language', async () => {
    await tab(page, /^General/)
    await showLanguage(/German/)
  })
  await shot('product-translations')
  await showLanguage(/only/)

  await step('Type something wrong', async () => {
    await tab(page, /^General/)
    await named(page, /^Name/).fill('')
    await named(page, /^Price/).fill('twelve')
    await page.keyboard.press('F8')
  })
  await shot('product-errors')

  await step('Edit it and save', async () => {
    await named(page, /^Name/).fill('Stoneware mug, hand thrown')
    await named(page, /^Price/).fill('15,90')
    await save(page)
    await inStore(page)
  })
  await shot('product-saved')

  await step('Add a product with a name alone', async () => {
    await page.getByRole('button', { name: /New product/ }).click()
    await named(page, /^Name/).fill('Beaker')
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByRole('heading', { name: 'Beaker' })).toBeVisible()
    await inStore(page)
  })
  await step('Drop pictures on it', async () => {
    await tab(page, /^Media/)
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
    const some = (await illustrated(store.baseUrl, store.secretToken)).slice(0, 4)
    const files = await Promise.all(
      some.map((each, at) => keep(each.originalImageUrl, join(folder, `beaker-${at + 1}`))),
    )
    await dropFiles(page.locator('[data-over]:not([data-files-drop])'), files)
    await expect(page.locator('[data-picture]')).toHaveCount(4)
    await inStore(page)
    await picturesShown(page)
  })
  await shot('pictures-added')

  await step('Give it a video and a file for buyers', async () => {
    await page.getByRole('button', { name: 'Add a video' }).click()
    await page.getByLabel('Address of the video’s page').fill('https://www.youtube.com/watch?v=dQw4w9WgXcQ')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Videos' }).getByRole('listitem')).toHaveCount(1)
    const guide = join(folder, 'care-guide.pdf')
    writeFileSync(guide, 'How to care for it')
    await dropFiles(page.locator('[data-files-drop]'), [guide])
    await expect(page.getByRole('list', { name: 'Files for buyers' }).getByRole('listitem')).toHaveCount(1)
    await inStore(page)
    await page.locator('[data-files-drop]').scrollIntoViewIfNeeded()
    await picturesShown(page)
  })
  await shot('videos-and-files')

  await tourOfAFolder({ app, page, store, folder, step, shot })

  await step('Find the pictures without an alt text, and describe them', async () => {
    await page.getByRole('button', { name: 'Products whose pictures have no alt text' }).click()
    await page.getByRole('button', { name: 'Write alt texts' }).click()
    await page.getByLabel('Alt text of each picture').fill('{name}, {position}')
    await expect(page.getByText(/^\d+ alt texts will be written/)).toBeVisible()
    await picturesShown(page)
  })
  await shot('alt-texts', 'and narrow')
  await step('Write the alt texts', async () => {
    await page.getByRole('button', { name: /^Write \d+ alt texts/ }).click()
    await expect(page.getByRole('heading', { name: 'No product matches' })).toBeVisible()
    await page.getByRole('button', { name: 'Remove filter: Pictures without alt text' }).click()
    await search.fill('Beaker')
    await page.getByText('Beaker', { exact: true }).first().click()
    await search.fill('')
  })

  await step('Work without a network', async () => {
    await page.getByRole('button', { name: /^Catalogue/ }).click()
    await store.stop()
    await tab(page, /^General/)
    await named(page, /^Price/).fill('8')
    await save(page)
    await expect(page.getByText(/^Offline since/)).toBeVisible()
  })
  await shot('offline')
  await step('See what waits', async () => {
    await page.getByRole('button', { name: /^Changes/ }).click()
    await expect(page.getByText('Edit Beaker').first()).toBeVisible()
  })
  await shot('changes-waiting')
  await step('Come back, and see what was sent', async () => {
    await store.start()
    await page.getByRole('button', { name: 'Bring in news from the store now' }).click()
    await page.getByRole('tab', { name: /^All/ }).click()
    await expect(page.getByText(/^Up to date/)).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Waiting', { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: /Edit Stoneware mug/ }).click()
  })
  await shot('changes-sent')

  await step('Look at the history of a product', async () => {
    await page.getByRole('button', { name: /^Catalogue/ }).click()
    await page.getByText('Stoneware mug, hand thrown', { exact: true }).first().click()
    await tab(page, /^History/)
    await picturesShown(page)
  })
  await shot('product-history')

  await tourOfVariations({ app, page, product: 'Stoneware mug, hand thrown', step, shot })
  await tourOfManyProducts({ app, page, step, shot })
  await tourOfATimedSale({ app, page, step, shot })
  await tourOfTheSheet({ app, page, step, shot })
  await tourOfViews({ app, page, step, shot })
  const [, , , , another] = await illustrated(store.baseUrl, store.secretToken)
  const picture = await keep(another!.originalImageUrl, join(folder, 'shelf'))
  await tourOfCategories({ app, page, picture, step, shot })
  await tourOfTypes({ app, page, step, shot })

  await tourOfSnapshots({ app, page, step, shot })
  await step('Look at the settings', async () => {
    await page.getByRole('button', { name: 'Settings' }).click()
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  })
  await shot('settings')

  await step('Make the window narrow', async () => {
    await sizeWindow(app, 760, 700)
    await page.getByRole('button', { name: /^Catalogue/ }).click()
    await picturesShown(page)
  })
  await shot('narrow')
})
