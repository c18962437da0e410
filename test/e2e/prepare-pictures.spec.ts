import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import jpeg from 'jpeg-js'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { iccProfile } from '../../renderer/stores/icc-profile'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import type { DemoStore } from '../support/demo-store-process'
import { fixture } from '../support/fixture'
import { heicProfile, heicTurn, heicWith } from '../support/heic-files'
import { pngBytes, webpMoving } from '../support/picture-files'
import { profileSegment, quarterJpeg, quartersOf, uprightQuarters } from '../support/quarters'
import { newestPicture } from '../support/newest-picture'
import { readProducts, type StoredProduct } from '../support/stored-product'
import { review } from './pages/pictures-screen'

let folder: string
test.beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'stockroom-prepare-')), 'shoot')
  mkdirSync(folder)
})
test.afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function plainProducts(store: DemoStore): Promise<StoredProduct[]> {
  return (await readProducts(store)).filter(({ sku }) => /^[A-Z]{3}-\d\d$/.test(sku))
}

/** Pixels of what arrived, whichever of the two types it has. */
function pixelsOf(bytes: Buffer) {
  const isPng = bytes[0] === 0x89
  return { isPng, ...(isPng ? PNG.sync.read(bytes) : jpeg.decode(bytes)) }
}

/** A picture that moves, with two frames. */
function movingGif(): Buffer {
  const still = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64')
  const frame = still.subarray(still.indexOf(0x2c), still.length - 1)
  return Buffer.concat([still.subarray(0, -1), frame, Buffer.from([0x3b])])
}

const heic = fixture('quarters.heic')
const upright = { quarters: uprightQuarters, isPng: false }
/** What is dropped, and what the store has to get. */
const converted: [name: string, bytes: Buffer, expected: { quarters: string; isPng: boolean }][] = [
  ['.heic', heic, upright],
  ['.HEIC', heicWith(heic, heicTurn(1)), { quarters: 'green white red blue', isPng: false }],
  ['.tiff', fixture('lzw.tiff'), upright],
  ['.tif', fixture('turned.tiff'), { quarters: 'blue red white green', isPng: false }],
  ['-5.tif', fixture('cmyk.tiff'), upright],
  ['_3.tif', fixture('pages.tiff'), upright],
  ['_16.tif', fixture('deflate-16.tiff'), upright],
  ['_2.tif', fixture('see-through.tiff'), { quarters: uprightQuarters, isPng: true }],
  ...[2, 3, 4, 5, 6, 7, 8].map((orientation): (typeof converted)[number] => {
    return ['.jpg', quarterJpeg(orientation), upright]
  }),
]
const untouched: [name: string, bytes: Buffer][] = [
  ['.jpg', quarterJpeg(1)],
  ['_cmyk.jpg', fixture('cmyk.jpg')],
  ['_16.png', fixture('sixteen-bit.png')],
  ['.gif', movingGif()],
  ['_1.png', pngBytes(1, 1)],
  [' (4).jpg', pngBytes(300, 300)],
]

test('every kind of picture arrives upright, in its colours, and hostile ones end with a sentence', async ({
  page,
  store,
}) => {
  const products = await plainProducts(store)
  const next = (): StoredProduct => {
    const product = products.shift()
    if (!product) throw new Error('The demo store has too few products.')
    return product
  }
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)
  const made = converted.map(([name, bytes, expected]) => {
    const product = next()
    put(product.sku + name, bytes)
    return { product, name, expected }
  })
  const same = untouched.map(([name, bytes]) => {
    const product = next()
    put(product.sku + name, bytes)
    return { product, name, expected: sha256(bytes) }
  })
  const wide = next()
  put(`${wide.sku}.jpg`, quarterJpeg(6, 96, 64, profileSegment(iccProfile('display-p3'))))
  const widePhoto = next()
  put(`${widePhoto.sku}.heic`, heicWith(heic, heicProfile(iccProfile('display-p3'))))
  const moving = next()
  put(`${moving.sku}.webp`, webpMoving())
  const hollow = next()
  const brokenInside = fixture('lzw.tiff')
  brokenInside.fill(0xff, 8, 60)
  put(`${hollow.sku}.tif`, brokenInside)

  await connect(page, store)
  await review(page, folder)
  await page.getByRole('button', { name: /^Upload \d/ }).click()
  const count = made.length + same.length + 3
  await expect(page.getByText(`${count} pictures uploaded, 1 failed`, { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/could not be opened, so it is not sent/).first()).toBeVisible()

  for (const { product, name, expected } of made) {
    const { isPng, ...pixels } = pixelsOf(await newestPicture(store, product))
    expect.soft({ name, quarters: quartersOf(pixels), isPng }).toEqual({ name, ...expected })
  }
  for (const { product, name, expected } of same) {
    expect.soft({ name, hash: sha256(await newestPicture(store, product)) }).toEqual({ name, hash: expected })
  }
  for (const product of [wide, widePhoto]) {
    const kept = await newestPicture(store, product)
    expect(kept.includes('Display P3')).toBe(true)
    expect(quartersOf(jpeg.decode(kept))).toBe(uprightQuarters)
  }
  expect(jpeg.decode(await newestPicture(store, moving))).toMatchObject({ width: 9, height: 5 })
  const after = (await plainProducts(store)).find(({ id }) => id === hollow.id)
  expect(after?.media.images.length).toBe(hollow.media.images.length)
})
