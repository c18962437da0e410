import type { Locator, Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { copyPicture } from '../support/clipboard'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { dropFiles } from '../support/drop-files'
import { avifAlpha, bmpBytes, gifBytes, jpegBytes, pngBytes, webpLossy } from '../support/picture-files'
import { startWebServer } from '../support/web-server'
import {
  altOf,
  linkToAPicture,
  pictureOf,
  readProducts,
  type StoredImage,
  type StoredProduct,
} from '../support/stored-product'
import { cards, dropPlace, handle, openMedia } from './pages/media-tab'
import { pill } from './pages/product-form'
import { row, search } from './pages/product-list'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-drop-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function picturesOf(store: DemoStore, productId: number): Promise<StoredImage[]> {
  return (await readProducts(store)).find(({ id }) => id === productId)?.media.images ?? []
}

async function orderOf(store: DemoStore, productId: number): Promise<string[]> {
  return (await picturesOf(store, productId)).map(pictureOf)
}

/** The list holds more than is in view. */
async function findMedia(page: Page, name: string): Promise<void> {
  await search(page).fill(name)
  await openMedia(page, name)
}

/** A product of the demo shop that has no pictures, made so in the store before it is connected. */
async function withoutPictures(store: DemoStore): Promise<StoredProduct> {
  const product = (await readProducts(store)).find(({ media }) => media.images.length > 0)
  if (!product) throw new Error('The demo store has no pictures.')
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const at = `${store.baseUrl}/products/${product.id}`
  await fetch(`${at}/gallery`, { method: 'DELETE', headers })
  await fetch(`${at}/image`, { method: 'DELETE', headers })
  expect(await picturesOf(store, product.id)).toEqual([])
  return product
}

test('three files dropped: two reach the store, one gets its sentence', async ({ page, store }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  const good = pngBytes(40, 30)
  const paths = [
    file('1 good.png', good),
    file('2 broken.jpg', jpegBytes(200, 200).subarray(0, 700)),
    file('3 new.webp', webpLossy),
  ]
  await dropFiles(dropPlace(page), paths)

  await expect(page.getByRole('alert', { name: '1 item was not added' })).toContainText(
    /2 broken\.jpg The JPEG file is damaged/,
  )
  await expect(cards(page)).toHaveCount(2)
  await expect.poll(async () => (await picturesOf(store, product.id)).length).toBe(2)
  const stored = await picturesOf(store, product.id)
  expect(stored[0]?.sha256).toBe(sha256(good))
  expect(stored[1]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(stored[1]?.sha256).not.toBe(sha256(webpLossy))
  await expect(page.getByText(/Waiting to be uploaded|Uploading/)).toHaveCount(0)
  await expect(handle(page, /^Main picture of 2/)).toBeVisible()

  await page.getByRole('button', { name: 'Dismiss 2 broken.jpg' }).click()
  await expect(page.getByRole('alert', { name: /not added/ })).toHaveCount(0)
})

test('a folder arrives in the order of its names, converted where need be', async ({ page, store }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  file('shoot/10.gif', gifBytes())
  file('shoot/2.png', pngBytes(5, 5))
  file('shoot/30.bmp', bmpBytes())
  file('shoot/4.avif', avifAlpha)
  file('shoot/.hidden.png', pngBytes(6, 6))
  await dropFiles(dropPlace(page), [join(folder, 'shoot')])
  await expect.poll(async () => (await picturesOf(store, product.id)).length).toBe(4)
  const hashes = await orderOf(store, product.id)
  expect(hashes[0]).toBe(sha256(pngBytes(5, 5)))
  expect(hashes[2]).toBe(sha256(gifBytes()))
})

test('pictures are arranged by keyboard, described, deleted and brought back', async ({ page, store }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  const [a, b, c] = [pngBytes(3, 3), pngBytes(4, 4), pngBytes(5, 5)].map((bytes, n) => {
    file(`${n}.png`, bytes)
    return sha256(bytes)
  })
  await dropFiles(dropPlace(page), [join(folder, '0.png'), join(folder, '1.png'), join(folder, '2.png')])
  await expect.poll(() => orderOf(store, product.id)).toEqual([a, b, c])

  await handle(page, /^Picture 3 of 3/).focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(dropPlace(page).locator('output')).toHaveText('Picture moved to place 2 of 3.')
  await expect(handle(page, /^Picture 2 of 3/)).toBeFocused()
  await expect.poll(() => orderOf(store, product.id)).toEqual([a, c, b])

  await page.keyboard.press('Space')
  await expect(page.getByText('Picked up the picture at place 2 of 3.')).toBeAttached()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('It would be place 1 of 3.')).toBeAttached()
  await page.keyboard.press('Space')
  await expect.poll(() => orderOf(store, product.id)).toEqual([c, a, b])

  await page.getByRole('button', { name: 'Actions for picture 3' }).click()
  await page.getByRole('menuitem', { name: 'Make main picture' }).click()
  await expect.poll(() => orderOf(store, product.id)).toEqual([b, c, a])

  const alt = page.getByLabel('Alt text of picture 2')
  await alt.fill('A mug from the side')
  await alt.press('Enter')
  await expect.poll(async () => (await picturesOf(store, product.id)).map(altOf)[1]).toBe('A mug from the side')

  await handle(page, /^Picture 3 of 3/).focus()
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(2)
  await expect(handle(page, /^Picture 2 of 2/)).toBeFocused()
  await expect.poll(() => orderOf(store, product.id)).toEqual([b, c])
  const deleted = page.getByRole('status').filter({ hasText: 'deleted' })
  await deleted.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(cards(page)).toHaveCount(3)
  await expect.poll(() => orderOf(store, product.id)).toEqual([b, c, a])
})

test('of many pictures those far from sight are drawn when they are gone to, and arranged as all others', async ({
  page,
  store,
}) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  const sizes = Array.from({ length: 48 }, (_, n) => n + 1)
  await dropFiles(
    dropPlace(page),
    sizes.map((size) => file(`${size}.png`, pngBytes(size, 3))),
  )
  const hashes = sizes.map((size) => sha256(pngBytes(size, 3)))
  await expect.poll(() => orderOf(store, product.id), { timeout: 60_000 }).toEqual(hashes)
  await expect(cards(page)).toHaveCount(48)
  const far = cards(page).nth(39)
  await expect(far).toHaveText('Picture 40 of 48')
  await expect(handle(page, /^Picture 40 of 48/)).toHaveCount(0)
  await expect(handle(page, /^Picture 48 of 48/)).toHaveCount(1)

  await far.scrollIntoViewIfNeeded()
  await handle(page, /^Picture 40 of 48/).focus()
  await expect(handle(page, /^Picture 12 of 48/)).toHaveCount(0)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(handle(page, /^Picture 39 of 48/)).toBeFocused()
  const [before, after] = [hashes.slice(0, 38), hashes.slice(40)]
  const arranged = [...before, hashes[39], hashes[38], ...after]
  await expect.poll(() => orderOf(store, product.id)).toEqual(arranged)

  const from = await boxOf(handle(page, /^Picture 39 of 48/))
  const to = await boxOf(handle(page, /^Picture 38 of 48/))
  await page.mouse.move(from.x + 60, from.y + 60)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 60, { steps: 8 })
  await page.mouse.up()
  await expect(handle(page, /^Picture 38 of 48/)).toBeFocused()
  await expect
    .poll(() => orderOf(store, product.id))
    .toEqual([...hashes.slice(0, 37), hashes[39], hashes[37], hashes[38], ...after])

  // From there the main picture is far away.
  await page.getByRole('button', { name: 'Actions for picture 38', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Make main picture' }).click()
  await expect(handle(page, /^Main picture of 48/)).toBeFocused()
  await expect(handle(page, /^Main picture of 48/)).toBeInViewport()
  await expect.poll(async () => (await orderOf(store, product.id))[0]).toBe(hashes[39])
})

test('the menu of a picture opens at its button, which stays where it is', async ({ page, store }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  const paths = [3, 4, 5, 6].map((size) => file(`${size}.png`, pngBytes(size, size)))
  await dropFiles(dropPlace(page), paths)
  await expect.poll(async () => (await picturesOf(store, product.id)).length).toBe(4)
  for (const name of ['main picture', 'picture 2', 'picture 4']) {
    const button = page.getByRole('button', { name: `Actions for ${name}`, exact: true })
    await button.hover()
    const before = await boxOf(button)
    await button.click()
    const menu = page.getByRole('menu')
    await expect(menu).toBeVisible()
    expect(await boxOf(button), name).toEqual(before)
    await expect.poll(async () => gapBetween(before, await boxOf(menu)), name).toBeLessThanOrEqual(12)
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }
})

type Box = { x: number; y: number; width: number; height: number }

async function boxOf(what: Locator): Promise<Box> {
  const box = await what.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return box
}

/** Across or down, whichever is wider; 0 or less where they touch. */
function gapBetween(a: Box, b: Box): number {
  const across = Math.max(a.x - b.x - b.width, b.x - a.x - a.width)
  const down = Math.max(a.y - b.y - b.height, b.y - a.y - a.height)
  return Math.max(across, down)
}

test('a drag with the mouse makes another picture the main one', async ({ page, store }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  const paths = [pngBytes(3, 3), pngBytes(4, 4)].map((bytes, n) => file(`${n}.png`, bytes))
  await dropFiles(dropPlace(page), paths)
  await expect.poll(async () => (await picturesOf(store, product.id)).length).toBe(2)
  const [from, to] = await Promise.all([cards(page).nth(1).boundingBox(), cards(page).nth(0).boundingBox()])
  if (!from || !to) throw new Error('no cards')
  await page.mouse.move(from.x + 60, from.y + 60)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 60, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => orderOf(store, product.id)).toEqual([sha256(pngBytes(4, 4)), sha256(pngBytes(3, 3))])
})

