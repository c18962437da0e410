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

  it('is another one where something new took its name', () => {
    const now = size(s, { text: 'Medium', formerly: ['M'] }, m)
    expect(value(merged([size(s, m)], [now], [size(s, m)]))).toEqual([size(s, medium, m)])
  })
})
