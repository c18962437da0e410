import { describe, expect, it } from 'vitest'
import { mergeField } from '../../../../electron/changes/merge'
import { isEqual } from '../../../../electron/shared/fields/equal'
import type { ProductField } from '../../../../electron/shared/fields/product-fields'

type Row = [why: string, field: ProductField, before: unknown, mine: unknown, theirs: unknown, expected: unknown]

const rows: Row[] = [
  ['sends a text that only we changed', 'name', 'Mug', 'Cup', 'Mug', { outcome: 'send', value: 'Cup' }],
  ['leaves a text alone that both changed alike', 'name', 'Mug', 'Cup', 'Cup', { outcome: 'same' }],
  ['asks when both changed a text differently', 'name', 'Mug', 'Cup', 'Bowl', { outcome: 'conflict', value: 'Cup' }],
  ['sees no difference below a millionth of a price', 'price', 9.99, 10, 10.0000000001, { outcome: 'same' }],
  ['adds our difference to stock that was sold meanwhile', 'quantity', 10, 20, 7, { outcome: 'send', value: 17 }],
  ['takes our difference from stock that was filled up', 'quantity', 10, 8, 30, { outcome: 'send', value: 28 }],
  ['sends nothing for stock that we did not change', 'quantity', 10, 10, 7, { outcome: 'same' }],
  ['keeps both sides’ categories', 'categoryIds', [1, 2], [1, 3], [1, 2, 4], { outcome: 'send', value: [1, 4, 3] }],
  ['sends nothing when the sets agree in another order', 'categoryIds', [1], [1, 2], [2, 1], { outcome: 'same' }],
  [
    'keeps changes of both sides to different attributes',
    'attributes',
    { 1: 'a', 2: 'b' },
    { 1: 'A', 2: 'b' },
    { 1: 'a', 2: 'B' },
    { outcome: 'send', value: { 1: 'A', 2: 'B' } },
  ],
  [
    'lets go of an attribute that we removed',
    'attributes',
    { 1: 'a', 2: 'b' },
    { 2: 'b' },
    { 1: 'a', 2: 'b' },
    { outcome: 'send', value: { 2: 'b' } },
  ],
  [
    'asks when both changed one dimension differently',
    'dimensions',
    { length: 1, width: 1, height: 1 },
    { length: 2, width: 1, height: 1 },
    { length: 3, width: 1, height: 5 },
    { outcome: 'conflict', value: { length: 2, width: 1, height: 5 } },
  ],
]

describe('merging a field of which both sides have a version', () => {
  it.each(rows)('%s', (_why, field, before, mine, theirs, expected) => {
    expect(mergeField(field, before, mine, theirs)).toEqual(expected)
  })

  it('compares deeply and tells arrays from objects', () => {
    expect(isEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true)
    expect(isEqual({ a: [1] }, { a: [1, 2] })).toBe(false)
    expect(isEqual([], {})).toBe(false)
    expect(isEqual(null, 0)).toBe(false)
  })
})