test('a picture dropped on a row of the list lands at that product', async ({ page, store }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await page
    .getByPlaceholder(/search/i)
    .first()
    .fill(product.name)
  await dropFiles(row(page, product.name).first(), [
    file('a.png', pngBytes(7, 7)),
    file('notes.txt', Buffer.from('to do')),
  ])
  await expect(page.getByText(`1 picture added to ${product.name}`)).toBeVisible()
  await expect(page.getByText(/notes\.txt: This is not a picture/)).toBeVisible()
  await expect.poll(() => orderOf(store, product.id)).toEqual([sha256(pngBytes(7, 7))])
})

test('a link is checked where it is typed, then its picture is added', async ({ page, store }) => {
  const product = await withoutPictures(store)
  const picture = await linkToAPicture(store)
  const bytes = Buffer.from(await (await fetch(picture)).arrayBuffer())
  // A computer of one's own network, which is not the store.
  const web = await startWebServer((_request, response) => void response.end(pngBytes(8, 8)))
  try {
    await connect(page, store)
    await findMedia(page, product.name)
    await page.getByRole('button', { name: 'Add by link' }).click()
    const link = page.getByLabel('Link to a picture')
    await link.fill(`${web.origin.replace('http:', 'https:')}/mug.png`)
    await link.press('Enter')
    await expect(page.getByText(/its own network, so nothing was loaded/)).toBeVisible()
    await link.fill(`${store.origin}/images/1003/nothing.png`)
    await link.press('Enter')
    await expect(page.getByText(/The link leads nowhere/)).toBeVisible()
    await link.fill(picture)
    await link.press('Enter')
    await expect(cards(page)).toHaveCount(1)
    await expect.poll(() => orderOf(store, product.id)).toEqual([sha256(bytes)])
    expect(web.requests).toEqual([])
  } finally {
    await web.stop()
  }
})

