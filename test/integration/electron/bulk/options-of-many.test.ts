import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import { readChoice, readOption } from '../../../../electron/shared/fields/option-kind'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from './proposals-of-mugs'

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
/** Without options; with a size of its own; with a size and too many colours; with a field to be filled in. */
let ids: number[]
let ecwidIds: number[]

const sizes = (...texts: string[]) => ({ type: 'RADIO', name: 'size', choices: texts.map((text) => ({ text })) })
const many = Array.from({ length: 1200 }, (_, at) => ({ text: `Colour ${at}` }))

beforeEach(async () => {
  shop = await openSyncedStore({ products: 12 })
  await shop.pull()
  const rows = shop.catalogue.search({}, 0, 100).rows.filter(({ variationCount }) => variationCount === 0)
  ecwidIds = rows.slice(0, 4).map(({ ecwidId }) => ecwidId!)
  ids = rows.slice(0, 4).map(({ id }) => id)
  const options = [
    [],
    [{ ...sizes('S'), choices: [{ text: 'S', priceModifier: 2, priceModifierType: 'ABSOLUTE' }] }],
    [sizes('S'), { type: 'SELECT', name: 'Colour', choices: many }],
    [{ type: 'TEXTFIELD', name: 'Size' }],
  ]
  for (const [at, each] of options.entries()) {
    await shop.control('POST', `/products/${ecwidIds[at]}`, { options: each, sku: `P-${at}` })
  }
  await shop.pull()
  bulk = openProposals({ catalogue: shop.catalogue, ...shop.session })
})
afterEach(async () => {
  await bulk.stop()
  await shop.close()
})

type Remote = { options: { name: string }[]; combinations: { sku: string; options: { value: string }[] }[] }
const remote = async (at: number) => (await shop.remote(ecwidIds[at]!)) as unknown as Remote
const optionsOf = (at: number) =>
  entriesOf(shop.session.product(ids[at]!).fields.options).map((entry) => {
    const { name, choices } = readOption(entry)
    return [name, choices.map((choice) => readChoice(choice).text)] as const
  })
const skusOf = async (at: number) => (await remote(at)).combinations.map(({ sku }) => sku)

async function written(action: BulkAction): Promise<number> {
  await bulk.proposed(action, ids)
  const { changeSetId } = await bulk.applied()
  await shop.settled()
  return changeSetId!
}
const addSizes: BulkAction = {
  kind: 'add-option',
  rule: { name: 'Size', type: 'SELECT', choices: ['S', 'M', 'm', 'L'] },
}
const generate = (pattern: string | null = null, more: object = {}): BulkAction => ({
  kind: 'generate-variations',
  rule: { options: [], pattern, price: null, quantity: null, ...more },
})

describe('an option for many products', () => {
  it('comes to those that have none, brings its missing choices to those that have one, and takes nothing away', async () => {
    const proposal = await bulk.proposed(addSizes, ids)
    expect(proposal).toMatchObject({ products: 3, fields: 3, refused: 1 })
    expect(bulk.only('refused')).toMatchObject([
      { productId: ids[3], reason: 'Its option “Size” has no choices: shoppers see a text field.' },
    ])
    const { changeSetId } = await bulk.applied()
    expect(optionsOf(0)).toEqual([['Size', ['S', 'M', 'L']]])
    expect(optionsOf(1)).toEqual([['size', ['S', 'M', 'L']]])
    await shop.settled()
    expect((await remote(1)).options).toMatchObject([
      { name: 'size', type: 'RADIO', choices: [{ text: 'S', priceModifier: 2 }, { text: 'M' }, { text: 'L' }] },
    ])
    expect(await bulk.proposed(addSizes, ids)).toMatchObject({ fields: 0, same: 3 })
    bulk.discardForGood(bulk.current()!.id)
    await shop.session.changes.revertInParts(changeSetId!)
    await shop.settled()
    expect((await remote(0)).options).toEqual([])
    expect((await remote(1)).options).toMatchObject([{ name: 'size', choices: [{ text: 'S', priceModifier: 2 }] }])
  })
})

