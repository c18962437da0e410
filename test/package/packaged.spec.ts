import { expect, test } from '@playwright/test'
import jpeg from 'jpeg-js'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PNG } from 'pngjs'
import { fixture } from '../support/fixture'
import { heicTurn, heicWith } from '../support/heic-files'
import { quarterJpeg, quartersOf, uprightQuarters } from '../support/quarters'
import { makeDataFolder, removeMainPicture, uploadFolder, type DataFolder } from './data-folder'
import { serveForeignPage } from './foreign-page'
import { startPackaged } from './packaged-app'

let data: DataFolder
let app: { end: () => Promise<void> } | null = null

test.beforeEach(async () => {
  data = await makeDataFolder()
})
test.afterEach(async () => {
  await app?.end()
  app = null
  data.remove()
})

async function plainProducts(): Promise<{ id: number; sku: string }[]> {
  return data.look(async (_, control) => {
    const { products } = (await control('GET', '/state')) as { products: { id: number; sku: string }[] }
    return products.filter(({ sku }) => /^[A-Z]{3}-\d\d$/.test(sku))
  })
}

/** The name of its original in the store. */
async function mainPictureOf(product: { id: number } | undefined): Promise<number> {
  return data.look(async (_, control) => {
    const { products } = (await control('GET', '/state')) as {
      products: { id: number; media: { images: { base: number }[] } }[]
    }
    return products.find(({ id }) => id === product?.id)!.media.images[0]!.base
  })
}

/** Every file below a folder whose bytes hold these. */
function filesWith(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(bytes))
}

const heic = fixture('quarters.heic')
/** What waits to be uploaded, and what the store has to get. */
const pictures: [ending: string, bytes: Buffer, quarters: string, isPng?: boolean][] = [
  ['.heic', heic, uprightQuarters],
  ['.heic', heicWith(heic, heicTurn(1)), 'green white red blue'],
  ['.tiff', fixture('lzw.tiff'), uprightQuarters],
  ['.tif', fixture('turned.tiff'), 'blue red white green'],
  ['.tif', fixture('cmyk.tiff'), uprightQuarters],
  ['.tif', fixture('see-through.tiff'), uprightQuarters, true],
  ['.jpg', quarterJpeg(6), uprightQuarters],
]

test('converts HEIC and TIFF, and what the store gets is upright and in its colours', async () => {
  const products = (await plainProducts()).slice(0, pictures.length)
  pictures.forEach(([ending, bytes], at) => data.put(join('shoot', `${products[at]?.sku}${ending}`), bytes))
  await data.leave((engine) => uploadFolder(engine, join(data.folder, 'shoot')))
  expect(data.states()).toEqual({})

  app = startPackaged(data.userData)
  await expect.poll(() => data.states(), { timeout: 120_000 }).toEqual({ sent: pictures.length })
  await app.end()

  const arrived = await data.look((store) =>
    Promise.all(
      products.map(async ({ id }) => {
        const headers = { Authorization: `Bearer ${store.secretToken}` }
        const answer = await fetch(`${store.baseUrl}/products/${id}`, { headers })
        const { media } = (await answer.json()) as { media: { images: { imageOriginalUrl: string }[] } }
        const bytes = Buffer.from(await (await fetch(media.images.at(-1)?.imageOriginalUrl ?? '')).arrayBuffer())
        const isPng = bytes[0] === 0x89
        return { quarters: quartersOf(isPng ? PNG.sync.read(bytes) : jpeg.decode(bytes)), isPng }
      }),
    ),
  )
  expect(arrived).toEqual(pictures.map(([, , quarters, isPng = false]) => ({ quarters, isPng })))
})

test('shows its own window, whatever page the environment names', async () => {
  const [product] = await plainProducts()
  data.put(join('shoot', `${product?.sku}.jpg`), quarterJpeg(6))
  await data.leave((engine) => uploadFolder(engine, join(data.folder, 'shoot')))
  expect(data.states()).toEqual({})

  const foreign = await serveForeignPage()
  try {
    app = startPackaged(data.userData, { ELECTRON_RENDERER_URL: foreign.url })
    // Nothing but the window turns a picture.
    await expect.poll(() => data.states(), { timeout: 120_000 }).toEqual({ sent: 1 })
    expect(foreign.asked).toEqual([])
  } finally {
    foreign.close()
  }
})

test('takes what is called an archive for the file or the folder that it is', async () => {
  const [first, second] = await plainProducts()
  data.put(join('shoot', 'damaged.asar'), Buffer.from('04000000ffffff7fffffff7fffffff7f', 'hex'))
  data.put(join('shoot', `${first?.sku}.asar`), quarterJpeg(1))
  data.put(join('shoot', 'winter.asar', `${second?.sku}.jpg`), quarterJpeg(1, 34, 22))
  await data.leave(async () => {})
  data.drop(join(data.folder, 'shoot'))

  app = startPackaged(data.userData)
  // A picture by its content; its name is compared with the ending, which is none of a picture.
  await expect
    .poll(() => data.verdicts(), { timeout: 60_000 })
    .toEqual({ 'damaged.asar': 'refused', [`${first?.sku}.asar`]: 'doubtful', [`${second?.sku}.jpg`]: 'matched' })
})

test('reads no file of this machine for an address that the store names', async () => {
  const secret = quarterJpeg(1, 34, 22)
  const path = data.put('secret.jpg', secret)
  const at = (name: string) => `${data.origin}/images/1003/${name}`
  const [shown, ...products] = await plainProducts()
  /** What the store answers with another address, which is where it says that the picture is. */
  const redirects: [name: string, location: string][] = [
    ['honest.jpg', at(`${await mainPictureOf(shown)}.png`)],
    ['file.jpg', pathToFileURL(path).href],
    ['twice.jpg', at('file.jpg')],
    ['app.jpg', `app://stockroom/../../../../../../../..${path}`],
    ['path.jpg', path],
  ]
  const outside = `app://stockroom/..%2f..%2f..%2f..%2f..%2f..%2f..${path.replaceAll('/', '%2f')}`
  const plain = [pathToFileURL(path).href, ` ${path}`, path, outside, `picture://staged/..${path}`]
  const addresses = [...redirects.map(([name]) => at(name)), ...plain]
  const meant = new Map(addresses.map((address, index) => [products[index]!, address]))
  data.linkPictures(new Map([...meant].map(([{ id }, address]) => [id, address])))
  await data.leave(async (engine) => {
    for (const { sku } of meant.keys()) await removeMainPicture(engine, sku)
  })
  expect(data.states()).toEqual({ waiting: addresses.length })

  app = startPackaged(data.userData)
  for (const [name, location] of redirects) {
    const fault = { match: { path: name }, kind: 'status', status: 302, location, times: 10_000 }
    await expect.poll(() => data.control('POST', '/faults', fault).catch(() => null), { timeout: 30_000 }).toBeTruthy()
  }
  // A picture goes when there is a copy of it: of the honest one there is, of the others never.
  await expect.poll(() => data.states(), { timeout: 120_000 }).toEqual({ sent: 1, refused: addresses.length - 1 })
  const { requests } = (await data.control('GET', '/requests')) as { requests: { path: string; status: number }[] }
  for (const [name] of redirects)
    expect(requests).toContainEqual(expect.objectContaining({ path: `/images/1003/${name}`, status: 302 }))
  await app.end()

  expect(filesWith(data.folder, secret)).toEqual([path])
})
