import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { createHandClock, type HandClock } from '../../../support/hand-clock'
import { openProposals } from './proposals-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let ids: number[]
let clock: HandClock
beforeEach(() => {
  mugs = openMugs()
  ids = [1, 2, 3, 4].map((n) => mugs.put(n, { price: n * 10, categoryIds: [7], enabled: true }))
  clock = createHandClock(1_000_000)
  bulk = openProposals({ ...mugs, after: (ms, run) => clock.after(ms, run) })
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

const waiting = () => ids.flatMap((id) => mugs.openOf(id).map(({ field, before, after }) => [id, field, before, after]))

describe('an action on many products', () => {
  it('writes nothing before the yes, and one change set after it', async () => {
    const proposal = await bulk.proposed({ kind: 'set', fields: { price: 30 } }, ids)
    expect(proposal).toMatchObject({ products: 3, fields: 3, deletions: 0, same: 1, out: 0, refused: 0 })
    expect(waiting()).toEqual([])
    const { changeSetId } = await bulk.applied()
    expect(waiting()).toEqual([
      [ids[0], 'price', 10, 30],
      [ids[1], 'price', 20, 30],
      [ids[3], 'price', 40, 30],
    ])
    const sets = mugs.catalogue.changes.list('all', undefined, 0, 10).sets
    expect(sets).toMatchObject([
      {
        id: changeSetId,
        source: 'bulk',
        label: { code: 'many-products', deed: 'set', fields: ['price'], products: 3 },
      },
    ])
  })

  it('is about what a search finds when it is asked for, but for those that are left out of it', async () => {
    bulk.propose({
      selection: { query: { priceFrom: 20 }, except: [ids[2]!] },
      action: { kind: 'set', fields: { enabled: false } },
    })
    await bulk.reaches('ready')
    expect(bulk.rows().map(({ productId, field, after }) => [productId, field, after])).toEqual([
      [ids[1], 'enabled', false],
      [ids[3], 'enabled', false],
    ])
  })

  it('is searched by words of names, SKUs and variations, and says how many edits of each field there are', async () => {
    const { id } = await bulk.proposed({ kind: 'set', fields: { price: 5, subtitle: 'New' } }, ids)
    expect(bulk.rows({ text: 'müg 2' }).map(({ productId }) => productId)).toEqual([ids[1], ids[1]])
    expect(bulk.rows({ text: 'm-3' }).map(({ productId }) => productId)).toEqual([ids[2], ids[2]])
    expect(bulk.rows({ text: 'lamp' })).toEqual([])
    const byField = { by: 'field', order: 'list', filter: 'all' } as const
    expect(bulk.fields(id, byField)).toEqual([
      { field: 'price', count: 4 },
      { field: 'subtitle', count: 4 },
    ])
    expect(bulk.fields(id, { ...byField, text: 'mug 4' })).toEqual([
      { field: 'price', count: 1 },
      { field: 'subtitle', count: 1 },
    ])
    const rows = bulk.rows({ by: 'field', text: '' })
    expect(rows.map(({ field }) => field)).toEqual([...Array(4).fill('price'), ...Array(4).fill('subtitle')])
  })

  it('leaves out what its owner leaves out, by edit, by product and by field', async () => {
    const { id } = await bulk.proposed({ kind: 'set', fields: { price: 5, subtitle: 'New' } }, ids)
    const price = bulk.rows().find(({ productId, field }) => productId === ids[0] && field === 'price')!
    bulk.leaveOut(id, { ids: [price.id] }, true)
    bulk.leaveOut(id, { productId: ids[1]! }, true)
    expect(bulk.current()).toMatchObject({ products: 3, fields: 5, out: 3 })
    const filters = ['changing', 'in', 'out'] as const
    expect(filters.map((filter) => bulk.only(filter).length)).toEqual([8, 5, 3])
    bulk.leaveOut(id, { field: 'subtitle' }, true)
    bulk.leaveOut(id, { productId: ids[1]! }, false)
    expect(bulk.current()).toMatchObject({ products: 3, fields: 4 })
    await bulk.applied()
    expect(waiting()).toEqual([
      [ids[1], 'subtitle', '', 'New'],
      [ids[1], 'price', 20, 5],
      [ids[2], 'price', 30, 5],
      [ids[3], 'price', 40, 5],
    ])
  })

  it('shows what an edit brings along, which comes and goes with it', async () => {
    const { id } = await bulk.proposed({ kind: 'remove-from-categories', categoryIds: [7] }, ids.slice(0, 2))
    const [first, along] = bulk.rows()
    expect(first).toMatchObject({ field: 'categoryIds', follows: null })
    expect(along).toMatchObject({ field: 'showOnFrontpage', before: false, after: true, follows: 'categoryIds' })
    bulk.leaveOut(id, { ids: [along!.id] }, true)
    expect(bulk.current()).toMatchObject({ fields: 4, out: 0 })
    bulk.leaveOut(id, { ids: [first!.id] }, true)
    expect(bulk.current()).toMatchObject({ fields: 2, out: 2 })
    await bulk.applied()
    expect(waiting()).toEqual([
      [ids[1], 'showOnFrontpage', false, true],
      [ids[1], 'categoryIds', [7], []],
    ])
  })

  it('says why a value cannot be, and writes the others', async () => {
    await bulk.proposed({ kind: 'set', fields: { name: ' ', price: 3 } }, ids.slice(0, 1))
    expect(bulk.only('refused')).toMatchObject([{ field: 'name', reason: 'Give the product a name.' }])
    await bulk.applied()
    expect(waiting()).toEqual([[ids[0], 'price', 10, 3]])
  })

  it('deletes as the list does, and undo makes all of it wait no more', async () => {
    expect(await bulk.proposed({ kind: 'delete' }, ids.slice(0, 2))).toMatchObject({
      products: 2,
      fields: 0,
      deletions: 2,
    })
    const { changeSetId } = await bulk.applied()
    expect(mugs.catalogue.products.count()).toBe(2)
    expect(bulk.current()?.sending).toMatchObject({ total: 2, isUndone: false })
    await mugs.changes.revertInParts(changeSetId!)
    expect(bulk.current()?.sending).toMatchObject({ total: 0, takenBack: 2, isUndone: true })
    expect(mugs.catalogue.products.count()).toBe(4)
    expect(waiting()).toEqual([])
  })

  it('tells of each edit what became of it, also in its file', async () => {
    await bulk.proposed({ kind: 'set', fields: { price: 30 } }, ids.slice(0, 2))
    const { changeSetId } = await bulk.applied()
    const [first] = mugs.openOf(ids[0]!)
    mugs.catalogue.changes.update(first!.id, { state: 'sent', sentAt: 1_000_000 })
    expect(bulk.rows().map(({ outcome }) => outcome?.state)).toEqual(['sent', 'waiting'])
    expect(bulk.current()).toMatchObject({ changeSetId, sending: { sent: 1, total: 2, needOwner: 0 } })
    const [, one, two] = bulk.csv(bulk.current()!.id).split('\r\n')
    expect(one).toBe('"Mug 1","M-1","","Price","10.00","30.00","In the store","Price changes by more than half"')
    expect(two).toContain('"Waits to be sent"')
  })

  it('is let go of without a trace', async () => {
    const { id } = await bulk.proposed({ kind: 'delete' }, ids)
    bulk.discard(id)
    expect(bulk.current()).toBeNull()
    expect(waiting()).toEqual([])
    expect(() => bulk.apply(id)).toThrow('no longer there')
  })

  it('comes back for a while after it was discarded, with what was left out of it', async () => {
    const { id } = await bulk.proposed({ kind: 'set', fields: { price: 30 } }, ids.slice(0, 2))
    bulk.leaveOut(id, { productId: ids[0]! }, true)
    bulk.discard(id)
    expect(bulk.current()).toBeNull()
    expect(bulk.bringBack(id)).toMatchObject({ id, state: 'ready', products: 1, out: 1 })
    clock.ring()
    await bulk.untilStill()
    await bulk.applied()
    expect(waiting()).toEqual([[ids[1], 'price', 20, 30]])
  })

  it('is made to its end where it comes back half made', async () => {
    const { id } = bulk.propose({ selection: { ids }, action: { kind: 'delete' } })
    bulk.discard(id)
    await bulk.untilStill()
    bulk.bringBack(id)
    expect(await bulk.reaches('ready')).toMatchObject({ id, products: 4 })
  })

  it('is gone once its time is over, once a newer one is begun, and at the next start', async () => {
    const gone = async (id: number) => {
      await bulk.untilStill()
      expect(() => bulk.bringBack(id)).toThrow('This review is no longer there. Nothing was changed.')
      expect(mugs.catalogue.proposals.get(id)).toBeUndefined()
    }
    const late = await bulk.proposed({ kind: 'delete' }, ids)
    bulk.discard(late.id)
    clock.ring()
    await gone(late.id)
    const former = await bulk.proposed({ kind: 'delete' }, ids)
    bulk.discard(former.id)
    const newer = await bulk.proposed({ kind: 'delete' }, ids)
    await gone(former.id)
    bulk.discard(newer.id)
    await bulk.stop()
    bulk = openProposals(mugs)
    bulk.resume()
    await gone(newer.id)
  })
})

describe('a review warns', () => {
  const warned = () => bulk.rows().map(({ warnings }) => warnings)

  it('of a price below the cost and of one that changes by more than half', async () => {
    const id = mugs.put(9, { price: 20, costPrice: 8 })
    await bulk.proposed({ kind: 'set', fields: { price: 7 } }, [id])
    expect(warned()).toEqual([['price-below-cost', 'price-jump']])
    expect(bulk.current()?.warnings).toEqual({ 'price-below-cost': 1, 'price-jump': 1 })
  })

  it('of prices that say nothing beside each other, of variations too', async () => {
    const wholesalePrices = [{ quantity: 5, price: 15 }]
    const id = mugs.put(9, { price: 20, compareToPrice: 25, wholesalePrices })
    await bulk.proposed({ kind: 'set', fields: { price: 15 } }, [id])
    expect(warned()).toEqual([['tier-not-below-price']])
    await bulk.proposed({ kind: 'set', fields: { compareToPrice: 20 } }, [id])
    expect(warned()).toEqual([['compare-to-not-above-price']])
    await bulk.proposed({ kind: 'set', fields: { price: 28, compareToPrice: 30 } }, [id])
    expect(warned()).toEqual([[], []])
  })

  it('of a product that becomes hidden', async () => {
    await bulk.proposed({ kind: 'set', fields: { enabled: false } }, ids.slice(0, 1))
    expect(warned()).toEqual([['becomes-hidden']])
  })

  it('of a SKU that another has, or that is given twice', async () => {
    await bulk.proposed({ kind: 'set', fields: { sku: 'M-4' } }, ids.slice(0, 1))
    expect(warned()).toEqual([['duplicate-sku']])
    await bulk.proposed({ kind: 'set', fields: { sku: 'NEW' } }, ids.slice(0, 2))
    expect(warned()).toEqual([['duplicate-sku'], ['duplicate-sku']])
  })
})
