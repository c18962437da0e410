import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { makeVariation, removeVariation } from '../../../support/stored-variations'
import { openSyncedStore, readRemote, type SyncedStore } from '../../../support/synced-store'

// What a person may count on with what a variation has of its own: whatever breaks, whoever else is at it, and whatever is undone.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let large: number
let small: number

beforeEach(async () => {
  synced = await openSyncedStore({ products: 30 })
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find((each) => each.variationCount === 0 && each.quantity)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  large = await makeVariation(synced.store, mug.ecwidId, { sku: 'OWN-L', price: 12, quantity: 50, weight: 1 })
  const size = [{ name: 'Size', value: 'Small' }]
  small = await makeVariation(synced.store, mug.ecwidId, { options: size, sku: 'OWN-S', price: 8, quantity: 20 })
  await synced.pull()
  synced.skip(60_000)
})
afterEach(() => synced.close())

type Fields = Extract<Operation, { kind: 'variation.set' }>['fields']
const set = (fields: Fields, variationId = large) =>
  synced.session.changes.apply({
    source: 'form',
    label: { code: 'text', text: 'Test' },
    operations: [{ kind: 'variation.set', productId: mug.id, variationId, fields }],
  }).changeSetId!
const { hold, release } = {
  hold: () => synced.session.changes.holdAll(true),
  release: async () => {
    synced.session.changes.holdAll(false)
    synced.session.resume()
    await synced.settled()
  },
}
const undo = (setId: number) => synced.session.changes.revert(setId).changeSetId
const open = () => synced.catalogue.changes.openOf('product', mug.id)
const shown = (id = large) => synced.session.product(mug.id).readOnly.variations.find((each) => each.id === id)?.own
const whole = async () => (await readRemote(synced.store, mug.ecwidId)) as { combinations: Record<string, unknown>[] }
const inStore = async (id = large) => (await whole()).combinations.find((each) => each['id'] === id)!
const theirs = (body: object, id = large) =>
  fetch(`${synced.store.baseUrl}/products/${mug.ecwidId}/combinations/${id}?asTest=1`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const sell = (quantity: number, combinationId = large) =>
  synced.control('POST', '/sell', { id: mug.ecwidId, combinationId, quantity })
const lose = (kind: string, method = 'PUT') =>
  synced.control('POST', '/faults', { kind, match: { method, path: '/combinations(?!.*asTest)' } })
const nobodyIsAsked = () => expect(open()).toEqual([])

async function isAs(expected: Record<string, unknown>): Promise<void> {
  nobodyIsAsked()
  expect(await inStore()).toMatchObject(expected)
  expect(shown()).toMatchObject(expected)
  await synced.pull()
  expect(shown()).toMatchObject(expected)
}

const start = { price: 12, sku: 'OWN-L', quantity: 50, weight: 1 }
const edits = [
  ['price', { price: 15 }, { price: 99 }, { price: 17 }],
  ['SKU', { sku: 'NEW-L' }, { sku: 'THEIR-L' }, { sku: 'LAST-L' }],
  ['weight', { weight: 3 }, { weight: 9 }, { weight: 4 }],
] as const
const all = [...edits, ['stock', { quantity: 47 }, {}, { quantity: 55 }] as const]

describe.each(all)('the %s', (_, mine, __, later) => {
  const way = ['before it was taken', 'after it was taken'] as const
  const kindOf = { [way[0]]: 'drop-before', [way[1]]: 'drop-after' } as const

  it.each(way)('is sent once where the line breaks %s and the program is killed, and a sale counts', async (moment) => {
    await lose(kindOf[moment])
    set(mine)
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    hold()
    await synced.crash()
    expect(shown()).toMatchObject(mine)
    await release()
    await sell(2)
    await synced.pull()
    const quantity = ('quantity' in mine ? mine.quantity : 50) - 2
    await isAs({ ...start, ...mine, quantity })
  })

  it.each(way)('is what was typed last, where the first answer was lost %s', async (moment) => {
    await lose(kindOf[moment])
    set(mine)
    await synced.until(() => open().some(({ state }) => state === 'unknown'))
    set(later)
    expect(shown()).toMatchObject(later)
    await release()
    await isAs({ ...start, ...later })
  })

  it.each(way)(
    'is as it was after an undo, where the answer was lost %s: the undo waits for what is known',
    async (moment) => {
      await lose(kindOf[moment])
      const setId = set(mine)
      await synced.until(() => open().some(({ state }) => state === 'unknown'))
      expect(() => undo(setId)).toThrow(/on its way to the store right now/)
      await release()
      undo(setId)
      await synced.settled()
      await isAs(start)
    },
  )

  it('goes, goes back, comes again and goes back, and other parts stay equal', async () => {
    const before = await whole()
    const first = set(mine)
    await synced.settled()
    const second = undo(first)!
    await synced.settled()
    await isAs(start)
    undo(second)
    await synced.settled()
    await isAs({ ...start, ...mine })
    const third = synced.catalogue.changes.list('all', undefined, 0, 5).sets.find(({ source }) => source !== 'pull')!
    undo(third.id)
    await synced.settled()
    await isAs(start)
    const { updateTimestamp: _t, updated: _u, ...rest } = before as Record<string, unknown>
    expect(await whole()).toMatchObject(rest)
  })

  it('is as it was where two edits of it waited and both were undone, and as the second where that came again', async () => {
    hold()
    const first = set(mine)
    const second = set(later)
    await synced.pull()
    undo(second)
    expect(shown()).toMatchObject(mine)
    undo(first)
    expect(shown()).toMatchObject(start)
    synced.restart()
    synced.session.changes.redo({ setId: first, revertSetId: null })
    synced.session.changes.redo({ setId: second, revertSetId: null })
    await release()
    await isAs({ ...start, ...later })
  })

  it('stays beside what others changed of it and of the other one', async () => {
    hold()
    set(mine)
    await theirs({ costPrice: 3 })
    await sell(4)
    await sell(1, small)
    await synced.pull()
    const quantity = ('quantity' in mine ? mine.quantity : 50) - 4
    expect(shown()).toMatchObject({ ...mine, quantity })
    await release()
    await isAs({ ...start, ...mine, quantity, costPrice: 3 })
    expect(shown(small)).toMatchObject({ price: 8, quantity: 19 })
  })

  it('is kept with a reason where others removed the variation meanwhile, and gone where they take it back', async () => {
    hold()
    set(mine)
    await removeVariation(synced.store, mug.ecwidId, large)
    await synced.pull()
    expect(open()).toHaveLength(1)
    await release()
    expect(open()).toMatchObject([{ state: 'refused' }])
    synced.session.changes.takeBack(open().map(({ id }) => id))
    await synced.settled()
    nobodyIsAsked()
    expect((await whole()).combinations).toHaveLength(1)
  })
})

describe.each(edits)('the %s that both sides changed', (field, mine, other, third) => {
  const name = field === 'SKU' ? 'sku' : field
  it.each(['mine', 'theirs', 'value'] as const)('is a question, and ends as %s', async (take) => {
    hold()
    set(mine)
    await theirs(other)
    await synced.pull()
    await release()
    expect(open()).toMatchObject([{ state: 'conflict', field: name }])
    expect(await inStore()).toMatchObject(other)
    const value = Object.values(third)[0]
    synced.session.changes.resolve([open()[0]!.id], take === 'value' ? { take, value } : { take })
    synced.skip(10_000)
    await synced.settled()
    await isAs({ ...start, ...{ mine, theirs: other, value: third }[take] })
  })

  it('to the same is no question', async () => {
    hold()
    set(mine)
    await theirs(mine)
    await release()
    await isAs({ ...start, ...mine })
  })

  it('is no question where somebody changed that of the other variation', async () => {
    hold()
    set(mine)
    await theirs(field === 'SKU' ? { sku: 'THEIR-S' } : other, small)
    await release()
    await isAs({ ...start, ...mine })
  })
})
