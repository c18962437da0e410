import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { onTheWeb } from '../../../support/on-the-web'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// A video that its owner makes the main one, in place of the main picture, and that goes back behind the pictures.

type Media = { images: { id: string; imageOriginalUrl: string }[]; videos: { id: string; url: string }[] }

const film = 'https://www.youtube.com/watch?v=abc'
const name = 'youtube.com/abc'

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let before: Media

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 2)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  apply({ kind: 'video.add', productId: mug.id, url: film, role: 'gallery' })
  await synced.settled()
  before = await media()
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const place = (role: 'main' | 'gallery'): Operation => ({ kind: 'video.place', productId: mug.id, video: name, role })
const media = async () => (await synced.remote(mug.ecwidId))['media'] as Media
const originals = ({ images }: Media) => images.map(({ imageOriginalUrl }) => imageOriginalUrl)
const shown = () => synced.session.product(mug.id)
const offline = () => synced.session.changes.holdAll(true)
const online = () => {
  synced.session.changes.holdAll(false)
  return synced.settled()
}
const nobodyIsAsked = () =>
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })
/** The pictures as files: where they are in the store changes when one comes back. */
const bytesOf = (of: Media) =>
  Promise.all(originals(of).map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer()).toString('base64')))

describe('a video that is made the main one', () => {
  it('is shown so at once, and takes the place of the main picture alone', async () => {
    offline()
    apply(place('main'))
    expect(shown().videos).toMatchObject([{ key: name, isMain: true }])
    expect(shown().pictures.map(({ key }) => key)).toEqual(originals(before).slice(1))
    expect(shown().pictures.some(({ isMain }) => isMain)).toBe(false)
    await online()
    const after = await media()
    expect(after.videos).toMatchObject([{ id: '0', url: film }])
    expect(originals(after)).toEqual(originals(before).slice(1))
    nobodyIsAsked()
  })

  it('gives the picture its place again with an undo, and takes it once more with a redo', async () => {
    const pictures = await bytesOf(before)
    const { changeSetId } = apply(place('main'))
    await synced.settled()
    const undone = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    const after = await media()
    expect(await bytesOf(after)).toEqual(pictures)
    expect(after.videos).toMatchObject([{ id: expect.stringMatching(/^[1-9]/), url: film }])
    expect(shown().pictures[0]).toMatchObject({ isMain: true })
    nobodyIsAsked()
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    const again = await media()
    expect(again.videos).toMatchObject([{ id: '0', url: film }])
    expect(await bytesOf(again)).toEqual(pictures.slice(1))
    nobodyIsAsked()
  })

  it('leaves no trace when it is undone before it was sent', async () => {
    offline()
    const { changeSetId } = apply(place('main'))
    synced.session.changes.revert(changeSetId!)
    expect(shown().videos).toMatchObject([{ key: name, isMain: false }])
    await online()
    expect(await media()).toEqual(before)
    nobodyIsAsked()
  })

  it.each(['drop-before', 'drop-after', 'drop-mid-body'])('is so once when the line breaks by %s', async (kind) => {
    await synced.control('POST', '/faults', { kind, match: { method: 'POST', path: `/${mug.ecwidId}/video$` } })
    apply(place('main'))
    await synced.settled()
    const after = await media()
    expect(after.videos).toMatchObject([{ id: '0', url: film }])
    expect(originals(after)).toEqual(originals(before).slice(1))
    nobodyIsAsked()
  })

  it('takes the place of that picture alone where others made another one the main one', async () => {
    offline()
    apply(place('main'))
    const images = before.images.map(({ id }, at) => ({ id, orderBy: at === 1 ? 0 : at + 1 }))
    await onTheWeb(synced.store, 'PUT', `/products/${mug.ecwidId}`, JSON.stringify({ media: { images } }))
    await online()
    const after = await media()
    expect(after.videos).toMatchObject([{ id: '0', url: film }])
    expect(originals(after)).toEqual(originals(before).slice(1))
    nobodyIsAsked()
  })

  it('stands behind the picture that others put there instead, and removes none', async () => {
    offline()
    apply(place('main'))
    await onTheWeb(synced.store, 'DELETE', `/products/${mug.ecwidId}/image`)
    await online()
    const after = await media()
    expect(after.videos).toMatchObject([{ id: expect.stringMatching(/^[1-9]/), url: film }])
    expect(originals(after)).toEqual(originals(before).slice(1))
    nobodyIsAsked()
  })

  it('goes nowhere where the picture cannot be copied, until its owner does without the copy', async () => {
    const fault = { kind: 'status', status: 503, times: 500, match: { method: 'GET', path: '/images/' } }
    await synced.control('POST', '/faults', fault)
    apply(place('main'))
    await synced.settled()
    expect(originals(await media())).toEqual(originals(before))
    const refused = synced.catalogue.changes.openOf('product', mug.id).find(({ state }) => state === 'refused')!
    expect(refused.reason?.sentence).toEqual({ says: 'copy-impossible' })
    synced.session.changes.retry([refused.id])
    await synced.settled()
    expect((await media()).videos).toMatchObject([{ id: '0', url: film }])
    nobodyIsAsked()
  })

  it('has to be in the store first', () => {
    offline()
    apply({ kind: 'video.add', productId: mug.id, url: 'https://vimeo.com/5', role: 'gallery' })
    expect(() => apply({ kind: 'video.place', productId: mug.id, video: 'vimeo.com/5', role: 'main' })).toThrow(
      /not in the store yet/,
    )
  })

  it('waits until another main video has made room', async () => {
    await onTheWeb(
      synced.store,
      'POST',
      `/products/${mug.ecwidId}/video`,
      JSON.stringify({ url: 'https://vimeo.com/9' }),
    )
    await synced.pull()
    expect(() => apply(place('main'))).toThrow(/has a main video already/)
  })
})

describe('a main video that goes behind the pictures', () => {
  beforeEach(async () => {
    apply(place('main'))
    await synced.settled()
  })

  it('leaves the first place to the next picture', async () => {
    apply(place('gallery'))
    expect(shown().videos).toMatchObject([{ key: name, isMain: false }])
    await synced.settled()
    const after = await media()
    expect(after.videos).toMatchObject([{ id: expect.stringMatching(/^[1-9]/), url: film }])
    expect(originals(after)).toEqual(originals(before).slice(1))
    expect(shown().pictures[0]).toMatchObject({ isMain: true })
    nobodyIsAsked()
  })

  it('is not put in front again by an undo, which would remove that picture', async () => {
    const { changeSetId } = apply(place('gallery'))
    await synced.settled()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    const after = await media()
    expect(after.videos).toMatchObject([{ url: film }])
    expect(originals(after)).toEqual(originals(before).slice(1))
    nobodyIsAsked()
  })
})
