import type { ElectronApplication } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropBytes, dropFiles, dropLink, dropText } from '../support/drop-files'
import { pngBytes } from '../support/picture-files'
import { dropPlace, openMedia } from './pages/media-tab'
import { row, search } from './pages/product-list'
import { said, screens } from './pages/screens'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-drops-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

async function copyText(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
}

async function picturesIn(store: DemoStore, name: string): Promise<number> {
  const { products } = (await store.control('GET', '/state')) as {
    products: { name: string; media: { images: unknown[] } }[]
  }
  return products.find((product) => product.name === name)?.media.images.length ?? 0
}

test('what holds no picture is answered in the Media tab, on a row and on the whole window', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  const before = await picturesIn(store, 'Stoneware mug')
  await dropLink(dropPlace(page), 'file:///etc/hosts')
  await said(page, 'is a link, but not to a place on the web')
  await dropLink(row(page, 'Stoneware mug').first(), 'data:image/png;base64,AAAA')
  await said(page, 'has no address on the web')
  await dropLink(screens(page), 'https://example.com/mug.jpg')
  await said(page, 'A link has no file name to find a product by')
  await dropText(screens(page), 'a note')
  await said(page, 'There is no picture in what was dropped')
  await dropText(page.getByText('or drop or paste them here'), 'a note')
  await said(page, 'There is no picture in what was dropped')
  await dropBytes(screens(page), 'from the web.png', pngBytes(40, 40))
  await said(page, '1 picture is no file on this computer')
  expect(await picturesIn(store, 'Stoneware mug')).toBe(before)
  await expect(page.getByRole('tab', { name: /Media/ })).toBeVisible()

  // A text goes into what holds text, without a word.
  await dropText(search(page), 'mug')
  await expect(search(page)).toHaveValue('mug')
  await expect(page.getByRole('status').filter({ hasText: 'dropped' })).toHaveCount(0)
})

test('a paste without a picture is answered in the Media tab, and left to a text field', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  await copyText(app, 'a note')
  await page.getByRole('tab', { name: /Media/ }).press('Control+V')
  await said(page, 'There is no picture in what was pasted')
  await search(page).press('Control+V')
  await expect(search(page)).toHaveValue('a note')
  await expect(page.getByRole('status').filter({ hasText: 'pasted' })).toHaveCount(0)
})

test('of several files for a variation the first picture is taken, and the others are named', async ({
  page,
  store,
}) => {
  const { products } = (await store.control('GET', '/state')) as {
    products: { name: string; combinations: { options: { value: string }[] }[] }[]
  }
  const product = products.find(({ combinations }) => combinations.length > 3)!
  const label = product.combinations[0]!.options.map(({ value }) => value).join(', ')
  await connect(page, store)
  await page.getByText(product.name).first().click()
  await page.getByRole('tab', { name: /Options/ }).click()
  const place = page.getByRole('button', { name: `Choose a picture for ${label}` })
  await dropFiles(place, [file('notes.txt', 'to do')])
  const problem = page.getByRole('alert').filter({ hasText: 'not a picture' })
  await expect(problem).toBeVisible()
  await problem.getByRole('button').click()
  file('shoot/0 notes.txt', 'to do')
  file('shoot/1.png', pngBytes(40, 40))
  await dropFiles(place, [join(folder, 'shoot'), file('2.png', pngBytes(40, 41)), file('3.png', pngBytes(40, 42))])
  await said(page, `${label} has one picture, so only 1.png was taken and the 2 others were left out.`)
  await expect(page.getByRole('button', { name: `Change the picture of ${label}` })).toBeVisible()
})

test('files dropped where they cannot be taken hear why', async ({ page, store }) => {
  await dropFiles(page.locator('body'), [file('a.png', pngBytes(40, 40))])
  await said(page, 'No store is open, so nothing was added.')
  await connect(page, store, 'public')
  await dropFiles(screens(page), [join(folder, 'a.png')])
  await said(page, 'This key is public')
})
