import type { ElectronApplication, Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { jpegBytes, pngBytes, webpLossy } from '../support/picture-files'

type StoredPicture = { base: string; sha256: string | null; alt?: { main?: string } }
type StoredProduct = { id: number; name: string; sku: string; media: { images: StoredPicture[] } }

let folder: string
test.beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'stockroom-job-')), 'shoot')
  mkdirSync(folder)
})
test.afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Puts a file into the folder and answers with its hash. */
function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return sha256(bytes)
}

async function productsOf(store: DemoStore): Promise<StoredProduct[]> {
  return ((await store.control('GET', '/state')) as { products: StoredProduct[] }).products
}

/** Pictures of each product in their order: what was uploaded by its hash, what was there before by its own name. */
async function galleries(store: DemoStore): Promise<Record<string, string[]>> {
  const products = await productsOf(store)
  return Object.fromEntries(
    products.map(({ sku, media }) => [sku, media.images.map(({ sha256, base }) => sha256 ?? base)]),
  )
}

/** The store with these pictures at the end of their galleries. */
function withAdded(before: Record<string, string[]>, added: Record<string, string[]>): Record<string, string[]> {
  const entries = Object.entries(before).map(([sku, pictures]) => [sku, [...pictures, ...(added[sku] ?? [])]])
  return Object.fromEntries(entries) as Record<string, string[]>
}

async function plainProducts(store: DemoStore): Promise<StoredProduct[]> {
  const products = await productsOf(store)
  return products.filter(({ sku }) => /^[A-Z]{3}-\d\d$/.test(sku))
}

/** Three pictures for each of some products, named by SKU, in two folders. */
function shoot(products: readonly StoredProduct[]): Record<string, string[]> {
  return Object.fromEntries(
    products.map(({ sku }, at) => {
      const place = at % 2 === 0 ? '' : 'second day/'
      const shade = 3 * at
      return [
        sku,
        [
          file(`${place}${sku}_1.png`, pngBytes(340, 300, { shade: 10 + shade })),
          file(`${place}${sku}_2.jpg`, jpegBytes(320, 300, 90 + shade)),
          file(`${place}${sku}_3.png`, pngBytes(300, 330, { shade: 130 + shade })),
        ],
      ]
    }),
  )
}

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name })
const uploadButton = (page: Page) => page.getByRole('button', { name: /^Upload \d/ })
const screen = (page: Page) => page.getByRole('region', { name: 'Pictures' })

async function review(page: Page): Promise<void> {
  await dropFiles(page.getByRole('navigation', { name: 'Screens' }), [folder])
  await expect(uploadButton(page)).toBeVisible({ timeout: 20_000 })
}

test('a folder is reviewed, mended, uploaded and undone', async ({ page, store, app }) => {
  const products = await plainProducts(store)
  const before = await galleries(store)
  const added = shoot(products.slice(0, 12))
  const [webpOwner, typedOwner, doubtfulOwner] = products.slice(12, 15) as [StoredProduct, StoredProduct, StoredProduct]
  file(`${webpOwner.sku}.webp`, webpLossy)
  const typed = file('DSC_0001.png', pngBytes(301, 303, { shade: 7 }))
  file('DSC_0002.png', pngBytes(301, 305, { shade: 9 }))
  file('cut off.jpg', jpegBytes(300, 300).subarray(0, 900))
  const doubtful = file(`${doubtfulOwner.name.slice(0, -1)}.png`, pngBytes(301, 307, { shade: 11 }))
  file('.DS_Store', Buffer.from('nothing'))
  await connect(page, store)
  await review(page)

  await expect(tab(page, /^Matched 3[78]/)).toBeVisible()
  await expect(tab(page, /^Refused 1/)).toBeVisible()
  await expect(uploadButton(page)).toHaveText(/Upload 3[78] pictures/)
  await expect(screen(page).getByRole('button', { name: /SKU/ }).first()).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await tab(page, /^Refused/).click()
  await expect(page.getByRole('group', { name: 'Refused files' })).toContainText('cut off.jpg')

  await tab(page, /^Unmatched/).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'DSC_0001.png' })
    .getByRole('button', { name: /Assign|Other/ })
    .click()
  const search = page.getByRole('combobox', { name: 'Product name or SKU' })
  await search.fill(typedOwner.sku)
  await expect(page.getByRole('option').filter({ hasText: typedOwner.name }).first()).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await search.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'DSC_0001.png' })).toHaveCount(0)

  await tab(page, /^Doubtful/).click()
  const doubts = page.getByRole('group', { name: 'Doubtful files' })
  const unsure = doubts.getByRole('listitem').filter({ hasText: doubtfulOwner.name.slice(0, -1) })
  await unsure.getByRole('button', { name: doubtfulOwner.sku }).click()
  await expect(unsure).toHaveCount(0)

  await uploadButton(page).click()
  await expect(page.getByText('39 pictures uploaded', { exact: true })).toBeVisible({ timeout: 30_000 })
  const now = await galleries(store)
  const converted = now[webpOwner.sku]?.at(-1)
  expect(converted).toMatch(/^[0-9a-f]{64}$/)
  expect(converted).not.toBe(sha256(webpLossy))
  const expected = {
    ...added,
    [webpOwner.sku]: [converted ?? ''],
    [typedOwner.sku]: [typed],
    [doubtfulOwner.sku]: [doubtful],
  }
  expect(now).toEqual(withAdded(before, expected))
  expect(await axeFaults(page)).toEqual([])

  const saved = await savedCsv(app, () => page.getByRole('button', { name: 'Save as CSV' }).click())
  expect(saved).toContain('DSC_0001.png')
  expect(saved).toContain('DSC_0002.png')

  await page.getByRole('button', { name: 'Undo this upload' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this upload' }).click()
  await expect.poll(() => galleries(store), { timeout: 30_000 }).toEqual(before)
})