test('chosen files can replace the main picture', async ({ page, store }) => {
  const product = (await readProducts(store)).find(({ media }) => media.images.length > 0)
  if (!product) throw new Error('The demo store has no pictures.')
  const before = product.media.images.length
  await connect(page, store)
  await findMedia(page, product.name)
  await expect(cards(page)).toHaveCount(before)
  await page.getByText('Replace main picture').click()
  await page.getByLabel('Picture files').setInputFiles(file('new.jpg', jpegBytes(30, 30, 200)))
  await expect.poll(async () => (await orderOf(store, product.id))[0]).toBe(sha256(jpegBytes(30, 30, 200)))
  await expect(cards(page)).toHaveCount(before)
  await expect(pill(page, 'In the store')).toBeVisible()
  const told = page.getByRole('status').filter({ hasText: 'Main picture replaced' })
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => orderOf(store, product.id)).not.toContain(sha256(jpegBytes(30, 30, 200)))
  await expect(cards(page)).toHaveCount(before)
})

test('a copied picture is pasted', async ({ page, store, app }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  await copyPicture(app, pngBytes(20, 10))
  await page.getByRole('tab', { name: /Media/ }).focus()
  await page.keyboard.press('Control+V')
  await expect(cards(page)).toHaveCount(1)
  await expect.poll(async () => (await picturesOf(store, product.id)).length).toBe(1)
})

