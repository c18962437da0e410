import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { productHistory } from '../../../../electron/changes/views'
import type { Operation } from '../../../../electron/shared/change'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Videos that are added and removed here.

type Media = { images: { id: string }[]; videos: { id: string; url: string }[] }

const film = 'https://www.youtube.com/watch?v=abc'
const other = 'https://vimeo.com/76979871'

let synced: SyncedStore
let mug: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 1)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const add = (url: string, role: 'main' | 'gallery' = 'gallery', productId = mug.id): Operation => ({
  kind: 'video.add',
  productId,
  url,
  role,
})
const remove = (video: string, productId = mug.id): Operation => ({ kind: 'video.remove', productId, video })
const shown = (productId = mug.id) => synced.session.product(productId).videos
const media = async (ecwidId = mug.ecwidId) => (await synced.remote(ecwidId))['media'] as Media
const addresses = async (ecwidId = mug.ecwidId) => (await media(ecwidId)).videos.map(({ url }) => url)
const offline = () => synced.session.changes.holdAll(true)
const online = () => {
  synced.session.changes.holdAll(false)
  return synced.settled()
}
const nobodyIsAsked = () =>
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })

const inStore = (method: string, path: string, body?: object) =>
  onTheWeb(synced.store, method, `/products/${path}`, body && JSON.stringify(body))

/** A product that shows nothing yet. */
async function bare(): Promise<{ id: number; ecwidId: number }> {
  const { productIds } = apply({ kind: 'create', fields: { name: 'Bare' } })
  await synced.settled()
  const id = productIds[0]!
  return { id, ecwidId: synced.session.product(id).ecwidId! }
}

describe('a video that is added', () => {
  it('is shown at once, and in the store behind the pictures once it was sent', async () => {
    const { images } = await media()
    offline()
    apply(add(film), add(other))
    expect(shown()).toMatchObject([
      { key: 'youtube.com/abc', url: film, adding: { state: 'waiting' } },
      { key: 'vimeo.com/76979871', url: other, isMain: false },
    ])
    await online()
    expect(await addresses()).toEqual([film, other])
    expect((await media()).images).toEqual(images)
    expect(shown()).toMatchObject([
      { key: 'youtube.com/abc', adding: null, thumbnail: expect.stringMatching(/\.jpg$/) },
      { key: 'vimeo.com/76979871', adding: null },
    ])
    nobodyIsAsked()
  })

  it.each(['drop-before', 'drop-after', 'drop-mid-body'])('is added once when the line breaks by %s', async (kind) => {
    await synced.control('POST', '/faults', { kind, match: { method: 'POST', path: '/gallery/video' } })
    apply(add(film))
    await synced.settled()
    expect(await addresses()).toEqual([film])
    nobodyIsAsked()
  })

  it('is not added again under another address, here or in the store', async () => {
    offline()
    apply(add(film))
    expect(() => apply(add('https://youtu.be/abc'))).toThrow(/has this video already/)
    await inStore('POST', `${mug.ecwidId}/gallery/video`, { url: 'https://youtu.be/abc' })
    await online()
    expect(await addresses()).toEqual(['https://youtu.be/abc'])
    nobodyIsAsked()
  })

  it('is refused in words where its address is none, before it is sent', () => {
    expect(() => apply(add('https://video.example.test/a.mp4'))).toThrow(/video file/)
  })

  it('stays with the reason of the store where that refuses it', async () => {
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 422,
      body: { errorCode: 'VIDEO_NOT_SUPPORTED', errorMessage: 'Videos of this place are not supported' },
      match: { method: 'POST', path: '/gallery/video' },
    })
    apply(add('https://elsewhere.example.test/film'))
    await synced.settled()
    expect(shown()).toMatchObject([
      { adding: { state: 'refused', problem: expect.stringContaining('Videos of this place are not supported') } },
    ])
  })

  it('is the main thing only where nothing is shown yet', async () => {
    expect(() => apply(add(film, 'main'))).toThrow(/which this video would replace/)
    const lamp = await bare()
    apply(add(film, 'main', lamp.id))
    expect(shown(lamp.id)).toMatchObject([{ isMain: true }])
    await synced.settled()
    expect((await media(lamp.ecwidId)).videos).toMatchObject([{ id: '0', url: film }])
    nobodyIsAsked()
  })

  it('stands behind what came into the main place meanwhile, and nobody is asked', async () => {
    const lamp = await bare()
    offline()
    apply(add(film, 'main', lamp.id))
    await inStore('POST', `${lamp.ecwidId}/video`, { url: other })
    await online()
    expect((await media(lamp.ecwidId)).videos).toMatchObject([{ id: '0', url: other }, { url: film }])
    expect(shown(lamp.id)).toMatchObject([{ isMain: true }, { isMain: false }])
    nobodyIsAsked()
  })

  it('never leaves when it is removed or taken back before', async () => {
    offline()
    const { changeSetId } = apply(add(film))
    synced.session.changes.revert(changeSetId!)
    apply(add(other))
    apply(remove('vimeo.com/76979871'))
    expect(shown()).toEqual([])
    await online()
    expect(await addresses()).toEqual([])
    nobodyIsAsked()
  })

  it('goes with an undo, and comes again with a redo', async () => {
    const { changeSetId } = apply(add(film))
    await synced.settled()
    const undone = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await addresses()).toEqual([])
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await addresses()).toEqual([film])
    nobodyIsAsked()
  })
})

