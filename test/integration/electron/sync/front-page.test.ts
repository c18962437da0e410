import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
})

afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const inStore = async () => ((await synced.control('GET', '/state')) as { frontPage: number[] }).frontPage
const shown = () => synced.catalogue.search({ categoryIds: [0] }, 0, 100).rows.map(({ id }) => id)

describe('a product in no category', () => {
  it('is on the front page here as soon as in the store, and its undo takes it off', async () => {
    const before = await inStore()
    const { id, ecwidId } = synced.catalogue
      .search({ sort: 'NAME_ASC' }, 0, 100)
      .rows.find((row) => !before.includes(row.ecwidId ?? 0))!
    const { categoryIds } = synced.session.product(id).fields
    const { changeSetId } = apply({ kind: 'update', productId: id, fields: { categoryIds: [] } })
    expect(shown()).toContain(id)
    await synced.settled()
    expect(await inStore()).toEqual([...before, ecwidId])
    expect(shown()).toContain(id)

    synced.session.changes.revert(changeSetId!)
    expect(shown()).not.toContain(id)
    await synced.settled()
    expect(await inStore()).toEqual(before)
    expect(synced.session.product(id).fields).toMatchObject({ categoryIds, showOnFrontpage: false })
  })

  it('goes to the end of the front page when it is new', async () => {
    const before = await inStore()
    const { productIds } = apply({ kind: 'create', fields: { name: 'Lone thing' } })
    expect(shown()).toContain(productIds[0])
    await synced.settled()
    expect(await inStore()).toEqual([...before, expect.any(Number)])
    expect(shown()).toContain(productIds[0])
  })
})