test('uploads that wait survive the app being killed, and arrive once', async ({ page, store, relaunch }) => {
  const product = await withoutPictures(store)
  await connect(page, store)
  await findMedia(page, product.name)
  await store.control('POST', '/faults', {
    match: { method: 'POST', path: '/(image|gallery)' },
    times: 1000,
    kind: 'status',
    status: 503,
  })
  const all = [pngBytes(3, 3), pngBytes(4, 4), pngBytes(5, 5)]
  await dropFiles(
    dropPlace(page),
    all.map((bytes, n) => file(`${n}.png`, bytes)),
  )
  await expect(cards(page)).toHaveCount(3)
  rmSync(folder, { recursive: true })
  const again = await relaunch({ kill: true })
  await store.control('DELETE', '/faults')
  await expect(again.getByRole('grid', { name: 'Products' })).toBeVisible()
  await expect.poll(() => orderOf(store, product.id), { timeout: 60_000 }).toEqual(all.map(sha256))
})

test('code in the window reaches no file that nobody dropped', async ({ page, store }) => {
  await connect(page, store)
  const secret = file('secret.webp', webpLossy)
  const answers = await page.evaluate(async (path) => {
    const { stockroom } = window
    const forged = [
      { path, name: 'a.webp', webkitRelativePath: '' },
      Object.create(File.prototype, { path: { value: path } }),
      Object.defineProperty(new File(['a'], 'a.webp'), 'path', { value: path }),
      Object.defineProperty(new File(['a'], path), 'webkitRelativePath', { value: `x/${path}` }),
    ] as unknown as File[]
    const tokens = forged.map((each) => {
      try {
        return stockroom.tokensOf([each])[0]
      } catch {
        return ''
      }
    })
    const refusals: unknown[] = []
    for (const named of [path, ` ${path}`, crypto.randomUUID()]) {
      refusals.push((await stockroom.call('pictures.inspect', { files: [named] })).ok)
      refusals.push((await stockroom.call('pictures.read', { file: named })).ok)
      refusals.push((await stockroom.call('pictures.readLink', { url: named })).ok)
    }
    const handOver = await Promise.resolve()
      .then(() => stockroom.call('files.handOver' as never, [{ token: crypto.randomUUID(), path }] as never))
      .then(
        ({ ok }) => (ok ? 'heard' : 'refused'),
        () => 'refused',
      )
    return { tokens, refusals: [...new Set(refusals)], handOver }
  }, secret)
  expect(answers).toEqual({ tokens: ['', '', '', ''], refusals: [false], handOver: 'refused' })
})

test('with a public key pictures are shown and nothing else', async ({ page, store }) => {
  const product = (await readProducts(store)).find(({ media }) => media.images.length > 1)
  if (!product) throw new Error('The demo store has no pictures.')
  await connect(page, store, 'public')
  await page
    .getByPlaceholder(/search/i)
    .first()
    .fill(product.name)
  await row(page, product.name).first().dblclick()
  await page.getByRole('tab', { name: /Media/ }).click()
  await expect(cards(page)).toHaveCount(product.media.images.length)
  await expect(page.getByRole('button', { name: 'Choose files' })).toHaveCount(0)
  await dropFiles(dropPlace(page), [file('a.png', pngBytes())])
  await expect(cards(page)).toHaveCount(product.media.images.length)
})
