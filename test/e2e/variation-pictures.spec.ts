import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import { pngBytes } from '../support/picture-files'
import { setVariationPicture } from '../support/stored-variations'
import { pictureOf, readProducts, type StoredVariation } from '../support/stored-product'
import { pill } from './pages/product-form'
import { dropOnWindow } from './pages/screens'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-variations-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Puts a file into the folder and answers with its hash. */
function file(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return sha256(bytes)
}

test('a file named by a variation’s SKU becomes that variation’s picture, and undo takes it back', async ({
  page,
  store,
}) => {
  const product = (await readProducts(store)).find(({ combinations }) => combinations.length > 3)!
  const gallery = async () =>
    (await readProducts(store)).find(({ id }) => id === product.id)!.media.images.map(pictureOf)
  const [first, filled, chosen] = product.combinations as [StoredVariation, StoredVariation, StoredVariation]
  const old = pngBytes(310, 310, { shade: 200 })
  await setVariationPicture(store, product.id, filled.id, old)
  const before = await gallery()
  const own = file(`${first.sku}-1.png`, pngBytes(300, 320, { shade: 20 }))
  const second = file(`${first.sku}-2.png`, pngBytes(300, 320, { shade: 60 }))
  const late = file(`${filled.sku}.png`, pngBytes(300, 320, { shade: 100 }))
  const typed = file('DSC_0001.png', pngBytes(300, 320, { shade: 140 }))
  const pictures = async () => {
    const { combinations } = (await readProducts(store)).find(({ id }) => id === product.id)!
    return [first, filled, chosen].map(({ id }) => combinations.find((each) => each.id === id)?.image?.sha256 ?? null)
  }
  await connect(page, store)
  await dropOnWindow(page, [folder])
  const upload = page.getByRole('button', { name: /^Upload \d/ })
  await expect(upload).toBeVisible({ timeout: 20_000 })

  const becomes = page.getByRole('list', { name: 'Variations that get a picture' })
  const labelOf = ({ options }: StoredVariation) => options.map(({ value }) => value).join(', ')
  await expect(becomes.getByRole('listitem')).toHaveText([new RegExp(labelOf(first))])
  await expect(page.getByRole('region', { name: 'Pictures' })).toContainText(
    'The variation has a picture already; this goes to the product’s gallery',
  )

  await page.getByRole('tab', { name: /^Unmatched/ }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'DSC_0001.png' })
    .getByRole('button', { name: /Assign/ })
    .click()
  const search = page.getByRole('combobox', { name: 'Product name or SKU' })
  await search.fill(product.sku)
  await page.getByRole('option').filter({ hasText: product.name }).first().click()
  const variation = page.getByRole('combobox', { name: `Variation of ${product.name}` })
  await variation.fill(chosen.sku)
  await expect(page.getByRole('option').filter({ hasText: labelOf(chosen) })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await variation.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('tab', { name: /^Matched/ }).click()
  await expect(becomes.getByRole('listitem')).toHaveCount(2)
  expect(await axeFaults(page)).toEqual([])

  await upload.click()
  await expect(page.getByText('4 pictures uploaded', { exact: true })).toBeVisible({ timeout: 30_000 })
  expect(await pictures()).toEqual([own, sha256(old), typed])
  const added = (await gallery()).slice(before.length)
  expect(added.toSorted()).toEqual([second, late].toSorted())

  await page.getByRole('button', { name: 'Undo this upload' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this upload' }).click()
  await expect.poll(pictures, { timeout: 30_000 }).toEqual([null, sha256(old), null])
  await expect.poll(gallery, { timeout: 30_000 }).toEqual(before)
})

test('a variation gets a picture in the product, loses it, and gets it back', async ({ page, store }) => {
  const product = (await readProducts(store)).find(({ combinations }) => combinations.length > 3)!
  const variation = product.combinations[0]!
  const label = variation.options.map(({ value }) => value).join(', ')
  const picture = async () => {
    const { combinations } = (await readProducts(store)).find(({ id }) => id === product.id)!
    return combinations.find(({ id }) => id === variation.id)?.image?.sha256 ?? null
  }
  const hash = file('towel.png', pngBytes(300, 320, { shade: 20 }))
  await connect(page, store)
  await page.getByText(product.name).first().click()
  await page.getByRole('tab', { name: /Options/ }).click()
  await expect(page.getByRole('button', { name: `Choose a picture for ${label}` })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel(`Picture file for ${label}`).setInputFiles(join(folder, 'towel.png'))
  await expect.poll(picture, { timeout: 15_000 }).toBe(hash)
  await page.getByRole('button', { name: `Remove the picture of ${label}` }).click()
  await expect.poll(picture, { timeout: 15_000 }).toBeNull()
  const removed = page.getByRole('status').filter({ hasText: 'removed' })
  await expect(removed.getByRole('button', { name: 'Close' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await expect(pill(page, 'In the store')).toBeVisible()
  await removed.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(picture, { timeout: 15_000 }).toBe(hash)
})
