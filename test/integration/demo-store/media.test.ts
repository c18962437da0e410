import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { PNG } from 'pngjs'
import { decode, encode } from 'jpeg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWebServer, type WebServer } from '../../support/web-server'
import { imageFacts } from '../../../electron/demo-store/image-format'
import { openStore, pngBytes, type Json, type OpenStore } from './demo-store-client'

const gif = Buffer.from('R0lGODlhAgABAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAEAAAICRAoAOw==', 'base64')
const jpeg = (width: number, height: number) =>
  encode({ width, height, data: Buffer.alloc(width * height * 4, 90) }, 80).data

type Image = { id: string; orderBy: number; isMain: boolean; alt: Json; [size: string]: unknown }

describe('pictures of the demo store', () => {
  let store: OpenStore
  let files: Server
  let filesUrl: string
  /** Something of this machine that is not for the store. */
  let elsewhere: WebServer
  beforeAll(async () => {
    elsewhere = await startWebServer((_request, response) => void response.end(pngBytes(5, 5)))
    files = createServer((request, response) => {
      if (request.url === '/picture.png') response.end(pngBytes(30, 20))
      else if (request.url === '/moved') response.writeHead(302, { Location: '/picture.png' }).end()
      else if (request.url === '/away') response.writeHead(302, { Location: `${elsewhere.origin}/a.png` }).end()
      else response.writeHead(request.url === '/text' ? 200 : 404).end('no picture')
    })
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    filesUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
    store = await openStore({ filesFrom: [filesUrl] })
  })
  afterAll(async () => {
    files.closeAllConnections()
    files.close()
    await elsewhere.stop()
    await store.close()
  })

  const newProduct = async (): Promise<number> =>
    Number((await store.json('POST', '/products', { body: { name: 'Bare' } }))['id'])
  const images = async (id: number): Promise<Image[]> =>
    ((await store.get(`/products/${id}`))['media'] as { images: Image[] }).images
  const upload = async (id: number, path: string, bytes: Uint8Array): Promise<number> =>
    Number(
      (
        await store.json('POST', `/products/${id}/${path}`, {
          bytes,
          headers: { 'Content-Type': 'application/octet-stream' },
        })
      )['id'],
    )
  const bytesAt = async (url: unknown): Promise<Buffer> => {
    const response = await fetch(String(url))
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }

  it('keeps the uploaded bytes and serves every size as a real picture', async () => {
    const id = await newProduct()
    const original = pngBytes(1000, 500)
    const uploadId = await upload(id, 'image', original)
    const [main] = await images(id)
    expect(main).toMatchObject({ id: '0', orderBy: 0, isMain: true, alt: { translated: {} } })
    expect(String(main?.image1500pxUrl)).toMatch(new RegExp(`/${uploadId}\\.png$`))
    expect(await bytesAt(main?.imageOriginalUrl)).toEqual(original)
    const sizes = await Promise.all(
      [main?.image160pxUrl, main?.image400pxUrl, main?.image800pxUrl, main?.image1500pxUrl].map(async (url) => {
        const { width, height } = PNG.sync.read(await bytesAt(url))
        return [width, height]
      }),
    )
    expect(sizes).toEqual([
      [160, 80],
      [400, 200],
      [800, 400],
      [1000, 500],
    ])
    expect(await store.get(`/products/${id}`)).toMatchObject({
      thumbnailUrl: main?.image400pxUrl,
      originalImage: { url: main?.imageOriginalUrl, width: 1000, height: 500 },
      galleryImages: [],
    })
  })

  it('recognises JPEG and GIF by content and refuses everything else', async () => {
    const id = await newProduct()
    await upload(id, 'image', jpeg(200, 100))
    await upload(id, 'gallery', gif)
    const [main, second] = await images(id)
    expect(decode(await bytesAt(main?.image160pxUrl))).toMatchObject({ width: 160, height: 80 })
    expect(await bytesAt(second?.imageOriginalUrl)).toEqual(gif)
    expect(PNG.sync.read(await bytesAt(second?.image160pxUrl))).toMatchObject({ width: 2, height: 1 })
    for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), pngBytes(2, 2).subarray(0, 12)]) {
      const response = await store.call('POST', `/products/${id}/image`, { bytes })
      expect(response.status).toBe(422)
      expect(((await response.json()) as Json)['errorMessage']).toMatch(/^Uploaded file cannot be processed/)
    }
    expect(await images(id)).toHaveLength(2)
  })

  it('refuses more than 20 MB, takes exactly 20 MB and chunked bodies', async () => {
    const id = await newProduct()
    const most = Buffer.concat([pngBytes(4, 4), Buffer.alloc(20 * 1024 * 1024)]).subarray(0, 20 * 1024 * 1024)
    await upload(id, 'gallery', most)
    const response = await store.call('POST', `/products/${id}/gallery`, {
      bytes: Buffer.concat([most, Buffer.alloc(1)]),
    })
    expect([response.status, ((await response.json()) as Json)['errorCode']]).toEqual([400, 'INCORRECT_IMAGE_SIZE'])
    const picture = pngBytes(300, 300)
    const chunked = await fetch(`${store.baseUrl}/products/${id}/gallery?fileName=side.png`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${store.secretToken}` },
      body: Readable.toWeb(Readable.from([picture.subarray(0, 50), picture.subarray(50)])),
      duplex: 'half',
    } as unknown as RequestInit)
    expect(chunked.status).toBe(200)
    expect(await bytesAt((await images(id))[1]?.imageOriginalUrl)).toEqual(picture)
  })

  it('downloads from a URL and refuses a bad one', async () => {
    const id = await newProduct()
    await store.json('POST', `/products/${id}/image?externalUrl=${encodeURIComponent(`${filesUrl}/picture.png`)}`)
    expect(await bytesAt((await images(id))[0]?.imageOriginalUrl)).toEqual(pngBytes(30, 20))
    for (const url of ['  ', 'htt://x', 'file:///etc/passwd', `${filesUrl}/missing`]) {
      const response = await store.call('POST', `/products/${id}/image?externalUrl=${encodeURIComponent(url)}`)
      expect([response.status, ((await response.json()) as Json)['errorCode']]).toEqual([422, 'WRONG_URL'])
    }
    const noPicture = await store.call(
      'POST',
      `/products/${id}/image?externalUrl=${encodeURIComponent(`${filesUrl}/text`)}`,
    )
    expect(noPicture.status).toBe(422)
  })

  it('loads what it is given from where it may, whatever redirects say, and from nowhere else of this machine', async () => {
    const id = await newProduct()
    await store.json('POST', `/products/${id}/image?externalUrl=${encodeURIComponent(`${filesUrl}/moved`)}`)
    expect(await bytesAt((await images(id))[0]?.imageOriginalUrl)).toEqual(pngBytes(30, 20))
    const { port } = new URL(elsewhere.origin)
    const away = [
      `${filesUrl}/away`,
      elsewhere.origin,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
    ]
    for (const url of away) {
      for (const path of ['image?', 'gallery?', 'files?fileName=a&']) {
        const response = await store.call('POST', `/products/${id}/${path}externalUrl=${encodeURIComponent(url)}`)
        expect([response.status, ((await response.json()) as Json)['errorCode']]).toEqual([422, 'WRONG_URL'])
      }
      await store.call('PUT', `/products/${id}/media`, { body: { mainMedia: { imageUrl: url }, galleryMedia: [] } })
    }
    expect(elsewhere.requests).toEqual([])
  })

  it('shows an async picture at once under the address given', async () => {
    const id = await newProduct()
    const url = 'https://img.example.test/mug.jpg'
    const body = { url, width: '1600', height: 1200, alt: { main: 'Mug', translations: { de: 'Tasse' } } }
    expect(await store.json('POST', `/products/${id}/gallery/async`, { body })).toEqual({})
    expect(await images(id)).toMatchObject([
      { id: '0', imageOriginalUrl: url, image160pxUrl: url, alt: { main: 'Mug', translated: { de: 'Tasse' } } },
    ])
    expect(
      (await store.call('POST', `/products/${id}/image/async`, { body: { url, width: 0, height: 1 } })).status,
    ).toBe(400)
  })

  it('reorders, moves the main picture and writes alt texts through media', async () => {
    const id = await newProduct()
    const base = await upload(id, 'image', pngBytes(10, 10, 1))
    const [a, b, c] = [
      await upload(id, 'gallery', pngBytes(11, 10)),
      await upload(id, 'gallery', pngBytes(12, 10)),
      await upload(id, 'gallery', pngBytes(13, 10)),
    ]
    const answer = await store.json('PUT', `/products/${id}`, {
      body: {
        media: {
          images: [
            { id: '0', orderBy: 10, alt: { main: 'Old main', translated: {} } },
            { id: String(a), orderBy: 1 },
            { id: String(b), orderBy: 2, alt: { main: 'B', translated: { en: 'B' } } },
            { id: String(c), orderBy: 3 },
          ],
        },
      },
    })
    expect(answer).toEqual({ updateCount: 1 })
    const after = await images(id)
    expect(after.map(({ id: imageId, orderBy, isMain }) => [imageId, orderBy, isMain])).toEqual([
      ['0', 0, true],
      [String(b), 1, false],
      [String(c), 2, false],
      ['4', 3, false],
    ])
    expect(String(after[3]?.image1500pxUrl)).toContain(`/${base}.`)
    expect(after[1]?.alt).toEqual({ main: 'B', translated: { en: 'B' } })
    expect(await store.json('DELETE', `/products/${id}/gallery/4`)).toEqual({ deleteCount: 1 })
    expect(await store.json('DELETE', `/products/${id}/gallery/4`)).toEqual({ deleteCount: 0 })
    expect(await store.json('DELETE', `/products/${id}/image`)).toEqual({ deleteCount: 1 })
    expect((await images(id)).map((image) => image.id)).toEqual(['0', String(c)])
    expect(await store.json('DELETE', `/products/${id}/gallery`)).toEqual({ deleteCount: 1 })
    expect(await store.json('DELETE', `/products/${id}/image`)).toEqual({ deleteCount: 1 })
    expect(await store.get(`/products/${id}`)).not.toHaveProperty('thumbnailUrl')
  })

  it('takes the parameters of uploads without bytes from a form, as the official client sends them', async () => {
    const id = await newProduct()
    const post = (path: string, fields: Record<string, string>) =>
      store.json('POST', path, {
        bytes: Buffer.from(new URLSearchParams(fields).toString()),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      })
    const externalUrl = `${filesUrl}/picture.png`
    await post(`/products/${id}/image`, { externalUrl })
    await post(`/products/${id}/gallery`, { externalUrl, fileName: 'side & back.png' })
    expect(await images(id)).toHaveLength(2)
    const { products } = (await store.control('GET', '/state')) as { products: { id: number; media: Json }[] }
    expect(products.find((each) => each.id === id)?.media['images']).toMatchObject([
      {},
      { fileName: 'side & back.png' },
    ])
    const options = [{ name: 'Size', value: 'S' }]
    const variation = (await store.json('POST', `/products/${id}/combinations`, { body: { options } }))['id']
    await post(`/products/${id}/combinations/${String(variation)}/image`, { externalUrl })
    expect(await store.get(`/products/${id}/combinations/${String(variation)}`)).toHaveProperty('imageUrl')
    await post('/categories/200000140/image', { externalUrl })
    expect(await store.get('/categories/200000140')).toMatchObject({ originalImage: { width: 30, height: 20 } })
    await post(`/products/${id}/files`, { externalUrl, fileName: 'a.png', description: 'Für A' })
    expect((await store.get(`/products/${id}`))['files']).toMatchObject([{ name: 'a.png', description: 'Für A' }])
    // A picture that is sent under the type of a form is a picture.
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    await store.json('POST', `/products/${id}/image`, { bytes: pngBytes(7, 3), headers: form })
    expect((await store.get(`/products/${id}`))['originalImage']).toMatchObject({ width: 7, height: 3 })
  })

  it('tells the hash of what was uploaded to whoever controls the store', async () => {
    const id = await newProduct()
    const bytes = pngBytes(77, 7)
    await upload(id, 'image', bytes)
    const { products } = (await store.control('GET', '/state')) as {
      products: { id: number; media: { images: Json[] } }[]
    }
    expect(products.find((each) => each.id === id)?.media.images).toMatchObject([
      { id: '0', sha256: createHash('sha256').update(bytes).digest('hex') },
    ])
    expect(products[0]?.media.images[0]).toMatchObject({ sha256: null, drawn: true })
  })

  it('draws the pictures of its own shop', async () => {
    const drawn = await store.get('/products/700000101')
    const thumbnail = imageFacts(await bytesAt(drawn['smallThumbnailUrl']))
    expect(thumbnail).toEqual({ format: 'png', width: 160, height: 160 })
    const response = await fetch(String(drawn['originalImageUrl']))
    expect(response.headers.get('content-type')).toBe('image/png')
    const missing = await fetch(String(drawn['originalImageUrl']).replace(/\d+\.png/, '5999999990.png'))
    expect(missing.status).toBe(404)
  })

  it('keeps the files of digital products', async () => {
    const id = await newProduct()
    const bytes = Buffer.from('care guide')
    const file = Number(
      (await store.json('POST', `/products/${id}/files?fileName=guide.pdf&description=Care`, { bytes }))['id'],
    )
    const [listed] = (await store.get(`/products/${id}`))['files'] as Json[]
    expect(listed).toEqual({
      id: file,
      name: 'guide.pdf',
      description: 'Care',
      size: 10,
      adminUrl: `${store.baseUrl}/products/${id}/files/${file}`,
    })
    const content = await fetch(`${String(listed?.['adminUrl'])}?token=${store.secretToken}`)
    expect(await content.text()).toBe('care guide')
    await store.json('PUT', `/products/${id}/files/${file}`, { body: { description: 'New' } })
    expect(((await store.get(`/products/${id}`))['files'] as Json[])[0]).toMatchObject({ description: 'New' })
    expect(await store.json('DELETE', `/products/${id}/files`)).toEqual({ deleteCount: 1 })
  })
})