test('the same folder dropped twice uploads nothing twice', async ({ page, store }) => {
  const products = await plainProducts(store)
  const before = await galleries(store)
  const added = shoot(products.slice(0, 4))
  await connect(page, store)
  await review(page)
  await uploadButton(page).click()
  await expect(page.getByText('12 pictures uploaded', { exact: true })).toBeVisible({ timeout: 30_000 })
  await dropFiles(page.getByRole('navigation', { name: 'Screens' }), [folder])
  await expect(tab(page, /^Already there 12/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /^Upload/ })).toBeDisabled()
  expect(await galleries(store)).toEqual(withAdded(before, added))
})

test('an upload that was broken off goes on where it was', async ({ page, store, relaunch }) => {
  const products = await plainProducts(store)
  const before = await galleries(store)
  const added = shoot(products.slice(0, 10))
  await store.control('POST', '/faults', { match: { path: '/gallery|/image' }, times: 30, kind: 'slow', ms: 300 })
  await connect(page, store)
  await review(page)
  await uploadButton(page).click()
  const count = async () => {
    const now = await galleries(store)
    return Object.keys(added).reduce((sum, sku) => sum + (now[sku]?.length ?? 0) - (before[sku]?.length ?? 0), 0)
  }
  await expect.poll(count, { timeout: 30_000 }).toBeGreaterThan(3)
  // The files are gone as well: what was copied is enough.
  const again = await relaunch({ kill: true })
  expect(await count()).toBeLessThan(30)
  await again.getByRole('button', { name: /^Pictures/ }).click()
  await expect(again.getByText('30 pictures uploaded', { exact: true })).toBeVisible({ timeout: 45_000 })
  expect(await galleries(store)).toEqual(withAdded(before, added))
})

test('a gallery is replaced only after a second yes', async ({ page, store }) => {
  const products = (await plainProducts(store)).filter(({ media }) => media.images.length > 1).slice(0, 3)
  const before = await galleries(store)
  const added = shoot(products)
  await connect(page, store)
  await review(page)
  await page.getByText('Replace gallery').click()
  const going = products.reduce((sum, { media }) => sum + media.images.length, 0)
  await expect(page.getByRole('button', { name: `${going} pictures will be removed` })).toBeVisible()
  await uploadButton(page).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(products[0]?.name ?? '')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  expect(await galleries(store)).toEqual(before)
  await dialog.getByRole('button', { name: /^Remove \d+ pictures and upload/ }).click()
  await expect(page.getByText('9 pictures uploaded', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => galleries(store), { timeout: 20_000 }).toEqual({ ...before, ...added })

  await page.getByRole('button', { name: 'Undo this upload' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this upload' }).click()
  const counts = (all: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(all).map(([k, v]) => [k, v.length]))
  await expect.poll(async () => counts(await galleries(store)), { timeout: 30_000 }).toEqual(counts(before))
})

/** What the person gets who says yes in the system's dialog. */
async function savedCsv(app: ElectronApplication, press: () => Promise<void>): Promise<string> {
  const path = join(folder, '..', 'report.csv')
  const name = app.evaluate(
    ({ session }, path) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(path)
          item.once('done', () => resolve(item.getFilename()))
        })
      }),
    path,
  )
  await press()
  expect(basename(await name)).toBe('Pictures shoot.csv')
  return readFileSync(path, 'utf8')
}