describe('what choices cost of many products', () => {
  const change = (to: object, choice: string | null = null) =>
    ({ kind: 'choice-prices', rule: { option: 'Size', choice, change: to } }) as BulkAction
  const priced = async (at: number) => {
    const [option] = (await remote(at)).options as unknown as { choices: Record<string, unknown>[] }[]
    return option!.choices.map(({ priceModifier, priceModifierType }) => [priceModifier ?? 0, priceModifierType])
  }

  it('is set, raised by an amount and by percent, and what a product cannot take is said', async () => {
    await written(change({ kind: 'set', value: 5, of: 'ABSOLUTE' }, 'S'))
    expect([await priced(1), await priced(2)]).toEqual([[[5, 'ABSOLUTE']], [[5, 'ABSOLUTE']]])
    await written(change({ kind: 'percent', percent: 10 }))
    expect(await priced(1)).toEqual([[5.5, 'ABSOLUTE']])
    const setId = await written(change({ kind: 'amount', amount: -0.25 }))
    expect(await priced(1)).toEqual([[5.25, 'ABSOLUTE']])
    expect(bulk.only('refused').map(({ reason }) => reason)).toEqual([
      'It has no option “Size”.',
      'Its option “Size” has no choices.',
    ])
    await shop.session.changes.revertInParts(setId)
    await shop.settled()
    expect(await priced(1)).toEqual([[5.5, 'ABSOLUTE']])
  })
})

describe('variations for many products', () => {
  it('are those that each lacks, with SKUs that nobody has, reviewed one by one and undone as one', async () => {
    await written(addSizes)
    await shop.control('POST', `/products/${ecwidIds[3]}`, { sku: 'P-0-M' })
    await shop.pull()
    const proposal = await bulk.proposed(generate(null, { price: 12 }), ids)
    expect(proposal).toMatchObject({ products: 2, additions: 6, fields: 0, deletions: 0, refused: 2 })
    expect(bulk.only('refused').map(({ reason }) => reason)).toEqual([
      'Its choices make 3,600 variations. At most 2,000 are made at once.',
      'It has no option that shoppers pick one choice of.',
    ])
    const [small] = bulk.only('in')
    expect(small).toMatchObject({ productId: ids[0], variation: 'S', field: 'variation' })
    bulk.leaveOut(proposal.id, { ids: [small!.id] }, true)
    const { changeSetId } = await bulk.applied()
    await shop.settled()
    expect(await skusOf(0)).toEqual(['P-0-M-2', 'P-0-L'])
    expect(await skusOf(1)).toEqual(['P-1-S', 'P-1-M', 'P-1-L'])
    expect(bulk.only('in').map(({ outcome }) => outcome?.state)).toEqual(Array(5).fill('sent'))
    const again = await bulk.proposed(generate(), ids)
    expect(again).toMatchObject({ additions: 1, same: 1 })
    bulk.discardForGood(again.id)
    await shop.session.changes.revertInParts(changeSetId!)
    shop.skip(10_000)
    await shop.settled()
    expect([await skusOf(0), await skusOf(1)]).toEqual([[], []])
  })

  it('of one proposal have no SKU twice, and one that was made since the review is not made again', async () => {
    await written({ kind: 'add-option', rule: { name: 'Size', type: 'SELECT', choices: ['M'] } })
    await bulk.proposed(generate('T-{Size}', { options: ['Size'] }), ids.slice(0, 2))
    expect(bulk.only('in').map(({ after }) => (after as { fields: { sku: string } }).fields.sku)).toEqual([
      'T-M',
      'T-S',
      'T-M-2',
    ])
    const options = [{ name: 'Size', value: 'M' }]
    shop.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Test' },
      operations: [{ kind: 'variation.add', productId: ids[0]!, options, fields: { sku: 'MINE' } }],
    })
    await bulk.applied()
    await shop.settled()
    expect(await skusOf(0)).toEqual(['MINE'])
    expect(await skusOf(1)).toEqual(['T-S', 'T-M-2'])
  })

  it('need an SKU for a stock of their own, and a pattern that says what there is', async () => {
    await written(addSizes)
    await bulk.proposed(generate('', { quantity: 3 }), ids.slice(0, 1))
    expect(bulk.only('refused').map(({ reason }) => reason)).toEqual([
      'A stock of its own needs an SKU of its own, and the pattern gives none.',
    ])
    await bulk.proposed(generate('{sku}-{Colour}'), ids.slice(0, 1))
    expect(bulk.only('refused')[0]?.reason).toContain('There is no option “Colour”.')
  })
})
