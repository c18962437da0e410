import { describe, expect, it } from 'vitest'
import { mergeField, type Merge } from '../../../../electron/changes/merge'
import type { Entry } from '../../../../electron/shared/fields/kind'

const s = { text: 'S' }
const m = { text: 'M' }
const l = { text: 'L' }
const medium = { text: 'Medium', formerly: ['M'] }
const size = (...choices: Entry[]) => ({ name: 'Size', type: 'SIZE', choices })
const fit = (...choices: Entry[]) => ({ ...size(...choices), name: 'Fit', formerly: ['Size'] })
const merged = (before: Entry[], mine: Entry[], theirs: Entry[]) => mergeField('options', before, mine, theirs)
const value = (merge: Merge) => (merge.outcome === 'same' ? 'same' : merge.value)

describe('what was renamed here', () => {
  it('is still the same where others added to it', () => {
    expect(merged([size(s, m)], [fit(s, medium)], [size(s, m, l)])).toEqual({
      outcome: 'send',
      value: [fit(s, medium, l)],
    })
  })

  it('keeps its place, and what others made of it', () => {
    const dear = { text: 'M', priceModifier: 3 }
    const kind = { name: 'Kind', type: 'SELECT', choices: [] }
    expect(merged([size(s, m, l), kind], [fit(s, medium, l), kind], [size(s, dear, l), kind])).toEqual({
      outcome: 'send',
      value: [fit(s, { ...medium, priceModifier: 3 }, l), kind],
    })
  })

  it('is asked about where others renamed it or took it away', () => {
    expect(merged([size(s, m)], [size(s, medium)], [size(s, { text: 'Mid' })]).outcome).toBe('conflict')
    expect(merged([size(s)], [fit(s)], []).outcome).toBe('conflict')
  })

  it('is still to be renamed while the store has both names, and done when it has the new one', () => {
    const both = size(s, m, { text: 'Medium' })
    expect(merged([size(s, m)], [size(s, medium)], [both])).toEqual({ outcome: 'send', value: [size(s, medium)] })
    expect(merged([size(s, m)], [size(s, medium)], [size(s, { text: 'Medium' })])).toEqual({ outcome: 'same' })
  })

  it('is renamed once more, before and after the first rename has arrived', () => {
    const first = size(s, medium)
    const second = size(s, { text: 'Middle', formerly: ['Medium', 'M'] })
    for (const theirs of [[size(s, m)], [size(s, { text: 'Medium' })], [first]]) {
      expect(value(merged([first], [second], theirs))).toEqual([
        size(s, { text: 'Middle', formerly: expect.arrayContaining(['M', 'Medium']) as string[] }),
      ])
    }
  })

  it('is renamed back when it is undone, and says so to its variations', () => {
    expect(merged([fit(s, medium)], [size(s, m)], [{ ...size(s, { text: 'Medium' }, l), name: 'Fit' }])).toEqual({
      outcome: 'send',
      value: [{ ...size(s, { text: 'M', formerly: ['Medium'] }, l), formerly: ['Fit'] }],
    })
  })

  it('may have the name of another that was renamed too, before and after the store has it, and goes back', () => {
    const dear = { text: 'M', priceModifier: 3 }
    const swapped = [
      { ...dear, text: 'S', formerly: ['M'] },
      { text: 'M', formerly: ['S'] },
    ]
    const before = [size(dear, s, l)]
    const mine = [size(...swapped, l)]
    expect(merged(before, mine, before)).toEqual({ outcome: 'send', value: mine })
    const others = { text: 'XL' }
    expect(value(merged(before, mine, [size({ ...dear, priceModifier: 4 }, s, l, others)]))).toEqual([
      size({ ...swapped[0], priceModifier: 4 }, swapped[1]!, l, others),
    ])
    const arrived = [size({ ...dear, text: 'S' }, m, l)]
    expect(merged(before, mine, [size({ ...dear, text: 'S' }, m, l, { text: 'S (…)' })])).toMatchObject({
      outcome: 'send',
      value: mine,
    })
    expect(value(merged(mine, before, arrived))).toEqual([
      size({ ...dear, formerly: ['S'] }, { ...s, formerly: ['M'] }, l),
    ])
  })

  it('may have the name of another that is renamed on, or goes', () => {
    const before = [size({ ...s, priceModifier: 1 }, { ...m, priceModifier: 2 })]
    const shifted = [
      size({ text: 'M', priceModifier: 1, formerly: ['S'] }, { text: 'L', priceModifier: 2, formerly: ['M'] }),
    ]
    expect(merged(before, shifted, before)).toEqual({ outcome: 'send', value: shifted })
    const left = [size({ text: 'M', priceModifier: 1, formerly: ['S'] })]
    expect(merged(before, left, before)).toEqual({ outcome: 'send', value: left })
  })

  it('is another one where something new took its name', () => {
    const now = size(s, { text: 'Medium', formerly: ['M'] }, m)
    expect(value(merged([size(s, m)], [now], [size(s, m)]))).toEqual([size(s, medium, m)])
  })
})
