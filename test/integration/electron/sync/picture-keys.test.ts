import { beforeEach, describe, expect, it } from 'vitest'
import { aMugWithPictures } from '../../../support/a-mug-with-pictures'
import { addsPicture } from '../../../../electron/shared/change-address'

// A picture is named by a local key until its upload is confirmed; whoever still holds that key means this picture.

const shop = aMugWithPictures({ has: (pictures) => pictures === 2 })
const { mug, pictures, keys, apply, images, stored, stage, toAdd, open, goOffline, goOnline } = shop

beforeEach(async () => {
  // Starts without pictures.
  for (const { key } of pictures()) apply({ kind: 'picture.remove', productId: mug.id, picture: key })
  await shop.synced.settled()
  expect(await stored()).toEqual([])
})

const altsStored = async () => (await images()).map(({ alt }) => (typeof alt === 'string' ? alt : (alt?.main ?? '')))

async function threeUploaded() {
  const hashes = [await stage(), await stage(), await stage()]
  apply(...hashes.map((hash) => toAdd(hash)))
  const local = keys()
  expect(local.every((key) => key.startsWith('local:'))).toBe(true)
  await shop.synced.settled()
  expect(await stored()).toEqual(hashes)
  return { hashes, local }
}

describe('a window that has not heard yet that the uploads were confirmed', () => {
  it('orders pictures by their local keys: the order is not swallowed', async () => {
    const { hashes, local } = await threeUploaded()
    const [a, b, c] = local as [string, string, string]
    const { changeSetId } = apply({ kind: 'picture.order', productId: mug.id, order: [a, c, b] })
    await shop.synced.settled()
    expect({ changeSetId: changeSetId !== null, order: await stored() }).toEqual({
      changeSetId: true,
      order: [hashes[0], hashes[2], hashes[1]],
    })
  })

  it('tells which picture is which by what each was made as, through confirmation and order', async () => {
    const names = () => pictures().map(({ madeAs }) => madeAs)
    const { local } = await threeUploaded()
    const [a, b, c] = local as [string, string, string]
    expect({ keys: keys(), names: names() }).toEqual({ keys: expect.not.arrayContaining([a]), names: local })
    apply({ kind: 'picture.order', productId: mug.id, order: [a, c, b] })
    expect(names()).toEqual([a, c, b])
    await shop.synced.settled()
    await shop.synced.pull()
    expect(names()).toEqual([a, c, b])
    shop.synced.restart()
    expect(names()).toEqual([a, c, b])
  })

  it('orders by a mix of local and store keys: all of it counts', async () => {
    const { hashes, local } = await threeUploaded()
    const [a, b, c] = local as [string, string, string]
    apply({ kind: 'picture.order', productId: mug.id, order: [c, keys()[0]!, b] })
    void a
    await shop.synced.settled()
    expect(await stored()).toEqual([hashes[2], hashes[0], hashes[1]])
  })

  it('describes one', async () => {
    const { local } = await threeUploaded()
    apply({ kind: 'picture.alt', productId: mug.id, picture: local[1]!, alt: 'Side' })
    await shop.synced.settled()
    expect(await altsStored()).toEqual(['', 'Side', ''])
  })

  it('removes one', async () => {
    const { hashes, local } = await threeUploaded()
    apply({ kind: 'picture.remove', productId: mug.id, picture: local[1]! })
    await shop.synced.settled()
    expect(await stored()).toEqual([hashes[0], hashes[2]])
  })

  it('cancels an upload that has arrived: it is not noted as taken back while the store has it', async () => {
    const hash = await stage()
    const { changeSetId } = apply(toAdd(hash))
    const [change] = shop.synced.catalogue.changes.ofSet(changeSetId!)
    await shop.synced.settled()
    let problem: unknown = null
    try {
      shop.synced.session.changes.takeBack([change!.id])
    } catch (error) {
      problem = error
    }
    await shop.synced.settled()
    const state = shop.synced.catalogue.changes.get(change!.id)!.state
    const inStore = (await stored()).includes(hash)
    // Either it was refused in words, or it is really gone.
    expect({ state, inStore, told: problem !== null }).not.toEqual({ state: 'taken-back', inStore: true, told: false })
  })
})

