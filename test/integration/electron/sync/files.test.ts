import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { productHistory } from '../../../../electron/changes/views'
import { onTheWeb } from '../../../support/on-the-web'
import { readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Files for buyers that are added, described and removed here.

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
async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
const bytesOf = (text: string) => new TextEncoder().encode(text)
async function add(name: string, content: Uint8Array, description = ''): Promise<Operation> {
  const { hash, size } = await synced.staging.stageFile(once(content))
  return { kind: 'file.add', productId: mug.id, hash, name, size, description }
}
const remove = (fileId: number): Operation => ({ kind: 'file.remove', productId: mug.id, fileId })
const describeFile = (fileId: number, description: string): Operation => ({
  kind: 'file.describe',
  productId: mug.id,
  fileId,
  description,
})
const shown = () => synced.session.product(mug.id).files
const named = (name: string) => shown().find((file) => file.name === name)!
const inStore = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.files
const names = async () => (await inStore()).map(({ name }) => name)
const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
const offline = () => synced.session.changes.holdAll(true)
const online = () => {
  synced.session.changes.holdAll(false)
  return synced.settled()
}
const onWeb = (method: string, path: string, body?: BodyInit) =>
  onTheWeb(synced.store, method, `/products/${mug.ecwidId}/files${path}`, body)
const nobodyIsAsked = () =>
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })

describe('a file that is added', () => {
  it('is shown at once, and in the store, with what is said about it, once it was sent', async () => {
    offline()
    apply(await add('guide.pdf', bytesOf('a guide'), 'Care'), await add('song.mp3', bytesOf('la la')))
    expect(shown()).toMatchObject([
      { name: 'guide.pdf', size: 7, description: 'Care', upload: { state: 'waiting' } },
      { name: 'song.mp3', size: 5 },
    ])
    await online()
    expect(await inStore()).toMatchObject([
      { name: 'guide.pdf', description: 'Care', size: 7, sha256: sha(bytesOf('a guide')) },
      { name: 'song.mp3', description: '', size: 5 },
    ])
    expect(shown().every(({ id, upload }) => id > 0 && upload === null)).toBe(true)
    nobodyIsAsked()
  })

  it('is sent whole where it is large', async () => {
    const large = Buffer.alloc(24 * 1024 * 1024, 7)
    apply(await add('film.bin', large))
    await synced.settled()
    expect(await inStore()).toMatchObject([{ name: 'film.bin', size: large.length, sha256: sha(large) }])
    nobodyIsAsked()
  })

  it.each(['drop-before', 'drop-after', 'drop-mid-body'])('is added once when the line breaks by %s', async (kind) => {
    await onWeb('POST', '?fileName=guide.pdf', bytesOf('a guide'))
    await synced.pull()
    await synced.control('POST', '/faults', { kind, match: { method: 'POST', path: '/files' } })
    apply(await add('guide.pdf', bytesOf('a guide')))
    await synced.settled()
    expect(await names()).toEqual(['guide.pdf', 'guide.pdf'])
    expect(shown()).toHaveLength(2)
    nobodyIsAsked()
  })

  it('stays with the reason of the store where that has no room for it', async () => {
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 413,
      body: { errorMessage: 'The plan has no room for this file' },
      match: { method: 'POST', path: '/files' },
    })
    apply(await add('guide.pdf', bytesOf('a guide')))
    await synced.settled()
    expect(shown()).toMatchObject([
      { upload: { state: 'refused', problem: expect.stringContaining('no room for this file') } },
    ])
  })

  it('is described by its first name, before it is in the store and after', async () => {
    offline()
    apply(await add('guide.pdf', bytesOf('a guide')))
    const { id: local } = named('guide.pdf')
    apply(describeFile(local, 'Care'))
    expect(named('guide.pdf').description).toBe('Care')
    await online()
    expect(await inStore()).toMatchObject([{ description: 'Care' }])
    apply(describeFile(local, 'Care and use'))
    await synced.settled()
    expect(await inStore()).toMatchObject([{ description: 'Care and use' }])
    nobodyIsAsked()
  })

  it('never leaves when it is removed or taken back before', async () => {
    offline()
    apply(await add('guide.pdf', bytesOf('a guide')))
    apply(remove(named('guide.pdf').id))
    const { changeSetId } = apply(await add('song.mp3', bytesOf('la la')))
    synced.session.changes.revert(changeSetId!)
    expect(shown()).toEqual([])
    await online()
    expect(await names()).toEqual([])
    nobodyIsAsked()
  })

  it('goes with an undo, and comes again with a redo', async () => {
    const { changeSetId } = apply(await add('guide.pdf', bytesOf('a guide'), 'Care'))
    await synced.settled()
    const undone = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await names()).toEqual([])
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await inStore()).toMatchObject([{ name: 'guide.pdf', description: 'Care' }])
    nobodyIsAsked()
  })
})

