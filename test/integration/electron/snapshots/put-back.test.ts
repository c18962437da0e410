import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActionOf } from '../../../../electron/shared/bulk-action'
import type { ProductSelection } from '../../../../electron/shared/proposal'
import { currentProduct } from '../../../../electron/changes/reindex'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let ids: number[]
let snapshotId: number
beforeEach(async () => {
  mugs = openMugs()
  const combinations = [
    { id: 71, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], sku: 'S', price: 7 },
    { id: 72, combinationNumber: 2, options: [{ name: 'Size', value: 'L' }], sku: 'L' },
  ]
  const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }, { text: 'L' }] }]
  ids = [1, 2].map((n) => mugs.put(n, { price: n * 10 }))
  ids.push(mugs.put(3, { options, combinations }))
  snapshots = openSnapshots(mugs.catalogue)
  bulk = openProposals(mugs)
  await snapshots.take({ code: 'by-hand' })
  snapshotId = snapshots.all().list[0]!.id
})
afterEach(async () => {
  await snapshots.stop()
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

async function putBack(asked: Partial<ActionOf<'put-back'>> = {}, selection: ProductSelection = { snapshotId }) {
  const action = { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: false, ...asked } as const
  bulk.propose({ selection, action })
  return bulk.reaches('ready')
}
const planned = () => bulk.rows().map(({ productId, field, before, after }) => [productId, field, before, after])

describe('what was in a snapshot goes back', () => {
  it('with what is another now alone, through the review', async () => {
    mugs.put(1, { price: 12, subtitle: 'New' })
    expect(await putBack()).toMatchObject({ products: 1, fields: 2, same: 0 })
    expect(planned()).toEqual([
      [ids[0], 'subtitle', 'New', ''],
      [ids[0], 'price', 12, 10],
    ])
    await bulk.applied()
    expect(mugs.openOf(ids[0]!).map(({ field, after }) => [field, after])).toEqual([
      ['subtitle', ''],
      ['price', 10],
    ])
    expect((await snapshots.compare({ snapshotId, offset: 0, limit: 10 })).total).toBe(0)
  })

  it('in the fields and products that are chosen', async () => {
    for (const n of [1, 2]) mugs.put(n, { price: 1, subtitle: 'New' })
    await putBack({ fields: ['price'] }, { ids: [ids[1]!] })
    expect(planned()).toEqual([[ids[1], 'price', 1, 20]])
  })

  it('but for the stock, which sales have moved, unless that is asked for', async () => {
    mugs.put(1, { price: 10, quantity: 1 })
    await putBack()
    expect(planned()).toEqual([])
    await putBack({ stock: true })
    expect(planned()).toEqual([[ids[0], 'quantity', 1, 4]])
  })

  it('to variations too, and one that is gone is made anew', async () => {
    const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }, { text: 'L' }] }]
    const combinations = [{ id: 71, combinationNumber: 1, options: [{ name: 'Size', value: 'S' }], sku: 'S', price: 9 }]
    mugs.put(3, { options, combinations })
    await putBack()
    expect(bulk.rows().map(({ variation, field, before, after }) => [variation, field, before, after])).toEqual([
      ['S', 'price', 9, 7],
      ['L', 'variation', null, expect.objectContaining({ options: [{ name: 'Size', value: 'L' }] })],
    ])
    await bulk.applied()
    expect(currentProduct(mugs.catalogue, ids[2]!)?.combinations).toMatchObject([
      { sku: 'S', price: 7 },
      { sku: 'L', options: [{ name: 'Size', value: 'L' }] },
    ])
  })

  it('to a product that is gone, in the row that it had', async () => {
    mugs.catalogue.products.remove(ids[1]!)
    expect(await putBack()).toMatchObject({ products: 1, creations: 1 })
    expect(bulk.rows()).toMatchObject([{ field: 'new', productName: 'Mug 2', sku: 'M-2', isNew: true }])
    await bulk.applied()
    expect(currentProduct(mugs.catalogue, ids[1]!)).toMatchObject({ name: 'Mug 2', sku: 'M-2', price: 20 })
    const { changeSetId } = bulk.current()!
    await mugs.changes.revertInParts(changeSetId!)
    expect(currentProduct(mugs.catalogue, ids[1]!)).toBeUndefined()
  })

  it('and nothing is said of what came and went since', async () => {
    mugs.catalogue.products.remove(mugs.put(4))
    expect(await putBack({ deletes: true })).toMatchObject({ products: 0, refused: 0 })
  })

  it('not to one whose delete still waits', async () => {
    mugs.apply({ kind: 'delete', productId: ids[0]! })
    await putBack()
    expect(bulk.only('refused')).toMatchObject([{ field: 'new', reason: expect.stringContaining('not been sent') }])
  })

  it('not from one that is no longer there', async () => {
    await snapshots.remove(snapshotId)
    mugs.put(4)
    await expect(putBack({ deletes: true })).rejects.toThrow('no longer there')
    expect(bulk.current()).toBeNull()
  })

  it('and what was not there then goes only where that is asked for', async () => {
    const made = mugs.put(4)
    await putBack()
    expect(planned()).toEqual([])
    expect(await putBack({ deletes: true })).toMatchObject({ deletions: 1 })
    expect(planned()).toEqual([[made, null, null, null]])
  })
})