describe('a video that is removed', () => {
  beforeEach(async () => {
    apply(add(film), add(other))
    await synced.settled()
  })

  it('goes, and comes again with an undo', async () => {
    const { changeSetId } = apply(remove('youtube.com/abc'))
    expect(shown()).toMatchObject([{ key: 'vimeo.com/76979871' }])
    await synced.settled()
    expect(await addresses()).toEqual([other])
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await addresses()).toEqual([other, film])
    nobodyIsAsked()
  })

  it('is gone already where others removed it', async () => {
    offline()
    apply(remove('youtube.com/abc'))
    const [first] = (await media()).videos
    await inStore('DELETE', `${mug.ecwidId}/gallery/${first!.id}`)
    await online()
    expect(await addresses()).toEqual([other])
    nobodyIsAsked()
  })

  it('goes after its arrival where that was under way', async () => {
    offline()
    const third = 'https://vimeo.com/3'
    apply(add(third))
    const [waiting] = synced.catalogue.changes.openOf('product', mug.id)
    // As the app leaves it that ended in between.
    synced.catalogue.changes.update(waiting!.id, { state: 'unknown' })
    apply(remove('vimeo.com/3'))
    expect(shown()).toHaveLength(2)
    await inStore('POST', `${mug.ecwidId}/gallery/video`, { url: third })
    await online()
    expect(await addresses()).toEqual([film, other])
    nobodyIsAsked()
  })

  it.each([
    ['is it again where nothing took its place', false, 0],
    ['comes again into the gallery where a picture took its place', true, 1],
  ])('was the main one, and %s', async (_, hasPicture, pictures) => {
    const lamp = await bare()
    apply(add(film, 'main', lamp.id))
    await synced.settled()
    if (hasPicture)
      await onTheWeb(synced.store, 'POST', `/products/${lamp.ecwidId}/gallery`, new Uint8Array(pngBytes(4, 4)))
    await synced.pull()
    const { changeSetId } = apply(remove('youtube.com/abc', lamp.id))
    await synced.settled()
    expect(await addresses(lamp.ecwidId)).toEqual([])
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    const after = await media(lamp.ecwidId)
    expect(after.images).toHaveLength(pictures)
    expect(after.videos).toMatchObject([{ id: hasPicture ? expect.stringMatching(/^[1-9]/) : '0', url: film }])
    nobodyIsAsked()
  })
})

describe('videos of a product', () => {
  it('are news when others add and remove them, and are no news when they were ours', async () => {
    apply(add(film))
    await synced.settled()
    await inStore('POST', `${mug.ecwidId}/gallery/video`, { url: other })
    await synced.pull()
    const entries = productHistory(synced.catalogue, { productId: mug.id, offset: 0, limit: 10 }).entries
    expect(entries.map(({ source, list, verb, entry }) => [source, list, verb, entry])).toEqual([
      ['pull', 'videos', 'add', 'vimeo.com/76979871'],
      ['form', 'videos', 'add', 'youtube.com/abc'],
    ])
  })

  it('go along with a copy, and come again with a product that was deleted', async () => {
    apply(add(film))
    await synced.settled()
    const { productIds } = apply({ kind: 'create', fields: { name: 'Copy', sku: 'COPY-1' }, copyOf: mug.id })
    await synced.settled()
    const copy = synced.session.product(productIds[0]!)
    expect(copy.videos).toMatchObject([{ url: film, adding: null }])
    expect(await addresses(copy.ecwidId!)).toEqual([film])

    const { changeSetId } = apply({ kind: 'delete', productId: copy.id })
    await synced.settled()
    const { productIds: anew } = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await addresses(synced.session.product(anew[0]!).ecwidId!)).toEqual([film])
  })
})
