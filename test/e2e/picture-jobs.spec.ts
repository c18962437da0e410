import type { ElectronApplication } from '@playwright/test'
import jpeg from 'jpeg-js'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PNG } from 'pngjs'
import { expect, test } from '../support/app'
import { axeFaults } from '../support/axe'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { exif, segment, withSegments } from '../support/jpeg-segments'
import { jpegBytes, pngBytes, webpLossy } from '../support/picture-files'
import { newestPicture } from '../support/newest-picture'
import { altOf, pictureOf, readProduct, readProducts, type StoredProduct } from '../support/stored-product'
import {
  addedTo,
  products as reviewed,
  review,
  screen,
  undoUpload,
  unmatched,
  uploadButton,
} from './pages/pictures-screen'
import { tab } from './pages/product-form'
import { dropOnWindow } from './pages/screens'

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

/** Pictures of each product in their order: what was uploaded by its hash, what was there before by its own name. */
async function galleries(store: DemoStore): Promise<Record<string, string[]>> {
  const products = await readProducts(store)
  return Object.fromEntries(products.map(({ sku, media }) => [sku, media.images.map(pictureOf)]))
}

/** The store with these pictures at the end of their galleries. */
function withAdded(before: Record<string, string[]>, added: Record<string, string[]>): Record<string, string[]> {
  const entries = Object.entries(before).map(([sku, pictures]) => [sku, [...pictures, ...(added[sku] ?? [])]])
  return Object.fromEntries(entries) as Record<string, string[]>
}

async function plainProducts(store: DemoStore): Promise<StoredProduct[]> {
  const products = await readProducts(store)
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

test('a folder is reviewed, mended, uploaded and undone', async ({ page, store, app }) => {
  const products = await plainProducts(store)
  const before = await galleries(store)
  const added = shoot(products.slice(0, 12))
  const [webpOwner, typedOwner, doubtfulOwner] = products.slice(12, 15) as [StoredProduct, StoredProduct, StoredProduct]
  file(`${webpOwner.sku}.webp`, webpLossy)
  const typed = file('DSC_0001.png', pngBytes(301, 303, { shade: 7 }))
  file('DSC_0002.png', pngBytes(301, 305, { shade: 9 }))
  file('cut off.jpg', jpegBytes(300, 300).subarray(0, 900))
  const doubtful = file(`${doubtfulOwner.name.slice(1)}.png`, pngBytes(301, 307, { shade: 11 }))
  file('.DS_Store', Buffer.from('nothing'))
  await connect(page, store)
  await review(page, folder)

  await expect(tab(page, /^Matched 3[78]/)).toBeVisible()
  await expect(tab(page, /^Refused 1/)).toBeVisible()
  await expect(uploadButton(page)).toHaveText(/Upload 3[78] pictures/)
  await expect(screen(page).getByRole('button', { name: /SKU/ }).first()).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await tab(page, /^Refused/).click()
  await expect(page.getByRole('group', { name: 'Refused files' })).toContainText('cut off.jpg')

  await tab(page, /^Unmatched/).click()
  const assign = page
    .getByRole('listitem')
    .filter({ hasText: 'DSC_0001.png' })
    .getByRole('button', { name: /Assign|Other/ })
  await assign.click()
  const search = page.getByRole('combobox', { name: 'Product name or SKU' })
  await search.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await assign.click()
  await search.fill(typedOwner.sku)
  await expect(page.getByRole('option').filter({ hasText: typedOwner.name }).first()).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await search.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'DSC_0001.png' })).toHaveCount(0)

  await tab(page, /^Doubtful/).click()
  const doubts = page.getByRole('group', { name: 'Doubtful files' })
  const unsure = doubts.getByRole('listitem').filter({ hasText: doubtfulOwner.name.slice(1) })
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

  await undoUpload(page)
  await expect.poll(() => galleries(store), { timeout: 30_000 }).toEqual(before)
})

test('the same folder dropped twice uploads nothing twice', async ({ page, store }) => {
  const products = await plainProducts(store)
  const before = await galleries(store)
  const added = shoot(products.slice(0, 4))
  await connect(page, store)
  await review(page, folder)
  await uploadButton(page).click()
  await expect(page.getByText('12 pictures uploaded', { exact: true })).toBeVisible({ timeout: 30_000 })
  await dropOnWindow(page, [folder])
  await expect(tab(page, /^Already there 12/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: /^Upload/ })).toBeDisabled()
  expect(await galleries(store)).toEqual(withAdded(before, added))
})

test('a gallery is replaced only after a second yes', async ({ page, store }) => {
  const products = (await plainProducts(store)).filter(({ media }) => media.images.length > 1).slice(0, 3)
  const before = await galleries(store)
  const added = shoot(products)
  await connect(page, store)
  await review(page, folder)
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

  await undoUpload(page)
  const counts = (all: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(all).map(([k, v]) => [k, v.length]))
  await expect.poll(async () => counts(await galleries(store)), { timeout: 30_000 }).toEqual(counts(before))
})

/** A photo with a note that the camera was turned by a quarter, and where it was. */
function turnedPhoto(width: number, height: number): Buffer {
  return withSegments(jpegBytes(width, height), segment(0xe1, exif(6, 'taken at home')))
}

