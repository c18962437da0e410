import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'jpeg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, pngBytes, type Json, type OpenStore } from './demo-store-client'

type Media = { images: Json[]; videos: Json[] }

const url = 'https://video.example.test/watch?v=abc'
const jpeg = (width: number, height: number) =>
  encode({ width, height, data: Buffer.alloc(width * height * 4, 90) }, 80).data

describe('videos of the demo store', () => {
  let store: OpenStore
  let files: Server
  let picture: string
  beforeAll(async () => {
    files = createServer((request, response) =>
      request.url === '/picture.png' ? response.end(pngBytes(30, 20)) : response.writeHead(404).end(),
    )
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
    picture = `http://127.0.0.1:${(files.address() as AddressInfo).port}/picture.png`
    store = await openStore({ filesFrom: [new URL(picture).origin] })
  })
  afterAll(async () => {
    files.closeAllConnections()
    files.close()
    await store.close()
  })

  const product = async (): Promise<string> =>
    `/products/${String((await store.json('POST', '/products', { body: { name: 'Bare' } }))['id'])}`
  const media = async (path: string) => (await store.get(path))['media'] as Media
  const withPictures = async (): Promise<string> => {
    const path = await product()
    for (let at = 0; at < 3; at += 1) await store.json('POST', `${path}/gallery`, { bytes: pngBytes(4 + at, 4) })
    return path
  }

  it('have one that is the main thing in place of the main picture, and the other way round', async () => {
    const path = await withPictures()
    expect(await store.json('POST', `${path}/video`, { body: { url } })).toEqual({ id: 0 })
    const after = await media(path)
    expect(after.videos).toMatchObject([{ id: '0', url, image400pxUrl: expect.stringMatching(/\.jpg$/) }])
    expect(after.images.map(({ isMain, orderBy }) => [isMain, orderBy])).toEqual([
      [false, 1],
      [false, 2],
    ])
    expect(after.images.map(({ id }) => id)).not.toContain('0')
    const whole = await store.get(path)
    expect(whole['galleryImages']).toHaveLength(2)
    expect(whole['thumbnailUrl']).toBe(after.videos[0]?.['image400pxUrl'])
    expect((await fetch(String(whole['thumbnailUrl']))).headers.get('content-type')).toBe('image/jpeg')
    expect(await store.json('DELETE', `${path}/image`)).toEqual({ deleteCount: 0 })
    await store.json('POST', `${path}/image`, { bytes: pngBytes(9, 9) })
    expect(await media(path)).toMatchObject({ images: [{ id: '0', isMain: true }, {}, {}], videos: [] })
  })

  it('leave the main place to the next picture', async () => {
    const path = await withPictures()
    await store.json('POST', `${path}/video`, { body: { url } })
    await store.json('POST', `${path}/gallery/video`, { body: { url: `${url}d` } })
    expect(await store.json('DELETE', `${path}/video`)).toEqual({ deleteCount: 1 })
    expect(await media(path)).toMatchObject({ images: [{ id: '0', isMain: true }, {}], videos: [{ url: `${url}d` }] })
    expect(await store.json('DELETE', `${path}/video`)).toEqual({ deleteCount: 0 })
  })

  it('of the gallery have a cover that is read and replaced', async () => {
    const path = await product()
    const { id } = await store.json('POST', `${path}/gallery/video`, { body: { url } })
    const place = `${path}/gallery/video/${String(id)}`
    const drawn = await store.call('GET', place)
    expect(drawn.headers.get('content-type')).toBe('image/jpeg')
    const before = (await media(path)).videos[0]?.['videoCoverId']
    const cover = jpeg(40, 30)
    await store.json('PUT', place, { bytes: cover })
    expect(Buffer.from(await (await store.call('GET', place)).arrayBuffer())).toEqual(Buffer.from(cover))
    expect((await media(path)).videos[0]?.['videoCoverId']).not.toBe(before)
    expect((await store.call('PUT', place, { bytes: pngBytes(4, 4) })).status).toBe(422)
    const large = await store.call('PUT', place, { bytes: Buffer.alloc(20 * 1024 * 1024 + 1) })
    expect([large.status, ((await large.json()) as Json)['errorCode']]).toEqual([400, 'INCORRECT_IMAGE_SIZE'])
    expect((await store.call('GET', `${path}/gallery/video/1`)).status).toBe(404)
    expect(await store.json('DELETE', `${path}/gallery/${String(id)}`)).toEqual({ deleteCount: 1 })
  })

  it.each([
    [undefined, 'NOT_VIDEO_URL'],
    ['video', 'NOT_VIDEO_URL'],
    ['ftp://video.example.test/1', 'NOT_VIDEO_URL'],
    ['https://video.example.test/', 'NOT_VIDEO_URL'],
    ['https://video.example.test/a.jpg', 'NOT_VIDEO_URL'],
    ['https://video.example.test/a.mp4', 'VIDEO_NOT_SUPPORTED'],
    ['https://www.youtube.com/watch', 'VIDEO_UNAVAILABLE'],
  ])('are not at %s', async (address, code) => {
    const path = await product()
    for (const place of ['video', 'gallery/video']) {
      const refused = await store.call('POST', `${path}/${place}`, { body: { url: address } })
      expect([refused.status, ((await refused.json()) as Json)['errorCode']]).toEqual([422, code])
    }
  })

  it('are named in a header as well', async () => {
    const path = await product()
    await store.json('POST', `${path}/gallery/video`, { headers: { url } })
    expect((await media(path)).videos).toMatchObject([{ url }])
  })

  it('and pictures are replaced at once, each with its own result', async () => {
    const path = await withPictures()
    const body = { mainMedia: { videoUrl: url }, galleryMedia: [{ imageUrl: picture }, { imageUrl: `${picture}x` }] }
    const answer = await store.json('PUT', `${path}/media`, { body })
    expect(answer).toEqual({
      mainMedia: { success: true, id: 0 },
      galleryMedia: [
        { success: true, id: expect.any(Number) },
        { success: false, errorCode: 'WRONG_URL', errorMessage: expect.any(String) },
      ],
    })
    const [taken] = answer['galleryMedia'] as Json[]
    expect(await media(path)).toMatchObject({ images: [{ id: String(taken?.['id']) }], videos: [{ id: '0' }] })
    await store.json('PUT', `${path}/media`, { body: { mainMedia: { imageUrl: picture } } })
    expect(await media(path)).toMatchObject({ images: [{ id: '0' }, { id: String(taken?.['id']) }], videos: [] })
    await store.json('PUT', `${path}/media`, { body: { galleryMedia: [{ videoUrl: url }] } })
    expect(await media(path)).toMatchObject({ images: [{ id: '0' }], videos: [{ url }] })
    await store.json('PUT', `${path}/media`, { body: { galleryMedia: [] } })
    expect(await media(path)).toMatchObject({ images: [{ id: '0' }], videos: [] })
    expect((await store.call('PUT', `${path}/media`, { body: {} })).status).toBe(400)
  })
})
