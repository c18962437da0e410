import { afterEach, beforeEach, expect, it } from 'vitest'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// A write to something else, such as a product type, changes products: an answer that was on its way meanwhile is not shown of them. Their
// times of change may not move, so what others did to them before is read by a later pull of its own.

type Type = { id: number; attributes: { id: number; name: string }[] }

let synced: SyncedStore
let bench: ShelfBench
let kites: Type
let ecwidId: number
/** Called once with the answer that lists what changed, before the pull sees it. */
let whenListed: (() => Promise<void>) | null

beforeEach(async () => {
  whenListed = null
  synced = await openSyncedStore(
    { products: 20 },
    {
      async onAnswer(_, url) {
        if (!new URL(url).searchParams.has('updatedFrom')) return
        const run = whenListed
        whenListed = null
        await run?.()
      },
    },
  )
  bench = createShelfBench(synced)
  const attributes = ['Span', 'Tail'].map((name) => ({ name, type: 'CUSTOM', show: 'DESCR' }))
  const { id } = await bench.ask<{ id: number }>('POST', '/classes', { name: 'Kites', attributes })
  kites = await bench.ask<Type>('GET', `/classes/${id}`)
  await synced.pull()
  ecwidId = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 1).rows[0]!.ecwidId!
  const values = [{ id: kites.attributes[0]!.id, value: '2 m' }]
  await bench.ask('PUT', `/products/${ecwidId}`, { productClassId: id, attributes: values })
  await pullLater()
})
afterEach(() => synced.close())

async function pullLater(): Promise<void> {
  synced.skip(600_000)
  expect((await synced.pull()).phase).toBe('idle')
}
const shownName = () => synced.session.product(synced.catalogue.products.findByEcwidId(ecwidId)!).fields.name

async function removeSpan(): Promise<void> {
  bench.apply({ kind: 'type.update', typeId: kites.id, fields: { attributes: [kites.attributes[1]!] } })
  await synced.until(() => bench.allOpen().length === 0)
}

it('others rename a product, which loses an attribute here while a pull brings the name', async () => {
  await bench.ask('PUT', `/products/${ecwidId}`, { name: 'Renamed elsewhere' })
  synced.skip(300_000)
  whenListed = removeSpan
  await pullLater()
  synced.restart()
  await pullLater()
  expect(shownName()).toBe('Renamed elsewhere')
  expect(await synced.remote(ecwidId)).toMatchObject({ name: 'Renamed elsewhere' })
})