test('pictures are made as wished: smaller, upright, described, without place', async ({ page, store }) => {
  const [large, turned, noted, clear] = await plainProducts(store)
  if (!large || !turned || !noted || !clear) throw new Error('The demo store has too few products.')
  file(`${large.sku}.jpg`, jpegBytes(1600, 800))
  file(`${turned.sku}.jpg`, turnedPhoto(1500, 900))
  file(`${noted.sku}.jpg`, turnedPhoto(600, 400))
  const seeThrough = new PNG({ width: 1400, height: 700 })
  seeThrough.data.fill(120)
  file(`${clear.sku}.png`, PNG.sync.write(seeThrough))
  await connect(page, store)
  await review(page, folder)
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('combobox', { name: 'Longest side' }).click()
  await page.getByRole('option', { name: '1,200 pixels' }).click()
  await page.getByRole('switch', { name: 'Remove place and camera data' }).press('Space')
  await page.getByLabel('Alt text of each picture').fill('{name}, from the side')
  await expect(page.getByText(/^.+, from the side$/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Use for all pictures' }).click()
  await expect(page.getByRole('button', { name: 'Use for all pictures' })).toHaveCount(0)
  expect(await axeFaults(page)).toEqual([])
  await uploadButton(page).click()
  await expect(page.getByText('4 pictures uploaded', { exact: true })).toBeVisible({ timeout: 30_000 })

  expect(jpeg.decode(await newestPicture(store, large))).toMatchObject({ width: 1200, height: 600 })
  const upright = await newestPicture(store, turned)
  expect(jpeg.decode(upright)).toMatchObject({ width: 720, height: 1200 })
  const lean = await newestPicture(store, noted)
  expect(jpeg.decode(lean)).toMatchObject({ width: 400, height: 600 })
  for (const photo of [upright, lean]) expect(photo.includes('taken at home')).toBe(false)
  const still = PNG.sync.read(await newestPicture(store, clear))
  expect([still.width, still.height, still.data[3]]).toEqual([1200, 600, 120])
  const { media } = await readProduct(store, large.name)
  expect(media.images.map(altOf).at(-1)).toBe(`${large.name}, from the side`)
})

test('files that fit no product are put on one: several at once by mouse, the rest the same way by keyboard', async ({
  page,
  store,
}) => {
  for (let at = 1; at <= 6; at++) file(`DSC_000${at}.png`, pngBytes(300 + at, 300, { shade: 20 * at }))
  file('note.txt', Buffer.from('no picture'))
  await connect(page, store)
  await page.setViewportSize({ width: 1280, height: 800 })
  await review(page, folder)
  const rows = unmatched(page).getByRole('listitem')
  await expect(rows).toHaveCount(6)
  // Each dropped file shows a small picture of its own, made in the window.
  await expect(unmatched(page).locator('img[src^="blob:"]')).toHaveCount(6)
  await rows.nth(0).getByRole('checkbox').check()
  await rows.nth(1).getByRole('checkbox').check()
  const mug = page.getByRole('region', { name: 'Products to assign to' }).getByRole('button', { name: /MUG-01/ })
  await rows.nth(1).dragTo(mug, { sourcePosition: { x: 200, y: 30 } })
  await expect(rows).toHaveCount(4)
  await expect(tab(page, /^Matched 2/)).toBeVisible()
  await page.getByRole('button', { name: 'Assign these 4 the same way' }).press('Enter')
  await expect(tab(page, /^Matched 6/)).toBeVisible()
  await tab(page, /^Matched/).click()
  await expect(reviewed(page)).toHaveCount(1)
  await expect(addedTo(reviewed(page))).toHaveCount(6)
})

test('a file is put on another product by mouse; the upload is held, released and cancelled', async ({
  page,
  store,
}) => {
  const products = (await plainProducts(store)).slice(0, 10)
  const before = await galleries(store)
  shoot(products)
  await store.control('POST', '/faults', { match: { path: '/gallery|/image' }, times: 60, kind: 'slow', ms: 400 })
  await connect(page, store)
  await review(page, folder)
  const rows = reviewed(page)
  const files = (index: number) => addedTo(rows.nth(index))
  await files(0)
    .first()
    .dragTo(rows.nth(1), { targetPosition: { x: 60, y: 60 } })
  await expect(files(0)).toHaveCount(2)
  await expect(files(1)).toHaveCount(4)

  // By keyboard: down to the next row, its menu, and its first picture stays out.
  await files(0).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(files(1).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Leave out' }).press('Enter')
  await expect(files(1)).toHaveCount(3)

  await page.setViewportSize({ width: 760, height: 620 })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })

  await uploadButton(page).click()
  const count = async () => Object.values(await galleries(store)).flat().length - Object.values(before).flat().length
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await expect(page.getByText('Held', { exact: true })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Release' }).click()
  const held = await count()
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(held)
  await page.getByRole('button', { name: 'Cancel…' }).click()
  await page.getByRole('button', { name: 'Remove what is there' }).click()
  await expect(page.getByText(/^Cancelled/).first()).toBeVisible()
  await expect.poll(() => galleries(store), { timeout: 30_000 }).toEqual(before)
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
