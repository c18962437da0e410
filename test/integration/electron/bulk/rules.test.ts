import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import type { ReplaceRule } from '../../../../electron/shared/find-rule'
import type { PriceMath } from '../../../../electron/shared/price-rule'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { openProposals } from './proposals-of-mugs'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
beforeEach(() => {
  mugs = openMugs()
  bulk = openProposals(mugs)
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

const waiting = (id: number) => mugs.openOf(id).map(({ key, field, before, after }) => [key, field, before, after])
const lower: PriceMath = {
  calculation: { kind: 'percent', of: 'price', percent: -20 },
  rounding: { to: 'down', every: 1, ending: 0.99 },
  floor: { kind: 'percent', of: 'costPrice', percent: 10 },
  ceiling: null,
}
const options = [{ type: 'SIZE', name: 'Size', choices: [{ text: 'S' }, { text: 'L' }] }]
const variation = (id: number, value: string, own: object) => ({ id, options: [{ name: 'Size', value }], ...own })

describe('a price rule', () => {
  const action: BulkAction = { kind: 'price', rule: { ...lower, field: 'price', variations: true } }

  it('is one change set of products and their variations, and undone leaves nothing of it', async () => {
    const id = mugs.put(1, {
      price: 20,
      costPrice: 5,
      options,
      combinations: [variation(11, 'S', { price: 30 }), variation(12, 'L', {})],
    })
    await bulk.proposed(action, [id])
    const { changeSetId } = await bulk.applied()
    expect(waiting(id)).toEqual([
      [null, 'price', 20, 15.99],
      ['11', 'price', 30, 23.99],
    ])
    await mugs.changes.revertInParts(changeSetId!)
    expect(waiting(id)).toEqual([])
  })

  it('says of which products it makes nothing, and why', async () => {
    const ids = [mugs.put(1, { price: 20, costPrice: 5 }), mugs.put(2, { price: 20 })]
    expect(await bulk.proposed(action, ids)).toMatchObject({ products: 1, fields: 1, refused: 1 })
    expect(bulk.only('refused')).toMatchObject([{ productId: ids[1], before: 20, reason: 'It has no cost price.' }])
  })

  it('that cannot be for any product is refused before anything is gone over', () => {
    const id = mugs.put(1)
    const wrong: BulkAction = { ...action, rule: { ...action.rule, rounding: { to: 'up', every: 1, ending: 1.5 } } }
    expect(() => bulk.propose({ selection: { ids: [id] }, action: wrong })).toThrow('The ending is below the step')
    expect(() => bulk.preview({ selection: { ids: [id] }, action: wrong })).toThrow('The ending is below the step')
    expect(bulk.current()).toBeNull()
  })
})

describe('a sale', () => {
  it('that is started and ended leaves the price and the compare-to price as they were', async () => {
    const id = mugs.put(1, { price: 20, costPrice: 5, options, combinations: [variation(11, 'S', { price: 30 })] })
    await bulk.proposed({ kind: 'start-sale', sale: { ...lower, onSale: 'leave' } }, [id])
    await bulk.applied()
    expect(waiting(id)).toEqual(
      expect.arrayContaining([
        [null, 'price', 20, 15.99],
        [null, 'compareToPrice', null, 20],
        ['11', 'price', 30, 23.99],
        ['11', 'compareToPrice', null, 30],
      ]),
    )
    await bulk.proposed({ kind: 'end-sale' }, [id])
    await bulk.applied()
    const last = new Map(mugs.openOf(id).map(({ key, field, after }) => [`${key} ${field}`, after]))
    expect(Object.fromEntries(last)).toMatchObject({ 'null price': 20, 'null compareToPrice': null })
    expect(Object.fromEntries(last)).toMatchObject({ '11 price': 30, '11 compareToPrice': null })
  })
})

describe('find and replace', () => {
  const rule: ReplaceRule = {
    find: { kind: 'plain', text: 'mug', words: true, matchCase: false, matchAccents: false },
    replacement: 'cup',
    fields: ['name', 'description'],
    variations: false,
    except: [],
  }
  const description = '<p class="mug">A <b>mug</b>, a mug.</p>'

  it('shows each hit in its place, and leaves out those that are unticked', async () => {
    const ids = [mugs.put(1, { description }), mugs.put(2, { name: 'Plate' })]
    const found = await bulk.hits({ selection: { ids }, rule })
    expect(found).toMatchObject({ products: 1, total: 3 })
    expect(found.hits.map(({ productName, field, found: text, after }) => [productName, field, text, after])).toEqual([
      ['Mug 1', 'name', 'Mug', ' 1'],
      ['Mug 1', 'description', 'mug', ''],
      ['Mug 1', 'description', 'mug', '.'],
    ])
    await bulk.proposed({ kind: 'replace', rule: { ...rule, except: [found.hits[2]!.id] } }, ids)
    await bulk.applied()
    expect(waiting(ids[0]!)).toEqual([
      [null, 'name', 'Mug 1', 'cup 1'],
      [null, 'description', description, '<p class="mug">A <b>cup</b>, a mug.</p>'],
    ])
  })

  it('looks for the newest words only', async () => {
    const ids = [mugs.put(1), mugs.put(2)]
    const older = bulk.hits({ selection: { ids }, rule })
    const newer = bulk.hits({ selection: { ids }, rule })
    await expect(older).rejects.toMatchObject({ code: 'cancelled' })
    await expect(newer).resolves.toMatchObject({ total: 2 })
  })

  it('says what is wrong with a pattern', () => {
    const find = { kind: 'pattern', pattern: '(mug', words: false, matchCase: false } as const
    expect(() => bulk.hits({ selection: { ids: [mugs.put(1)] }, rule: { ...rule, find } })).toThrow(
      'This pattern cannot be read',
    )
  })
})

describe('a pasted list of stock', () => {
  it('goes to the products and variations that it names, as differences; what it cannot place is told with its line', async () => {
    const ids = [
      mugs.put(1, { quantity: 4, options, combinations: [variation(11, 'S', { sku: 'M-1-S', quantity: 2 })] }),
      mugs.put(2, { quantity: 7 }),
      mugs.put(3, { sku: 'TWICE' }),
      mugs.put(4, { sku: 'TWICE' }),
    ]
    const { lines, odd, asked } = bulk.stockList('SKU\tStock\nm-1-s\t5\nM-2\t3\nNONE\t1\nTWICE\t2\nM-1\t1.500', {})
    expect(odd.map(({ line, why }) => [line, why])).toEqual([
      [4, 'No product has this SKU.'],
      [5, 'More than one product has this SKU.'],
    ])
    expect(asked).toMatchObject([{ line: 6, typed: '1.500', readings: [1500] }])
    const amount = lines.map(({ sku, amount: each }) => ({ sku, amount: each }))
    const rule = { by: 'add', amount, variations: false, countUnlimited: false } as const
    await bulk.proposed({ kind: 'stock', rule }, ids)
    await bulk.applied()
    expect(ids.flatMap(waiting)).toEqual([
      ['11', 'quantity', 2, 7],
      [null, 'quantity', 7, 10],
    ])
  })
})

describe('a pattern', () => {
  it('gives each product its text, and numbers them in their order', async () => {
    const ids = [mugs.put(1), mugs.put(2)]
    const rule = {
      field: 'sku',
      pattern: 'CUP-{number:3}',
      of: 'products',
      onlyEmpty: false,
      start: 9,
      step: 1,
    } as const
    await bulk.proposed({ kind: 'fill', rule }, ids)
    await bulk.applied()
    expect(ids.flatMap(waiting)).toEqual([
      [null, 'sku', 'M-1', 'CUP-009'],
      [null, 'sku', 'M-2', 'CUP-010'],
    ])
  })

  it('with a name that stands for nothing is refused before anything is gone over', () => {
    const rule = { field: 'name', pattern: '{colour}', of: 'products', onlyEmpty: false, start: 1, step: 1 } as const
    const selection = { ids: [mugs.put(1)] }
    expect(() => bulk.propose({ selection, action: { kind: 'fill', rule } })).toThrow('There is no {colour}.')
  })
})

it('the products of a selection that are on sale are counted', () => {
  const onSale = mugs.put(91, { price: 8, compareToPrice: 10 })
  const other = mugs.put(92, { price: 8 })
  expect(bulk.onSale({ ids: [onSale, other] })).toBe(1)
  expect(bulk.onSale({ query: { onSale: true }, except: [onSale] })).toBe(0)
})
