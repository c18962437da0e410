import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { matrixFaults } from '../../../support/matrix-faults'
import { pngBytes } from '../../../support/picture-files'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
let lanterns: number
/** Of the products that are in it: in it alone, and with it as default category; in another one too; on the front page already. */
let alone: number, beside: number, shown: number

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  lanterns = (await bench.ask<{ id: number }>('POST', '/categories', { name: 'Lanterns' })).id
  const other = (await bench.ask<{ id: number }>('POST', '/categories', { name: 'Others' })).id
  await synced.pull()
  const front = await frontPage()
  const rows = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 20).rows.map(({ ecwidId }) => ecwidId!)
  const off = rows.filter((id) => !front.includes(id))
  ;[alone, beside, shown] = [off[0]!, off[1]!, rows.find((id) => front.includes(id))!]
  const inLanterns = { categoryIds: [lanterns], defaultCategoryId: lanterns }
  await bench.ask('PUT', `/products/${alone}`, inLanterns)
  await bench.ask('PUT', `/products/${beside}`, { categoryIds: [lanterns, other], defaultCategoryId: other })
  await bench.ask('PUT', `/products/${shown}`, inLanterns)
  await synced.pull()
})
afterEach(() => synced.close())

const frontPage = async () => ((await synced.control('GET', '/state')) as { frontPage: number[] }).frontPage
const apply = (...operations: Operation[]) => bench.apply(...operations)
const localOf = (ecwidId: number) => synced.catalogue.products.findByEcwidId(ecwidId)!
const fields = (ecwidId: number) => synced.session.product(localOf(ecwidId)).fields
async function sent(): Promise<void> {
  synced.skip(10_000)
  await synced.settled()
}
async function deleteLanterns(): Promise<number> {
  const { changeSetId } = apply({ kind: 'category.delete', categoryId: lanterns, below: 'delete' })
  await sent()
  expect(await bench.named('Lanterns')).toEqual([])
  return changeSetId!
}
const stored = async (name: string) =>
  (await bench.named(name))[0] as unknown as {
    id: number
    productIds: number[]
    originalImageUrl?: string
    alt: object
  }
const withProducts = async (name: string) =>
  bench.ask<{ productIds: number[] }>('GET', `/categories/${(await stored(name)).id}`)
const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

const byOthers = () =>
  synced.catalogue.changes
    .list('store', undefined, 0, 20)
    .sets.flatMap(({ id }) => synced.catalogue.changes.ofSet(id))
    .map(({ id }) => id)

async function givePicture(alt?: object): Promise<Buffer> {
  const picture = Buffer.from(pngBytes(30, 20, { shade: 90 }))
  const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
  await fetch(`${synced.store.baseUrl}/categories/${lanterns}/image`, { method: 'POST', headers, body: picture })
  if (alt) await bench.ask('PUT', `/categories/${lanterns}`, { alt })
  await synced.pull()
  return picture
}

