import { describe, expect, it } from 'vitest'
import {
  afterSavedVariations,
  goneOf,
  rebasedVariations,
  withCell,
  type Variation,
} from '../../../../renderer/stores/variation-edits'

const red: Variation = {
  id: 7,
  number: 1,
  options: [{ name: 'Colour', value: 'Red' }],
  own: { sku: 'R', price: 3, unlimited: false, quantity: 4 },
  label: 'Red',
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
}
const priced = (price: number | null | undefined) =>
  withCell({}, { variation: red, path: 'price' }, { values: { price } })

describe('what is typed into a variation', () => {
  it('is an edit with what was there before, and none when it is that again', () => {
    expect(priced(5)).toEqual({ 7: { label: 'Red', base: { price: 3 }, patch: { price: 5 }, unparsed: {} } })
    expect(priced(3)).toEqual({})
    expect(withCell(priced(5), { variation: red, path: 'price' }, { values: { price: 3 } })).toEqual({})
    expect(withCell(priced(5), { variation: red, path: 'price' }, { values: { price: undefined } })).toEqual({})
  })

  it('stays as text until it is a value', () => {
    const typed = withCell(priced(5), { variation: red, path: 'price' }, { text: '5.' })
    expect(typed[7]?.unparsed).toEqual({ price: '5.' })
    expect(withCell(typed, { variation: red, path: 'price' }, { values: { price: 3 } })).toEqual({})
  })

  it('is no edit any more once the store has it, and keeps its base where the store has something else', () => {
    expect(rebasedVariations(priced(5), [{ ...red, own: { ...red.own, price: 5 } }])).toEqual({})
    expect(rebasedVariations(priced(5), [{ ...red, own: { ...red.own, price: 8 } }])).toEqual(priced(5))
    expect(rebasedVariations(priced(null), [{ ...red, own: { sku: 'R' } }])).toEqual({})
  })

  it('goes with a variation that was made anew, and stays where there is none', () => {
    expect(rebasedVariations(priced(5), [{ ...red, id: 90 }])).toEqual({ 90: priced(5)[7] })
    expect(rebasedVariations(priced(5), [])).toEqual(priced(5))
    expect(goneOf(priced(5), [])).toEqual([priced(5)[7]])
    expect(goneOf(priced(5), [red])).toEqual([])
  })

  it('keeps after a save what was typed since, from what was saved', () => {
    expect(afterSavedVariations(priced(5), priced(5))).toEqual({})
    expect(afterSavedVariations(priced(6), priced(5))[7]).toMatchObject({ base: { price: 5 }, patch: { price: 6 } })
  })
})
