import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { readState } from '../../../support/stored-product'
import { makeVariation } from '../../../support/stored-variations'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Variations that are made by the hundred.

let synced: SyncedStore
let rows: { id: number; ecwidId: number }[]

/** SKUs that the next answer to a save of many does not list yet. */
let late: string[] = []
let onLate = () => {}

beforeEach(async () => {
  late = []
  onLate = () => {}
  synced = await openSyncedStore({}, { onTheWay: (json) => listedLate(json) })
  await synced.pull()
  rows = synced.catalogue
    .search({}, 0, 100)
    .rows.filter((each) => each.variationCount === 0)
    .map(({ id, ecwidId }) => ({ id, ecwidId: ecwidId! }))
})
afterEach(() => synced.close())

/** The answer to one save leaves out variations that the store lists from then on. */
function listedLate(json: unknown): unknown {
  if (!json || typeof json !== 'object' || !('item' in json) || late.length === 0) return json
  const item = json.item as { combinations: { sku: string }[] }
  const combinations = item.combinations.filter(({ sku }) => !late.includes(sku))
  late = []
  onLate()
  return { ...json, item: { ...item, combinations } }
}
const texts = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what} ${at + 1}`)
/** Options of which a thousand variations can be made. */
async function giveOptions({ ecwidId }: { ecwidId: number }): Promise<void> {
  const option = (name: string) => ({
    type: 'SELECT',
    name,
    choices: texts(name, 10).map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' })),
    defaultChoice: 0,
    required: false,
  })
  await synced.control('POST', `/products/${ecwidId}`, { options: ['A', 'B', 'C'].map(option) })
  await synced.pull()
}
const pairs = (at: number) => [
  { name: 'A', value: `A ${Math.floor(at / 100) + 1}` },
  { name: 'B', value: `B ${(Math.floor(at / 10) % 10) + 1}` },
  { name: 'C', value: `C ${(at % 10) + 1}` },
]
const adds = (productId: number, count: number, from = 0): Operation[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'variation.add',
    productId,
    options: pairs(from + at),
    fields: { sku: `MANY-${productId}-${from + at}`, price: from + at + 1, quantity: 3 },
  }))
const apply = (operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Many' }, operations })
async function inStore({ ecwidId }: { ecwidId: number }) {
  const { products } = await readState(synced.store)
  const made: object[] = products.find((each) => each.id === ecwidId)!.combinations
  return made as { id: number; sku: string; price: number }[]
}
async function writes(): Promise<string[]> {
  const { requests } = (await synced.control('GET', '/requests')) as { requests: { method: string; path: string }[] }
  return requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
}
const save = async (of: { id: number }, count: number, from = 0) => {
  await synced.control('DELETE', '/requests')
  apply(adds(of.id, count, from))
  await synced.settled()
}
async function allAreMade(of: { id: number; ecwidId: number }, count: number): Promise<void> {
  const made = await inStore(of)
  expect(made).toHaveLength(count)
  expect(new Set(made.map(({ sku }) => sku)).size).toBe(count)
  expect(made.map(({ price }) => price).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: count }, (_, at) => at + 1),
  )
  const shown = synced.session.product(of.id).readOnly.variations
  expect(shown.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  expect(synced.session.summary()).toMatchObject({ conflict: 0, refused: 0, waiting: 0, sending: 0 })
}

describe('a store that leaves alone what a save does not name', () => {
  it('gets a thousand in six requests, and in five once that is known of it', async () => {
    const [one, other] = rows
    await giveOptions(one!)
    await giveOptions(other!)
    await save(one!, 1000)
    expect(await writes()).toHaveLength(6)
    await allAreMade(one!, 1000)
    await save(other!, 1000)
    expect(await writes()).toHaveLength(5)
    await allAreMade(other!, 1000)
  })

  it('gets them beside others once that is known of it, one by one before', async () => {
    const [one, other] = rows
    for (const each of [one!, other!]) {
      await giveOptions(each)
      await makeVariation(synced.store, each.ecwidId, { options: pairs(0), price: 1, sku: `THERE-${each.id}` })
    }
    await synced.pull()
    await save(one!, 5, 1)
    expect(await writes()).toHaveLength(5)
    await allAreMade(one!, 6)
    await giveOptions(rows[2]!)
    await save(rows[2]!, 3)
    expect(await writes()).toHaveLength(2)
    await save(other!, 5, 1)
    expect(await writes()).toHaveLength(1)
    await allAreMade(other!, 6)
  })
})

describe.each([false, true])('a store that lists what it made a little later (removes the unnamed: %s)', (removes) => {
  it.each([
    ['the first', 0],
    ['one of the others', 3],
  ])('is asked again, and each is made once: %s', async (_, at) => {
    await synced.control('POST', '/plan', { removesUnlisted: removes })
    const [one, other] = rows
    await giveOptions(one!)
    await giveOptions(other!)
    if (at > 0) await save(other!, 3)
    late = [`MANY-${one!.id}-${at}`]
    await save(one!, 30)
    expect(late).toEqual([])
    await allAreMade(one!, 30)
    await save(one!, 10, 30)
    await allAreMade(one!, 40)
  })

  it('is read anew, and what is found is known as ours', async () => {
    await synced.control('POST', '/plan', { removesUnlisted: removes })
    const [one, other] = rows
    await giveOptions(one!)
    await giveOptions(other!)
    await save(other!, 3)
    late = [`MANY-${one!.id}-3`]
    onLate = () => synced.session.changes.holdAll(true)
    apply(adds(one!.id, 30))
    await synced.until(() => late.length === 0)
    await synced.quiet()
    synced.session.changes.holdAll(false)
    await synced.settled()
    await allAreMade(one!, 30)
  })
})

describe('a store that removes what a save does not name', () => {
  beforeEach(() => synced.control('POST', '/plan', { removesUnlisted: true }))

  it('is known by one that was made a moment ago, which is made again; no other is ever lost', async () => {
    const [one, other] = rows
    await giveOptions(one!)
    await giveOptions(other!)
    await save(one!, 30)
    await allAreMade(one!, 30)
    await save(one!, 10, 30)
    expect(await writes()).toHaveLength(10)
    await allAreMade(one!, 40)
    // What has none loses none.
    await save(other!, 30)
    expect(await writes()).toHaveLength(1)
    await allAreMade(other!, 30)
  })
})

describe.each([
  { removesUnlisted: false, kinds: ['drop-before', 'drop-after', 'drop-mid-body'] },
  { removesUnlisted: true, kinds: ['drop-after'] },
])('what meets a save of many (what is not named is removed: $removesUnlisted)', ({ removesUnlisted, kinds }) => {
  let one: { id: number; ecwidId: number }
  beforeEach(async () => {
    await synced.control('POST', '/plan', { removesUnlisted })
    one = rows[0]!
    await giveOptions(one)
  })
  const match = { method: 'PUT', path: 'saveCombinations' }

  it.each(kinds.flatMap((kind) => [0, 1, 2].map((after) => [kind, after] as const)))(
    'makes each once when the line breaks by %s after %i requests',
    async (kind, after) => {
      await synced.control('POST', '/faults', { kind, after, match })
      await save(one, 225)
      await allAreMade(one, 225)
    },
  )

  it('makes each once when it is killed in the middle', async () => {
    await synced.control('POST', '/faults', { kind: 'slow', ms: 400, processed: true, after: 1, match })
    apply(adds(one.id, 210))
    await expect.poll(async () => (await inStore(one)).length).toBeGreaterThan(1)
    synced.restart()
    await synced.settled()
    await allAreMade(one, 210)
  })

  it('tells of each what the store does not take, and makes the others', async () => {
    const taken = synced.catalogue.search({}, 0, 1).rows[0]!.sku
    const operations = adds(one.id, 60)
    for (const at of [7, 43]) Object.assign(operations[at]!, { fields: { sku: taken, price: 5, quantity: 1 } })
    apply(operations)
    await synced.settled()
    const refused = synced.catalogue.changes.openOf('product', one.id)
    expect(refused.map(({ state, entry }) => [state, entry])).toEqual([
      ['refused', 'A 1, B 1, C 8'],
      ['refused', 'A 1, B 5, C 4'],
    ])
    expect(await inStore(one)).toHaveLength(58)
  })
})
