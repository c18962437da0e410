import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PNG } from 'pngjs'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let mug: number
let mugEcwidId: number

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({ inStock: true, sort: 'NAME_ASC' }, 0, 100).rows.find((candidate) => {
    return candidate.quantity !== null && candidate.pictureCount > 1 && candidate.variationCount === 0
  })
  mug = row!.id
  mugEcwidId = row!.ecwidId!
})

afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const detail = () => synced.session.product(mug)
const fault = (body: object) => synced.control('POST', '/faults', body)

type StoredProduct = { id: number; name: string; media?: { images?: { sha256?: string }[] } }
const products = async () => ((await synced.control('GET', '/state')) as { products: StoredProduct[] }).products

function picture(shade: number): Buffer {
  const png = new PNG({ width: 4, height: 4 })
  png.data.fill(shade)
  return PNG.sync.write(png)
}

describe('sending an edit', () => {
  it('reaches the store and leaves what this program does not know as it was', async () => {
    const before = await synced.remote(mugEcwidId)
    apply({ kind: 'update', productId: mug, fields: { name: 'Beaker', price: 12.5 } })
    await synced.settled()
    const after = await synced.remote(mugEcwidId)
    expect(after).toMatchObject({ name: 'Beaker', price: 12.5 })
    for (const untouched of ['sku', 'options', 'description', 'galleryImages', 'relatedProducts', 'attributes']) {
      expect(after[untouched]).toEqual(before[untouched])
    }
    expect(detail().state).toBe('synced')
  })

  it('makes ten edits of one price a single write', async () => {
    await synced.control('DELETE', '/requests')
    for (let price = 1; price <= 10; price += 1) apply({ kind: 'update', productId: mug, fields: { price } })
    await synced.settled()
    const { requests } = (await synced.control('GET', '/requests')) as { requests: { method: string }[] }
    expect(requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    expect((await synced.remote(mugEcwidId)).price).toBe(10)
  })

  it('adds to stock what the person added, although three were sold meanwhile', async () => {
    const { quantity } = detail().fields
    await synced.control('POST', '/sell', { id: mugEcwidId, quantity: 3 })
    apply({ kind: 'update', productId: mug, fields: { quantity: quantity + 10 } })
    await synced.settled()
    expect((await synced.remote(mugEcwidId)).quantity).toBe(quantity + 7)
    expect(detail().fields.quantity).toBe(quantity + 7)
  })

  it('keeps both sides when they changed different fields, and asks when they changed the same', async () => {
    await synced.control('POST', `/products/${mugEcwidId}`, { subtitle: 'By a colleague', name: 'Colleague’s name' })
    apply({ kind: 'update', productId: mug, fields: { price: 99, name: 'My name' } })
    await synced.settled()
    expect(await synced.remote(mugEcwidId)).toMatchObject({
      price: 99,
      subtitle: 'By a colleague',
      name: 'Colleague’s name',
    })
    expect(detail()).toMatchObject({ state: 'conflict', fields: { name: 'My name', price: 99 } })
    const [conflict] = synced.catalogue.changes.openOf('product', mug)
    synced.session.changes.resolve([conflict!.id], { take: 'mine' })
    await synced.settled()
    expect((await synced.remote(mugEcwidId)).name).toBe('My name')
  })

  it('asks anew, with nothing decided, when the other side changes the same once more while a decision rests', async () => {
    const theirs = (name: string) => synced.control('POST', `/products/${mugEcwidId}`, { name })
    const shown = () => synced.session.reads.conflicts({ offset: 0, limit: 5 }).conflicts
    await theirs('Colleague’s name')
    apply({ kind: 'update', productId: mug, fields: { name: 'My name' } })
    await synced.settled()
    synced.session.changes.resolve([shown()[0]!.id], { take: 'mine' })
    await theirs('Another name')
    synced.skip(7000)
    await synced.settled()
    expect(shown()).toMatchObject([{ theirs: 'Another name', after: 'My name', decided: null }])
    synced.session.changes.resolve([shown()[0]!.id], { take: 'theirs' })
    expect(detail().fields.name).toBe('Another name')
  })

  it('marks the field that the store refuses and sends the others', async () => {
    const other = (await products()).find(({ id }) => id !== mugEcwidId) as StoredProduct & { sku?: string }
    const taken = String((await synced.remote(other.id)).sku)
    apply({ kind: 'update', productId: mug, fields: { sku: taken, price: 42 } })
    await synced.settled()
    expect((await synced.remote(mugEcwidId)).price).toBe(42)
    expect(detail().problems).toMatchObject([{ field: 'sku' }])
    expect(detail().fields.sku).toBe(taken)
  })

  it('keeps what was typed for a product that was deleted in the store', async () => {
    await synced.control('DELETE', `/products/${mugEcwidId}`)
    apply({ kind: 'update', productId: mug, fields: { name: 'Too late' } })
    await synced.settled()
    expect(detail()).toMatchObject({ state: 'refused', fields: { name: 'Too late' } })
  })

  it('takes a whole set back again', async () => {
    const { price } = detail().fields
    const { changeSetId } = apply({ kind: 'update', productId: mug, fields: { price: price + 1 } })
    await synced.settled()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect((await synced.remote(mugEcwidId)).price).toBe(price)
  })
})

describe('a new product', () => {
  it('is made once, with its edits and pictures, under its own Ecwid id', async () => {
    const { hash } = await synced.staging.stageBytes('a.png', picture(200))
    const { productIds } = apply(
      { kind: 'create', fields: { name: 'Candle', price: 7 } },
      { kind: 'picture.add', productId: null, source: { hash }, role: 'main', fileName: 'a.png', alt: 'A candle' },
    )
    await synced.settled()
    const made = synced.session.product(productIds[0]!)
    expect(made.ecwidId).not.toBeNull()
    const remote = (await synced.remote(made.ecwidId!)) as { name: string; media: { images: { alt: object }[] } }
    expect(remote).toMatchObject({ name: 'Candle', price: 7 })
    expect(remote.media.images).toMatchObject([{ alt: { main: 'A candle' } }])
    expect(made.pictures).toMatchObject([{ upload: null, alt: 'A candle' }])
  })

  it('deleted before it was sent costs the store nothing', async () => {
    await synced.control('POST', '/faults', { kind: 'status', status: 503, times: 3 })
    await synced.control('DELETE', '/requests')
    const { productIds } = apply({ kind: 'create', fields: { name: 'Never' } })
    apply({ kind: 'delete', productId: productIds[0]! })
    synced.skip(10_000)
    await synced.settled()
    expect((await products()).some(({ name }) => name === 'Never')).toBe(false)
  })
})

describe('a lost answer', () => {
  it.each(['drop-before', 'drop-after', 'drop-mid-body', 'truncate-json'])(
    'to a create (%s) leaves exactly one product',
    async (kind) => {
      await synced.control('POST', '/index-lag', { ms: 300 })
      await fault({ kind, match: { method: 'POST', path: '/products$' } })
      const { productIds } = apply({ kind: 'create', fields: { name: 'Only once', price: 1 } })
      await synced.settled()
      expect((await products()).filter(({ name }) => name === 'Only once')).toHaveLength(1)
      expect(synced.session.product(productIds[0]!)).toMatchObject({ state: 'synced' })
    },
  )

  it.each(['drop-before', 'drop-after', 'drop-mid-body', 'truncate-json'])(
    'to a stock change (%s) counts it once',
    async (kind) => {
      const { quantity } = detail().fields
      await fault({ kind, match: { method: 'PUT', path: '/inventory$' } })
      apply({ kind: 'update', productId: mug, fields: { quantity: quantity + 5 } })
      await synced.settled()
      expect((await synced.remote(mugEcwidId)).quantity).toBe(quantity + 5)
    },
  )

  it.each(['drop-before', 'drop-after', 'drop-mid-body', 'truncate-json'])(
    'to an upload (%s) leaves the picture once',
    async (kind) => {
      const before = detail().pictures.length
      await fault({ kind, match: { method: 'POST', path: '/gallery' } })
      const { hash } = await synced.staging.stageBytes('b.png', picture(100))
      apply({ kind: 'picture.add', productId: mug, source: { hash }, role: 'gallery', fileName: 'b.png', alt: '' })
      await synced.settled()
      const { media } = (await synced.remote(mugEcwidId)) as { media: { images: unknown[] } }
      expect(media.images).toHaveLength(before + 1)
      expect(detail()).toMatchObject({ state: 'synced' })
    },
  )

  it.each([
    ['refused', { kind: 'status', status: 422 }, 2],
    ['cut off after it was taken', { kind: 'drop-after' }, 3],
    ['cut off before it was taken', { kind: 'drop-before' }, 3],
    ['answered with a fault', { kind: 'status', status: 502 }, 3],
  ])('to one of three uploads (%s) leaves each of the others once', async (_why, body, arrived) => {
    const before = detail().pictures.length
    await fault({ ...body, after: 1, match: { method: 'POST', path: '/gallery' } })
    const hashes = await Promise.all(
      [1, 2, 3].map(async (shade) => (await synced.staging.stageBytes(`${shade}.png`, picture(shade * 70))).hash),
    )
    apply(
      ...hashes.map((hash, at) => {
        const fileName = `${at}.png`
        return { kind: 'picture.add', productId: mug, source: { hash }, role: 'gallery', fileName, alt: '' } as const
      }),
    )
    await synced.settled()
    const { media } = (await synced.remote(mugEcwidId)) as { media: { images: unknown[] } }
    expect(media.images).toHaveLength(before + arrived)
    expect(detail().pictures).toHaveLength(before + 3)
    expect(synced.session.summary().refused).toBe(3 - arrived)
  })

  it('because the app ended in the middle is looked up at the next start', async () => {
    await fault({ kind: 'silence', match: { method: 'POST', path: '/products$' } })
    apply({ kind: 'create', fields: { name: 'Interrupted', price: 1 } })
    await expect.poll(() => synced.session.summary().sending).toBe(1)
    synced.restart()
    await synced.settled()
    expect((await products()).filter(({ name }) => name === 'Interrupted')).toHaveLength(1)
  })
})

describe('pictures', () => {
  const images = async () =>
    (
      (await synced.remote(mugEcwidId)) as {
        media: { images: { imageOriginalUrl: string; alt?: { main?: string } }[] }
      }
    ).media.images

  it('are reordered, described and removed as the person sees it', async () => {
    const [first, second] = detail().pictures.map(({ key }) => key)
    apply(
      { kind: 'picture.order', productId: mug, order: [second!, first!] },
      { kind: 'picture.alt', productId: mug, picture: first!, alt: 'Now second' },
    )
    await synced.settled()
    const now = await images()
    expect(now.slice(0, 2).map(({ imageOriginalUrl }) => imageOriginalUrl)).toEqual([second, first])
    expect(now[1]?.alt?.main).toBe('Now second')
    apply({ kind: 'picture.remove', productId: mug, picture: second! })
    await synced.settled()
    expect((await images())[0]?.imageOriginalUrl).toBe(first)
    expect((await images()).some(({ imageOriginalUrl }) => imageOriginalUrl === second)).toBe(false)
  })

  it('added and reordered before either was sent arrive in that order', async () => {
    const { hash } = await synced.staging.stageBytes('c.png', picture(50))
    await fault({ kind: 'drop-before', times: 2 })
    apply({ kind: 'picture.add', productId: mug, source: { hash }, role: 'gallery', fileName: 'c.png', alt: '' })
    const keys = detail().pictures.map(({ key }) => key)
    apply({ kind: 'picture.order', productId: mug, order: [keys.at(-1)!, ...keys.slice(0, -1)] })
    await synced.settled()
    expect((await images()).slice(1).map(({ imageOriginalUrl }) => imageOriginalUrl)).toEqual(keys.slice(0, -1))
  })

  it('that replaced the main one come off again with an undo, and the old one returns', async () => {
    const original = await (await fetch(detail().pictures[0]!.key)).arrayBuffer()
    const { hash } = await synced.staging.stageBytes('d.png', picture(10))
    const { changeSetId } = apply({
      kind: 'picture.add',
      productId: mug,
      source: { hash },
      role: 'main',
      fileName: '',
      alt: '',
    })
    await synced.settled()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    const restored = await (await fetch((await images())[0]!.imageOriginalUrl)).arrayBuffer()
    expect(Buffer.from(restored).equals(Buffer.from(original))).toBe(true)
  })
})

describe('a delete', () => {
  it('rests, is sent, and an undo makes the product anew with its pictures', async () => {
    const { name } = detail().fields
    const count = detail().pictures.length
    const { changeSetId } = apply({ kind: 'delete', productId: mug })
    await synced.settled()
    expect((await products()).some(({ id }) => id === mugEcwidId)).toBe(false)
    const { productIds } = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(synced.session.product(productIds[0]!)).toMatchObject({ fields: { name }, state: 'synced' })
    expect(synced.session.product(productIds[0]!).pictures).toHaveLength(count)
  })
})

describe('a key', () => {
  it('that the store no longer takes stops everything at once, and nothing is lost', async () => {
    await synced.control('POST', '/revoke-token', { token: synced.store.secretToken })
    await synced.control('DELETE', '/requests')
    apply({ kind: 'update', productId: mug, fields: { price: 1 } })
    await synced.settled()
    expect(synced.session.summary()).toMatchObject({ waiting: 1, blockedBy: { code: 'bad-key' } })
    const { requests } = (await synced.control('GET', '/requests')) as { requests: unknown[] }
    expect(requests).toHaveLength(1)
  })

  it('without the scope names it at the change', async () => {
    await synced.control('POST', '/scopes', {
      token: synced.store.secretToken,
      scopes: ['read_store_profile', 'read_catalog'],
    })
    apply({ kind: 'update', productId: mug, fields: { price: 1 } })
    await synced.settled()
    expect(detail().problems[0]?.message).toContain('update_catalog')
  })
})
