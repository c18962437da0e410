import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PNG } from 'pngjs'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Media = { images: { id: string; imageOriginalUrl: string }[]; videos: { id: string; url: string }[] }

const url = 'https://video.example.test/watch?v=abc'
let synced: SyncedStore
let lamp: number
let ecwidId: number

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ pictureCount }) => pictureCount > 2)!
  lamp = row.id
  ecwidId = row.ecwidId!
  await inStore('POST', `/products/${ecwidId}/video`, { url })
  await synced.pull()
})

afterEach(() => synced.close())

async function inStore(method: string, path: string, body: unknown): Promise<void> {
  const { baseUrl, secretToken } = synced.store
  const headers = { Authorization: `Bearer ${secretToken}`, 'Content-Type': 'application/json' }
  const answer = await fetch(`${baseUrl}${path}`, { method, headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
}

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const media = async () => (await synced.remote(ecwidId))['media'] as Media
const pictures = () => synced.session.product(lamp).pictures

describe('a product whose main thing is a video', () => {
  it('has no main picture', async () => {
    expect(pictures().length).toBeGreaterThan(1)
    expect(pictures().some(({ isMain }) => isMain)).toBe(false)
    expect(synced.session.product(lamp).videos).toMatchObject([{ url, isMain: true }])
  })

  it('keeps the video when a picture is added in the first place, and when the first one is removed', async () => {
    const before = await media()
    const { hash } = await synced.staging.stageBytes('a.png', PNG.sync.write(new PNG({ width: 4, height: 4 })))
    apply({ kind: 'picture.add', productId: lamp, source: { hash }, role: 'main', fileName: 'a.png', alt: '' })
    await synced.settled()
    const added = await media()
    expect(added.videos).toMatchObject([{ id: '0', url }])
    expect(added.images.map(({ id }) => id)).toEqual([...before.images.map(({ id }) => id), expect.any(String)])

    const [first] = pictures()
    apply({ kind: 'picture.remove', productId: lamp, picture: first!.key })
    await synced.settled()
    const after = await media()
    expect(after.videos).toMatchObject([{ id: '0', url }])
    expect(after.images.map(({ id }) => id)).toEqual(added.images.slice(1).map(({ id }) => id))
    expect(pictures().map(({ key }) => key)).toEqual(after.images.map((image) => image.imageOriginalUrl))
  })
})
