import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reasonText } from '../../../../electron/shared/errors'
import type { Operation } from '../../../../electron/shared/change'
import { sentenceText } from '../../../../electron/shared/words/sentence'
import { onTheWeb } from '../../../support/on-the-web'
import { readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let mug: { id: number; ecwidId: number }

beforeEach(async () => {
  synced = await openSyncedStore({ products: 20 })
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find(({ variationCount }) => variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  for (const [name, text] of Object.entries(contents)) {
    const path = `/products/${mug.ecwidId}/files?fileName=${name}&description=About%20${name}`
    await onTheWeb(synced.store, 'POST', path, text)
  }
  await synced.pull()
})
afterEach(() => synced.close())

const contents = { 'guide.pdf': 'a guide', 'song.mp3': 'la la' }
const asStored = Object.entries(contents).map(([name, text]) => ({
  name,
  description: `About ${name}`,
  size: text.length,
  sha256: createHash('sha256').update(text).digest('hex'),
}))
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
async function sent(): Promise<void> {
  synced.skip(10_000)
  await synced.settled()
}
async function filesOf(productId: number) {
  const ecwidId = synced.catalogue.products.ecwidIdOf(productId)
  const product = (await readState(synced.store)).products.find(({ id }) => id === ecwidId)!
  return product.files.map(({ name, description, size, sha256 }) => ({ name, description, size, sha256 }))
}
const duplicate = (): number =>
  apply({ kind: 'create', copyOf: mug.id, fields: { name: 'A copy', sku: '' } }).productIds[0]!
const allOpen = () => synced.catalogue.changes.allOpen(50)

describe('files for buyers', () => {
  it('go along with a copy, which shows them at once', async () => {
    const copy = duplicate()
    expect(synced.session.product(copy).files.map(({ name }) => name)).toEqual(['guide.pdf', 'song.mp3'])
    await sent()
    expect(await filesOf(copy)).toEqual(asStored)
    expect(await filesOf(mug.id)).toEqual(asStored)
    expect(allOpen()).toEqual([])
  })

  it('go along with a copy once, though an answer is lost', async () => {
    await synced.control('POST', '/faults', { kind: 'drop-after', times: 1, match: { method: 'POST', path: '/files' } })
    const copy = duplicate()
    await sent()
    await sent()
    expect(await filesOf(copy)).toEqual(asStored)
    expect(allOpen()).toEqual([])
  })

  it('of an original that was deleted here before the copy was sent come from what was kept of them', async () => {
    synced.session.changes.holdAll(true)
    const copy = duplicate()
    apply({ kind: 'delete', productId: mug.id })
    synced.session.changes.holdAll(false)
    await sent()
    expect(await filesOf(copy)).toEqual(asStored)
    expect(allOpen()).toEqual([])
  })

  it('of which one was removed here before the copy was sent come all the same', async () => {
    synced.session.changes.holdAll(true)
    const copy = duplicate()
    const [guide] = synced.session.product(mug.id).files
    apply({ kind: 'file.remove', productId: mug.id, fileId: guide!.id })
    synced.session.changes.holdAll(false)
    await sent()
    expect(await filesOf(copy)).toEqual(asStored)
    expect(allOpen()).toEqual([])
  })

  it('of an original that is gone by then are named, and refused with the reason', async () => {
    synced.session.changes.holdAll(true)
    const copy = duplicate()
    await onTheWeb(synced.store, 'DELETE', `/products/${mug.ecwidId}`)
    synced.session.changes.holdAll(false)
    await sent()
    expect(await filesOf(copy)).toEqual([])
    const refused = allOpen().filter(({ state }) => state === 'refused')
    expect(refused.map(({ entry, reason }) => [entry, reasonText(reason!)])).toEqual(
      Object.keys(contents).map((name) => [
        name,
        'There is no copy of this file on this computer, so it cannot be added again from here.',
      ]),
    )
  })

  it('come back with a product that was deleted, which is said beforehand', async () => {
    const { changeSetId } = apply({ kind: 'delete', productId: mug.id })
    await sent()
    const entries = synced.session.reads.previewRevert({ changeSetId: changeSetId!, offset: 0, limit: 10 })
    expect(entries.flatMap(({ along }) => along.map(sentenceText))).toEqual(['2 files for buyers come back.'])
    const { productIds } = synced.session.changes.revert(changeSetId!)
    synced.restart()
    await sent()
    expect(await filesOf(productIds[0]!)).toEqual(asStored)
    expect(allOpen()).toEqual([])
  })

  it('that others deleted with their product are counted beforehand as what does not come back', async () => {
    await onTheWeb(synced.store, 'DELETE', `/products/${mug.ecwidId}`)
    await synced.pull()
    const changeSetId = synced.catalogue.changes.list('store', undefined, 0, 1).sets[0]!.id
    const entries = synced.session.reads.previewRevert({ changeSetId, offset: 0, limit: 10 })
    expect(entries.flatMap(({ along }) => along.map(sentenceText))).toEqual([
      '2 files for buyers cannot come back: there is no copy on this computer.',
    ])
  })
})
