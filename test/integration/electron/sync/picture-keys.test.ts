import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { addsPicture } from '../../../../electron/shared/change-address'

// A picture is named by a local key until its upload is confirmed; whoever still holds that key means this picture.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let shade = 0
let offline = false

beforeEach(async () => {
  offline = false
  synced = await openSyncedStore({}, { isRefused: () => offline })
  await synced.pull()
  const row = synced.catalogue
    .search({}, 0, 100)
    .rows.find((each) => each.pictureCount === 2 && each.variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  // Starts without pictures.
  for (const { key } of pictures()) apply({ kind: 'picture.remove', productId: mug.id, picture: key })
  await synced.settled()
  expect(await stored()).toEqual([])
})
afterEach(() => synced.close())

const pictures = () => synced.session.product(mug.id).pictures
const keys = () => pictures().map(({ key }) => key)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
async function stage() {
  const bytes = pngBytes(20, 20, { shade: ++shade })
  const { hash } = await synced.staging.stageBytes('p.png', bytes)
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  return hash
}
const add = (hash: string): Operation => ({
  kind: 'picture.add',
  productId: mug.id,
  source: { hash },
  role: 'gallery',
  fileName: 'p.png',
  alt: '',
})
const images = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images
const stored = async () => (await images()).map(pictureOf)
const altsStored = async () => (await images()).map(({ alt }) => (typeof alt === 'string' ? alt : (alt?.main ?? '')))
const open = () => synced.catalogue.changes.openOf('product', mug.id)

async function threeUploaded() {
  const hashes = [await stage(), await stage(), await stage()]
  apply(...hashes.map(add))
  const local = keys()
  expect(local.every((key) => key.startsWith('local:'))).toBe(true)
  await synced.settled()
  expect(await stored()).toEqual(hashes)
  return { hashes, local }
}

describe('a window that has not heard yet that the uploads were confirmed', () => {
  it('orders pictures by their local keys: the order is not swallowed', async () => {
    const { hashes, local } = await threeUploaded()
    const [a, b, c] = local as [string, string, string]
    const { changeSetId } = apply({ kind: 'picture.order', productId: mug.id, order: [a, c, b] })
    await synced.settled()
    expect({ changeSetId: changeSetId !== null, order: await stored() }).toEqual({
      changeSetId: true,
      order: [hashes[0], hashes[2], hashes[1]],
    })
  })

  it('orders by a mix of local and store keys: all of it counts', async () => {
    const { hashes, local } = await threeUploaded()
    const [a, b, c] = local as [string, string, string]
    apply({ kind: 'picture.order', productId: mug.id, order: [c, keys()[0]!, b] })
    void a
    await synced.settled()
    expect(await stored()).toEqual([hashes[2], hashes[0], hashes[1]])
  })

  it('describes one', async () => {
    const { local } = await threeUploaded()
    apply({ kind: 'picture.alt', productId: mug.id, picture: local[1]!, alt: 'Side' })
    await synced.settled()
    expect(await altsStored()).toEqual(['', 'Side', ''])
  })

  it('removes one', async () => {
    const { hashes, local } = await threeUploaded()
    apply({ kind: 'picture.remove', productId: mug.id, picture: local[1]! })
    await synced.settled()
    expect(await stored()).toEqual([hashes[0], hashes[2]])
  })

  it('cancels an upload that has arrived: it is not noted as taken back while the store has it', async () => {
    const hash = await stage()
    const { changeSetId } = apply(add(hash))
    const [change] = synced.catalogue.changes.ofSet(changeSetId!)
    await synced.settled()
    let problem: unknown = null
    try {
      synced.session.changes.takeBack([change!.id])
    } catch (error) {
      problem = error
    }
    await synced.settled()
    const state = synced.catalogue.changes.get(change!.id)!.state
    const inStore = (await stored()).includes(hash)
    // Either it was refused in words, or it is really gone.
    expect({ state, inStore, told: problem !== null }).not.toEqual({ state: 'taken-back', inStore: true, told: false })
  })
})

describe('a change that names a picture by its local key', () => {
  it('undo of the removal of a picture that was uploaded in the same queue brings it back', async () => {
    const { hashes } = await threeUploaded()
    offline = true
    const fourth = await stage()
    apply(add(fourth))
    const local = keys()[3]!
    const { changeSetId } = apply({ kind: 'picture.remove', productId: mug.id, picture: local })
    offline = false
    synced.session.resume()
    await synced.settled()
    expect(await stored()).toEqual(hashes)
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(open().map(({ verb, state, reason }) => ({ verb, state, reason }))).toEqual([])
    expect(await stored()).toEqual([...hashes, fourth])
  })

  it('an order that names a refused upload keeps its place until it arrives', async () => {
    const { hashes } = await threeUploaded()
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      match: { method: 'POST', path: '/gallery' },
    })
    offline = true
    const fourth = await stage()
    const { changeSetId } = apply(add(fourth))
    const [a, b, c, d] = keys() as [string, string, string, string]
    apply({ kind: 'picture.order', productId: mug.id, order: [d, a, b, c] })
    offline = false
    synced.session.resume()
    await synced.settled()
    expect(open().find(addsPicture)?.state).toBe('refused')
    synced.session.changes.retry(synced.catalogue.changes.ofSet(changeSetId!).map(({ id }) => id))
    await synced.settled()
    expect(await stored()).toEqual([fourth, ...hashes])
  })

  it('the removal of a refused upload is not undone by trying the upload again', async () => {
    const { hashes } = await threeUploaded()
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      match: { method: 'POST', path: '/gallery' },
    })
    offline = true
    const fourth = await stage()
    const { changeSetId } = apply(add(fourth))
    apply({ kind: 'picture.remove', productId: mug.id, picture: keys()[3]! })
    offline = false
    synced.session.resume()
    await synced.settled()
    // Removed by its owner: neither shown nor to be sent.
    expect(keys()).toHaveLength(3)
    synced.session.changes.retry(synced.catalogue.changes.ofSet(changeSetId!).map(({ id }) => id))
    await synced.settled()
    expect(await stored()).toEqual(hashes)
  })

  it('redo of an undone put-back puts the picture where it was', async () => {
    const { hashes } = await threeUploaded()
    const removal = apply({ kind: 'picture.remove', productId: mug.id, picture: keys()[0]! })
    await synced.settled()
    offline = true
    const back = synced.session.changes.revert(removal.changeSetId!)
    // Undone while it waits, and done again.
    const undone = synced.session.changes.revert(back.changeSetId!)
    synced.session.changes.redo({ setId: back.changeSetId!, revertSetId: undone.changeSetId })
    expect(keys()[0]).toMatch(/^local:/)
    offline = false
    synced.session.resume()
    await synced.settled()
    expect(await stored()).toEqual(hashes)
  })
})

describe('alt texts', () => {
  it('typed and typed back before they are sent are as they were', async () => {
    await threeUploaded()
    offline = true
    const key = keys()[0]!
    apply({ kind: 'picture.alt', productId: mug.id, picture: key, alt: 'Typo' })
    apply({ kind: 'picture.alt', productId: mug.id, picture: key, alt: '' })
    expect(pictures()[0]!.alt).toBe('')
    offline = false
    synced.session.resume()
    await synced.settled()
    expect(await altsStored()).toEqual(['', '', ''])
  })
})
