import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeField, mergeValues } from '../../../../electron/changes/merge'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { keyOf, listOf } from '../../../../electron/shared/fields/list-kind'
import { plainField } from '../../../../electron/shared/fields/plain-field'
import { text } from '../../../../electron/shared/fields/text-kinds'
import { valuesOfField, valuesOfKind } from '../../../support/field-values'

const tiers = 'wholesalePrices'
const five = { quantity: 5, price: 9 }
const ten = { quantity: 10, price: 8 }
const fifty = { quantity: 50, price: 7 }

const plain = { problem: () => null, isTranslated: false }
const choices = listOf({
  key: 'name',
  fields: {
    name: plainField({ label: 'Name', kind: text, empty: '', ...plain }),
    note: plainField({ label: 'Note', kind: text, empty: '', ...plain }),
  },
  isOrdered: true,
})
const options = listOf({
  key: 'name',
  fields: {
    name: plainField({ label: 'Name', kind: text, empty: '', ...plain }),
    type: plainField({ label: 'Type', kind: text, empty: '', ...plain }),
    choices: plainField({ label: 'Choices', kind: choices, empty: [], ...plain }),
  },
  isOrdered: true,
})
const tags = listOf({
  key: 'name',
  fields: { name: plainField({ label: 'Name', kind: text, empty: '', ...plain }) },
  isOrdered: false,
})
const placedByStore = listOf({
  key: 'name',
  fields: { name: plainField({ label: 'Name', kind: text, empty: '', ...plain }) },
  isOrdered: true,
  isPlacedByStore: true,
})
const ways = [
  ['without an order', { merge: 'list', kind: tags }],
  ['with an order of its own', { merge: 'list', kind: choices }],
  ['of lists', { merge: 'list', kind: options }],
] as const

describe('two people at one list', () => {
  it('each keep the entry they add, and the one they take away stays away', () => {
    expect(mergeField(tiers, [ten], [five, ten], [ten, fifty])).toEqual({
      outcome: 'send',
      value: [ten, fifty, five],
    })
    expect(mergeField(tiers, [five, ten], [five], [five, ten, fifty])).toEqual({
      outcome: 'send',
      value: [five, fifty],
    })
    expect(mergeField(tiers, [five, ten], [five, ten, fifty], [ten])).toEqual({ outcome: 'send', value: [ten, fifty] })
  })

  it('place an entry that comes in where the one says who places it, if the store does otherwise, and nobody moved the others', () => {
    const merged = (...sides: string[]) => {
      const [before, mine, theirs] = sides.map((names) => [...names].map((name) => ({ name })))
      const { outcome, ...rest } = mergeValues({ merge: 'list', kind: placedByStore }, before, mine, theirs)
      return [outcome, 'value' in rest ? (rest.value as Entry[]).map(({ name }) => name).join('') : null]
    }
    expect(merged('bc', 'abc', 'bca')).toEqual(['send', 'abc'])
    expect(merged('bc', 'abdc', 'bcxda')).toEqual(['send', 'abdcx'])
    expect(merged('bc', 'abc', 'cba')).toEqual(['same', null])
    expect(merged('bc', 'bac', 'bc')).toEqual(['send', 'bac'])
  })

  it('are asked where both changed the same of an entry, or one changed what the other took away', () => {
    const cheap = { ...ten, price: 6 }
    const dear = { ...ten, price: 8.5 }
    expect(mergeField(tiers, [ten], [cheap, five], [dear])).toEqual({ outcome: 'conflict', value: [cheap, five] })
    expect(mergeField(tiers, [ten], [cheap], [])).toEqual({ outcome: 'conflict', value: [cheap] })
    expect(mergeField(tiers, [five, ten], [five], [five, cheap])).toEqual({ outcome: 'conflict', value: [five] })
    expect(mergeField(tiers, [], [cheap], [dear])).toEqual({ outcome: 'conflict', value: [cheap] })
    expect(mergeField(tiers, [ten], [cheap], [cheap, fifty])).toEqual({ outcome: 'same' })
  })

  it('keep what each changed of one entry, and what this version does not know of it', () => {
    const before = [{ name: 'Size', type: 'SELECT', choices: [{ name: 'S' }], swatch: 1 }]
    const mine = [{ name: 'Size', type: 'RADIO', choices: [{ name: 'S' }, { name: 'M' }], swatch: 1 }]
    const theirs = [{ name: 'Size', type: 'SELECT', choices: [{ name: 'XS' }, { name: 'S', note: 'x' }], swatch: 2 }]
    expect(mergeValues({ merge: 'list', kind: options }, before, mine, theirs)).toEqual({
      outcome: 'send',
      value: [
        { name: 'Size', type: 'RADIO', choices: [{ name: 'XS' }, { name: 'S', note: 'x' }, { name: 'M' }], swatch: 2 },
      ],
    })
  })

  it('keep the order of whoever arranged it, with what the other added behind what it was put behind', () => {
    const named = (...names: string[]) => names.map((name) => ({ name }))
    const merged = (before: Entry[], mine: Entry[], theirs: Entry[]) =>
      mergeValues({ merge: 'list', kind: choices }, before, mine, theirs)
    const before = named('S', 'M', 'L')
    expect(merged(before, named('L', 'M', 'S'), named('S', 'M', 'ML', 'L'))).toEqual({
      outcome: 'send',
      value: named('L', 'M', 'ML', 'S'),
    })
    expect(merged(before, named('S', 'M', 'L', 'XL'), named('M', 'S', 'L'))).toEqual({
      outcome: 'send',
      value: named('M', 'S', 'L', 'XL'),
    })
    expect(merged(before, named('M', 'S', 'L'), named('S', 'L', 'M')).outcome).toBe('conflict')
  })
})