describe('a category that was deleted and comes back by an undo', () => {
  it('is the default category again of those products of which it was', async () => {
    const setId = await deleteLanterns()
    synced.session.changes.revert(setId)
    await sent()
    const { id } = await stored('Lanterns')
    expect(await synced.remote(alone)).toMatchObject({ categoryIds: [id], defaultCategoryId: id })
    expect((await synced.remote(beside))['defaultCategoryId']).not.toBe(id)
    expect(fields(alone)).toMatchObject({ categoryIds: [id], defaultCategoryId: id })
    expect(bench.allOpen()).toEqual([])
  })

  it('leaves the front page as it was, onto which the store had put those in no other category', async () => {
    const before = await frontPage()
    const setId = await deleteLanterns()
    expect(fields(alone)).toMatchObject({ categoryIds: [], showOnFrontpage: true })
    expect(await frontPage()).toEqual([...before, alone])
    synced.session.changes.revert(setId)
    await sent()
    expect(await frontPage()).toEqual(before)
    expect([fields(alone).showOnFrontpage, fields(shown).showOnFrontpage]).toEqual([false, true])
    expect(bench.allOpen()).toEqual([])
  })

  it('has its products in their order, also those that came into it before it went', async () => {
    const newcomer = synced.catalogue
      .search({ sort: 'NAME_ASC' }, 0, 20)
      .rows.map(({ ecwidId }) => ecwidId!)
      .find((id) => ![alone, beside, shown].includes(id))!
    bench.hold(true)
    const { changeSetId } = apply({ kind: 'category.delete', categoryId: lanterns, below: 'delete' })
    await bench.ask('PUT', '/products/sort?parentCategory=' + lanterns, { sortedIds: [shown, alone, beside] })
    await bench.ask('POST', `/categories/${lanterns}/assignProducts`, { productIds: [newcomer] })
    bench.hold(false)
    await sent()
    synced.session.changes.revert(changeSetId!)
    await sent()
    expect((await withProducts('Lanterns')).productIds).toEqual([shown, alone, beside, newcomer])
  })

  it('has its picture again, with its text', async () => {
    const picture = await givePicture({ main: 'A lantern' })
    const setId = await deleteLanterns()
    synced.session.changes.revert(setId)
    await sent()
    const now = await stored('Lanterns')
    expect(await bytesAt(now.originalImageUrl!)).toEqual(picture)
    expect(now.alt).toMatchObject({ main: 'A lantern' })
    expect(bench.allOpen()).toEqual([])
  })

  it.each(matrixFaults.filter(({ body, name }) => body && name.startsWith('cut after')))(
    'has its picture once, and is asked about nothing, after $name',
    async ({ body }) => {
      const picture = await givePicture()
      const setId = await deleteLanterns()
      await synced.control('POST', '/faults', { ...body, times: 1, match: { method: 'POST', path: '/image' } })
      synced.session.changes.revert(setId)
      await sent()
      expect(await bytesAt((await stored('Lanterns')).originalImageUrl!)).toEqual(picture)
      expect(bench.allOpen()).toEqual([])
    },
  )

  it('goes again by a redo, and comes back by one more undo', async () => {
    const before = await frontPage()
    await givePicture()
    const setId = await deleteLanterns()
    const { changeSetId: back } = synced.session.changes.revert(setId)
    await sent()
    const { changeSetId: again } = synced.session.changes.redo({ setId, revertSetId: back })
    await sent()
    expect(await bench.named('Lanterns')).toEqual([])
    expect(bench.allOpen()).toEqual([])
    synced.session.changes.revert(again!)
    await sent()
    const { id, originalImageUrl } = await stored('Lanterns')
    expect(originalImageUrl).toBeDefined()
    expect(await synced.remote(alone)).toMatchObject({ categoryIds: [id], defaultCategoryId: id })
    expect(await frontPage()).toEqual(before)
    expect(bench.allOpen()).toEqual([])
  })

  it('is meant by a product that was deleted with it as its category, whichever comes back first', async () => {
    const { changeSetId: product } = apply({ kind: 'delete', productId: localOf(alone) })
    await sent()
    const category = await deleteLanterns()
    synced.session.changes.revert(category)
    await sent()
    const { productIds } = synced.session.changes.revert(product!)
    await sent()
    const { id } = await stored('Lanterns')
    expect(synced.session.product(productIds[0]!).fields).toMatchObject({ categoryIds: [id], defaultCategoryId: id })
    expect(bench.allOpen()).toEqual([])
  })

  it('takes a product back that was deleted after it and has come back before it', async () => {
    const category = await deleteLanterns()
    const { changeSetId: product } = apply({ kind: 'delete', productId: localOf(alone) })
    await sent()
    const [made] = synced.session.changes.revert(product!).productIds
    await sent()
    synced.session.changes.revert(category)
    await sent()
    const { id } = await stored('Lanterns')
    expect(synced.session.product(made!).fields).toMatchObject({ categoryIds: [id], defaultCategoryId: id })
    expect(bench.allOpen()).toEqual([])
  })

  it('is no edit by others, nor is what it did to its products', async () => {
    const before = byOthers()
    const setId = await deleteLanterns()
    await synced.pull()
    synced.session.changes.revert(setId)
    await sent()
    await synced.pull()
    expect(byOthers()).toEqual(before)
  })
})

describe('a product that leaves the front page for a category', () => {
  it('waits for the category that is made here, and the store refuses nothing', async () => {
    bench.hold(true)
    const made = bench.create('Made here')
    const productId = localOf(shown)
    apply({ kind: 'update', productId, fields: { categoryIds: [] } })
    apply({ kind: 'update', productId, fields: { categoryIds: [made], showOnFrontpage: false } })
    bench.hold(false)
    await sent()
    expect(bench.allOpen()).toEqual([])
    expect(await frontPage()).not.toContain(shown)
  })
})
