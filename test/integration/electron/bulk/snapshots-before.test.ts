import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { openProposals } from './proposals-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let ids: number[]
beforeEach(() => {
  mugs = openMugs()
  ids = mugs.catalogue.transaction(() => Array.from({ length: 101 }, (_, at) => mugs.put(at + 1)))
  bulk = openProposals(mugs)
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

const then = (snapshotId: number, id: number) =>
  JSON.parse(mugs.catalogue.snapshots.contentAt(snapshotId, id) ?? '').product

describe('how a store is, is kept', () => {
  it('before more than 100 products are changed', async () => {
    await bulk.proposed({ kind: 'set', fields: { price: 30 } }, ids)
    expect(bulk.snapshots().list).toEqual([])
    await bulk.applied()
    expect(bulk.snapshots().list).toMatchObject([
      { occasion: { code: 'many-products', deed: 'set', fields: ['price'], products: 101 }, products: 101 },
    ])
    const [snapshot] = bulk.snapshots().list
    expect(ids.map((id) => then(snapshot!.id, id).price)).toEqual(ids.map(() => 10))
  })

  it('not before fewer are, also where more were looked at', async () => {
    mugs.put(1, { price: 30 })
    await bulk.proposed({ kind: 'set', fields: { price: 30 } }, ids)
    await bulk.applied()
    expect(bulk.snapshots().list).toEqual([])
  })

  it('before an import, however small', async () => {
    const said = { own: [{ path: 'price', text: '12', value: 12, odd: null }], variations: {} }
    const keptTableId = mugs.catalogue.keptTables.add({
      ...{ name: 'prices.xlsx', format: 'xlsx', separator: null, header: null, columns: [] },
    })
    bulk.proposeImport('prices.xlsx', { said: new Map([[ids[0]!, said]]), newCategories: [], keptTableId })
    await bulk.reaches('ready')
    await bulk.applied()
    expect(bulk.snapshots().list).toMatchObject([{ occasion: { code: 'import', file: 'prices.xlsx' } }])
  })
})