describe.each(ways)('a list %s', (_, way) => {
  const { kind } = way
  const values = valuesOfKind(kind) as fc.Arbitrary<Entry[]>

  it('is mine when nobody else touched it, and theirs when I did not', () => {
    fc.assert(
      fc.property(values, values, (before, mine) => {
        const merge = mergeValues(way, before, mine, before)
        if (kind.isSame(before, mine)) expect(merge).toEqual({ outcome: 'same' })
        else expect(merge.outcome === 'send' && kind.isSame(merge.value, mine)).toBe(true)
        expect(mergeValues(way, before, before, mine)).toEqual({ outcome: 'same' })
        expect(mergeValues(way, before, mine, mine)).toEqual({ outcome: 'same' })
      }),
    )
  })

  it('has what both added, whoever is asked', () => {
    fc.assert(
      fc.property(values, (all) => {
        const before = all.slice(0, 2)
        const mine = [...before, ...all.slice(2, 4)]
        const theirs = [...before, ...all.slice(4)]
        const [one, other] = [mergeValues(way, before, mine, theirs), mergeValues(way, before, theirs, mine)]
        const valueOf = (merge: typeof one, there: Entry[]) => (merge.outcome === 'same' ? there : merge.value)
        const keys = (value: unknown) => (value as Entry[]).map((entry) => keyOf(kind.list, entry)).toSorted()
        expect(keys(valueOf(one, theirs))).toEqual(keys(all))
        expect(keys(valueOf(other, mine))).toEqual(keys(all))
      }),
    )
  })

  it('asks both sides of a clash alike', () => {
    fc.assert(
      fc.property(values, values, values, (before, mine, theirs) => {
        const [one, other] = [mergeValues(way, before, mine, theirs), mergeValues(way, before, theirs, mine)]
        expect(one.outcome === 'conflict').toBe(other.outcome === 'conflict')
      }),
    )
  })
})

it('tiers of any product merge as lists do', () => {
  fc.assert(
    fc.property(valuesOfField(tiers), valuesOfField(tiers), (before, mine) => {
      const merge = mergeField(tiers, before, mine, before)
      expect(merge.outcome).not.toBe('conflict')
    }),
  )
})
