import { describe, expect, it } from 'vitest'
import { planFill } from '../../../../../electron/bulk/rules/plan-fill'
import type { ActionOf } from '../../../../../electron/shared/bulk-action'
import { faultSentence, fillFaults } from '../../../../../electron/shared/fill-rule'
import type { StoreWords } from '../../../../../electron/shared/fields/kind'
import { bulkProduct, bulkVariation, edited, inEuros } from '../../../../support/bulk-products'

type FillRule = ActionOf<'fill'>['rule']
const words: StoreWords = {
  ...inEuros.words,
  categories: [{ id: 4, parentId: 0, name: 'Große Tassen', enabled: true, orderBy: 0 }],
  productTypes: [
    {
      id: 1,
      name: 'Mug',
      attributes: [
        { id: 7, name: 'Brand', type: 'BRAND', show: 'DESCR' },
        { id: 8, name: 'Care: how', type: 'CUSTOM', show: 'DESCR' },
      ],
    },
  ],
}
const mug = bulkProduct(
  { name: 'blue  mug', sku: 'M1', categoryIds: [4], attributes: { '7': 'Nordic', '8': 'by hand' } },
  [bulkVariation(1, {}, 'Größe L'), bulkVariation(2, { sku: 'OLD' }, 'S')],
)
const fill = (rule: Partial<FillRule>, place = 0, of = mug) =>
  planFill(
    of,
    {
      kind: 'fill',
      rule: { field: 'subtitle', pattern: '{name}', of: 'products', onlyEmpty: false, start: 1, step: 1, ...rule },
    },
    { words, draft: null, imported: null, was: null, place, isTaken: () => false },
  )

describe('A pattern', () => {
  it.each([
    ['{brand} {name}', 'Nordic blue mug'],
    ['{name:title}', 'Blue Mug'],
    ['{brand:upper:3}-{sku}', 'NOR-M1'],
    ['{category:slug}', 'grosse-tassen'],
    ['{category:sku}', 'GROSSETASSEN'],
    ['{Care: how}', 'by hand'],
    ['{name} ({subtitle}), {upc}', 'blue mug'],
    ['No. {number:4}', 'No. 0001'],
  ])('%s makes “%s”', (pattern, text) => {
    expect(fill({ pattern })).toEqual([{ variationId: null, field: 'subtitle', before: '', after: text }])
  })

  it('numbers products in their order', () => {
    expect(fill({ pattern: 'MUG-{number:3}', field: 'sku', start: 10, step: 5 }, 2)).toMatchObject([
      { after: 'MUG-020' },
    ])
  })

  it('gives variations SKUs of their own, by their choices', () => {
    const rule = { field: 'sku', of: 'variations', pattern: '{sku}-{Size:sku:4}-{number}' } as const
    expect(edited(mug, fill(rule)).variations.map(({ own }) => own.sku)).toEqual(['M1-GROS-1', 'M1-S-2'])
    expect(edited(mug, fill({ ...rule, onlyEmpty: true })).variations.map(({ own }) => own.sku)).toEqual([
      'M1-GROS-1',
      'OLD',
    ])
  })

  it('empties nothing', () => {
    expect(fill({ pattern: '{upc}' })).toMatchObject([
      { before: '', after: '', reason: { says: 'pattern-comes-out-empty' } },
    ])
  })

  it('says of which variation it knows nothing', () => {
    const rule = { field: 'sku', of: 'variations', pattern: '{Colour}' } as const
    expect(fill(rule)[0]).toMatchObject({
      before: null,
      after: null,
      reason: { says: 'no-such-name-in-pattern', name: 'Colour' },
    })
  })

  it('says at their place which names stand for nothing', () => {
    const faults = (pattern: string, of: 'products' | 'variations' = 'products') => fillFaults({ pattern, of }, words)
    expect(faults('{name} {colour}')).toEqual([{ kind: 'name', text: 'colour', from: 7, to: 15 }])
    expect(faults('{name:big} {sku')).toEqual([
      { kind: 'change', text: 'big', from: 0, to: 10 },
      { kind: 'bracket', text: '{', from: 11, to: 12 },
    ])
    expect(faults('{Size}', 'variations')).toEqual([])
    expect(faults('{brand} {care: how:upper}').map(faultSentence)).toEqual([])
    expect(faults('{colour}').map(faultSentence)).toEqual([
      'There is no {colour}. Known are {name}, {subtitle}, {sku}, {brand}, {upc}, {category}, {number} and the names of attributes.',
    ])
  })
})
