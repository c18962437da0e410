import type { Locator, Page } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { copyPicture, copyText } from '../support/clipboard'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropBytes, dropFiles, dropLink, dropParts, dropText } from '../support/drop-files'
import { pictureAddress } from '../support/picture-address'
import { pngBytes } from '../support/picture-files'
import { readProduct, readProducts, readState } from '../support/stored-product'
import { cards, dropPlace, openMedia } from './pages/media-tab'
import { nameField, open, pill, tab } from './pages/product-form'
import { row, search } from './pages/product-list'
import { goTo, said, screens } from './pages/screens'

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

/** A part of the Media tab that is no field. */
const mediaWords = (page: Page): Locator => page.getByText('or drop or paste them here')

async function picturesIn(store: DemoStore, name: string): Promise<number> {
  return (await readProduct(store, name)).media.images.length
}

/** A picture goes the way that everything before it would have gone, and is in the store in the end: alone. */
async function onlyThisOneIsAdded(page: Page, store: DemoStore, before: number): Promise<void> {
  await tab(page, /Media/).click()
  await dropFiles(dropPlace(page), [file('the only one.png', pngBytes(41, 43))])
  await expect.poll(() => picturesIn(store, 'Stoneware mug')).toBeGreaterThan(before)
  // The store has it before its answer is here.
  await expect(cards(page)).toHaveCount(before + 1)
  await expect(pill(page, 'In the store')).toBeVisible()
  await goTo(page, 'Changes')
  await page.getByRole('tab', { name: /All/ }).click()
  const sets = page.getByRole('listitem').filter({ hasText: 'Stoneware mug' })
  await expect(sets).toHaveCount(1)
  await expect(sets).toContainText('Add a picture')
  expect(await picturesIn(store, 'Stoneware mug')).toBe(before + 1)
}

test('what holds no picture is answered in the Media tab, on a row and on the whole window', async ({
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  const before = await picturesIn(store, 'Stoneware mug')
  for (const place of [mediaWords(page), row(page, 'Stoneware mug').first()]) {
    await dropLink(place, 'file:///etc/hosts')
    await said(page, 'is a link, but not to a place on the web')
    await dropLink(place, 'data:image/png;base64,AAAA')
    await said(page, 'has no address on the web')
    await dropText(place, 'a note')
    await said(page, 'There is no picture in what was dropped')
    await dropParts(place, { 'text/html': '<p>A <b>mug</b></p>', 'text/plain': 'A mug' })
    await said(page, 'There is no picture in what was dropped')
    await dropParts(place, { 'text/html': '<img src="https://a.example/1.png"><img src="https://a.example/2.png">' })
    await said(page, 'There are several pictures in what was dropped')
  }
  await dropLink(screens(page), 'https://example.com/mug.jpg')
  await said(page, 'A link has no file name to find a product by')
  await dropText(screens(page), 'a note')
  await said(page, 'There is no picture in what was dropped')
  await dropBytes(screens(page), 'from the web.png', pngBytes(40, 40))
  await said(page, '1 picture is no file on this computer')

  // A text goes into what holds text, without a word: the only one is about the next.
  await dropText(search(page), 'mug')
  await expect(search(page)).toHaveValue('mug')
  await dropText(screens(page), 'a note')
  const words = page.getByRole('status').filter({ hasText: 'dropped' })
  await expect(words).toBeInViewport()
  await expect(words).toHaveCount(1)
  await onlyThisOneIsAdded(page, store, before)
})

test('a picture or a link of a web page is taken in every form in which browsers give it, wherever pictures go', async ({
  page,
  store,
}) => {
  const [mug, others] = await Promise.all([readProduct(store, 'Stoneware mug'), readState(store)])
  const address = await pictureAddress(store)
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  let count = mug.media.images.length
  const isTaken = async (place: Locator, parts: Record<string, string>) => {
    await dropParts(place, parts)
    count++
    await expect.poll(() => picturesIn(store, 'Stoneware mug')).toBe(count)
  }
  for (const place of [mediaWords(page), row(page, 'Stoneware mug').first()]) {
    await isTaken(place, { 'text/html': `<img src="${address}" alt="Mug">` })
    await isTaken(place, { 'text/plain': address })
    await isTaken(place, { 'text/html': `<a href="${address}">Our mug</a>`, 'text/plain': 'Our mug' })
  }
  // Over a text of the Media tab a picture is one, whatever the browser gives along.
  const alt = page.getByRole('textbox', { name: 'Alt text of picture 1', exact: true })
  const before = await alt.inputValue()
  await isTaken(alt, { 'text/uri-list': address, 'text/html': `<img src="${address}">`, 'text/plain': address })
  await expect(alt).toHaveValue(before)

  const varied = others.products.find(({ id, combinations }) => id !== mug.id && combinations.length > 3)!
  const label = varied.combinations[0]!.options.map(({ value }) => value).join(', ')
  await search(page).fill(varied.name)
  // The rows found before stay until the answer: a click would meet whatever comes in their place.
  await expect(row(page, 'Stoneware mug')).toHaveCount(0)
  await open(page, varied.name)
  await tab(page, /Options/).click()
  await dropParts(page.getByRole('button', { name: `Choose a picture for ${label}` }), { 'text/plain': address })
  await expect(page.getByRole('button', { name: `Change the picture of ${label}` })).toBeVisible()
})

test('a picture that comes into a field of plain text is answered, and nothing is put in', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await open(page, 'Stoneware mug')
  const address = await pictureAddress(store)
  for (const field of [nameField(page), search(page)]) {
    const before = await field.inputValue()
    await dropParts(field, { 'text/html': `<img src="${address}">` })
    await said(page, 'Only text goes in here, so the picture that was dropped was not put in.')
    await dropLink(field, address)
    await said(page, 'Only text goes in here, so the link that was dropped was not put in.')
    await copyPicture(app, Buffer.from(pngBytes(40, 40)))
    await field.press('Control+V')
    await said(page, 'Only text goes in here, so the picture that was pasted was not put in.')
    await expect(field).toHaveValue(before)
  }
  await tab(page, 'General').press('Control+V')
  await said(page, 'Nothing here takes what was pasted')
})

test('a paste without a picture is answered in the Media tab, and left to a text field', async ({
  app,
  page,
  store,
}) => {
  await connect(page, store)
  await openMedia(page, 'Stoneware mug')
  const before = await picturesIn(store, 'Stoneware mug')
  await copyText(app, 'a note')
  await page.getByRole('tab', { name: /Media/ }).press('Control+V')
  await said(page, 'There is no picture in what was pasted')
  await search(page).press('Control+V')
  await expect(search(page)).toHaveValue('a note')
  await page.getByRole('tab', { name: /Media/ }).press('Control+V')
  const words = page.getByRole('status').filter({ hasText: 'pasted' })
  await expect(words).toBeInViewport()
  await expect(words).toHaveCount(1)
  await onlyThisOneIsAdded(page, store, before)
})

test('of several files for a variation the first picture is taken, and the others are named', async ({
  page,
  store,
}) => {
  const product = (await readProducts(store)).find(({ combinations }) => combinations.length > 3)!
  const label = product.combinations[0]!.options.map(({ value }) => value).join(', ')
  await connect(page, store)
  await open(page, product.name)
  await tab(page, /Options/).click()
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