describe('a file of the store', () => {
  beforeEach(async () => {
    await onWeb('POST', '?fileName=guide.pdf&description=Care', bytesOf('a guide'))
    await synced.pull()
  })

  it('is removed, after it was copied, and comes again with an undo', async () => {
    const { changeSetId } = apply(remove(named('guide.pdf').id))
    expect(shown()).toEqual([])
    await synced.settled()
    expect(await names()).toEqual([])
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await inStore()).toMatchObject([{ name: 'guide.pdf', description: 'Care', sha256: sha(bytesOf('a guide')) }])
    nobodyIsAsked()
  })

  it('stays where it cannot be copied, until its owner does without the copy', async () => {
    const fault = { kind: 'status', status: 500, times: 100, match: { method: 'GET', path: '/files/' } }
    await synced.control('POST', '/faults', fault)
    apply(remove(named('guide.pdf').id))
    await synced.settled()
    expect(synced.session.summary()).toMatchObject({ refused: 1 })
    expect(await names()).toEqual(['guide.pdf'])
    const [change] = synced.catalogue.changes.openOf('product', mug.id)
    synced.session.changes.retry([change!.id])
    await synced.settled()
    expect(await names()).toEqual([])
  })

  it('is gone already where others removed it', async () => {
    offline()
    const { id } = named('guide.pdf')
    apply(remove(id))
    await onWeb('DELETE', `/${id}`)
    await online()
    expect(await names()).toEqual([])
    nobodyIsAsked()
  })

  it('is asked about where both said something else about it', async () => {
    offline()
    const { id } = named('guide.pdf')
    apply(describeFile(id, 'Mine'))
    await onWeb('PUT', `/${id}`, JSON.stringify({ description: 'Theirs' }))
    await online()
    expect(await inStore()).toMatchObject([{ description: 'Theirs' }])
    expect(synced.session.summary()).toMatchObject({ conflict: 1 })
    const [conflict] = synced.catalogue.changes.openOf('product', mug.id)
    synced.session.changes.resolve([conflict!.id], { take: 'mine' })
    await synced.settled()
    expect(await inStore()).toMatchObject([{ description: 'Mine' }])
  })

  it('is news when others add, describe and remove it, and is no news when that was ours', async () => {
    apply(await add('song.mp3', bytesOf('la la')))
    await synced.settled()
    const { id } = named('guide.pdf')
    await onWeb('PUT', `/${id}`, JSON.stringify({ description: 'Theirs' }))
    await synced.pull()
    await onWeb('DELETE', `/${id}`)
    await synced.pull()
    const { entries } = productHistory(synced.catalogue, { productId: mug.id, offset: 0, limit: 10 })
    const ofFiles = entries.filter(({ list }) => list === 'files')
    expect(ofFiles.map(({ source, verb, entry }) => [source, verb, entry])).toEqual([
      ['pull', 'remove', 'guide.pdf'],
      ['pull', 'set', 'guide.pdf'],
      ['form', 'add', 'song.mp3'],
      ['pull', 'add', 'guide.pdf'],
    ])
  })
})
