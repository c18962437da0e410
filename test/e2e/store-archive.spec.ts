import { writeFileSync } from 'node:fs'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { savesTo } from '../support/save-dialog'
import { readProducts } from '../support/stored-product'
import { unzipped } from '../support/unzipped'
import { edits } from './pages/many-products'
import { field, save } from './pages/product-form'
import { grid } from './pages/product-list'
import { goTo } from './pages/screens'
import { archiveFile, compared, snapshots } from './pages/snapshots'

// Each picture is drawn when it is asked for.
test.use({ storeArguments: ['--products', '8'] })

test('all of a store is kept in one file, with its pictures', async ({ app, page, store }, info) => {
  const file = info.outputPath('mugs.zip')
  await connect(page, store)
  await goTo(page, 'Snapshots')
  await savesTo(app, file)
  await page.getByRole('button', { name: 'Export archive…' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Export archive' })
  await dialog.getByRole('checkbox', { name: 'With pictures' }).check()
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([])
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByText(/^mugs\.zip has 8 products, .* and [1-9]\d* pictures\.$/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(dialog).toBeHidden()
  const files = await unzipped(file)
  const skus = (await readProducts(store)).map(({ sku }) => sku)
  const kept = JSON.parse(files.get('products.json')!.toString()) as { sku: string }[]
  expect(kept.map(({ sku }) => sku).sort()).toEqual(skus.sort())
})

test('a store is compared with an archive of it, and put back as it was in it', async ({ app, page, store }, info) => {
  const file = info.outputPath('mugs.zip')
  const subtitles = async () => (await readProducts(store)).map(({ subtitle }) => subtitle ?? '')
  await connect(page, store)
  const before = await subtitles()
  await goTo(page, 'Snapshots')
  await savesTo(app, file)
  await page.getByRole('button', { name: 'Export archive…' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByText(/^mugs\.zip has 8 products/)).toBeVisible()

  await goTo(page, 'Catalogue')
  await grid(page).getByRole('row').nth(1).click()
  await field(page, 'Subtitle').fill('By mistake')
  await save(page)
  await expect.poll(subtitles).toContain('By mistake')

  await goTo(page, 'Snapshots')
  const other = info.outputPath('other.zip')
  writeFileSync(other, 'no archive')
  await archiveFile(page).setInputFiles(other)
  await expect(page.getByRole('alert')).toContainText('other.zip is no archive of a store.')
  await archiveFile(page).setInputFiles(file)
  await expect(compared(page)).toHaveCount(1)
  await expect(compared(page)).toContainText('By mistake')
  await expect(page.getByText(/Archive mugs\.zip$/)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Put back everything…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click()
  await expect(edits(page).filter({ hasText: 'Subtitle' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Apply to 1 product' }).click()
  await expect.poll(subtitles).toEqual(before)

  await goTo(page, 'Snapshots')
  const archive = snapshots(page).filter({ hasText: 'Archive mugs.zip' })
  await expect(archive).toContainText('8 products')
  expect(await axeFaults(page)).toEqual([])
  await archive.getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(archive).toHaveCount(0)
})