describe('a change that names a picture by its local key', () => {
  it('undo of the removal of a picture that was uploaded in the same queue brings it back', async () => {
    const { hashes } = await threeUploaded()
    goOffline()
    const fourth = await stage()
    apply(toAdd(fourth))
    const local = keys()[3]!
    const { changeSetId } = apply({ kind: 'picture.remove', productId: mug.id, picture: local })
    goOnline()
    shop.synced.session.resume()
    await shop.synced.settled()
    expect(await stored()).toEqual(hashes)
    shop.synced.session.changes.revert(changeSetId!)
    await shop.synced.settled()
    expect(open().map(({ verb, state, reason }) => ({ verb, state, reason }))).toEqual([])
    expect(await stored()).toEqual([...hashes, fourth])
  })

  it('an order that names a refused upload keeps its place until it arrives', async () => {
    const { hashes } = await threeUploaded()
    await shop.synced.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      match: { method: 'POST', path: '/gallery' },
    })
    goOffline()
    const fourth = await stage()
    const { changeSetId } = apply(toAdd(fourth))
    const [a, b, c, d] = keys() as [string, string, string, string]
    apply({ kind: 'picture.order', productId: mug.id, order: [d, a, b, c] })
    goOnline()
    shop.synced.session.resume()
    await shop.synced.settled()
    expect(open().find(addsPicture)?.state).toBe('refused')
    shop.synced.session.changes.retry(shop.synced.catalogue.changes.ofSet(changeSetId!).map(({ id }) => id))
    await shop.synced.settled()
    expect(await stored()).toEqual([fourth, ...hashes])
  })

  it('the removal of a refused upload is not undone by trying the upload again', async () => {
    const { hashes } = await threeUploaded()
    await shop.synced.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      match: { method: 'POST', path: '/gallery' },
    })
    goOffline()
    const fourth = await stage()
    const { changeSetId } = apply(toAdd(fourth))
    apply({ kind: 'picture.remove', productId: mug.id, picture: keys()[3]! })
    goOnline()
    shop.synced.session.resume()
    await shop.synced.settled()
    // Removed by its owner: neither shown nor to be sent.
    expect(keys()).toHaveLength(3)
    shop.synced.session.changes.retry(shop.synced.catalogue.changes.ofSet(changeSetId!).map(({ id }) => id))
    await shop.synced.settled()
    expect(await stored()).toEqual(hashes)
  })

  it('redo of an undone put-back puts the picture where it was', async () => {
    const { hashes } = await threeUploaded()
    const removal = apply({ kind: 'picture.remove', productId: mug.id, picture: keys()[0]! })
    await shop.synced.settled()
    goOffline()
    const back = shop.synced.session.changes.revert(removal.changeSetId!)
    // Undone while it waits, and done again.
    const undone = shop.synced.session.changes.revert(back.changeSetId!)
    shop.synced.session.changes.redo({ setId: back.changeSetId!, revertSetId: undone.changeSetId })
    expect(keys()[0]).toMatch(/^local:/)
    goOnline()
    shop.synced.session.resume()
    await shop.synced.settled()
    expect(await stored()).toEqual(hashes)
  })
})

describe('alt texts', () => {
  it('typed and typed back before they are sent are as they were', async () => {
    await threeUploaded()
    goOffline()
    const key = keys()[0]!
    apply({ kind: 'picture.alt', productId: mug.id, picture: key, alt: 'Typo' })
    apply({ kind: 'picture.alt', productId: mug.id, picture: key, alt: '' })
    expect(pictures()[0]!.alt).toBe('')
    goOnline()
    shop.synced.session.resume()
    await shop.synced.settled()
    expect(await altsStored()).toEqual(['', '', ''])
  })
})
