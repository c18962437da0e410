import { expect, it } from 'vitest'
import { isPercent, readPriceChange, writePriceChange } from '../../../../../electron/shared/fields/price-change'
import { euros } from '../../../../support/store-in-euros'

it.each([
  ['+2,50', 2.5, false],
  ['-2,50 €', -2.5, false],
  ['−10 %', -10, true],
  ['7,5%', 7.5, true],
  ['', 0, false],
])('%j is read as it is meant', (typed, value, percent) => {
  expect(readPriceChange(typed, euros)).toEqual({ kind: 'value', value })
  expect(isPercent(typed)).toBe(percent)
})

it('what is none is told by an example in the signs of the store', () => {
  expect(readPriceChange('dear', euros)).toMatchObject({ message: expect.stringContaining('such as +2,50,') as string })
})

it.each(['dear', '10 % off', '2,505'])('%j is no price change', (typed) => {
  expect(readPriceChange(typed, euros).kind).toBe('problem')
})

it.each([
  [{ priceModifier: 2.5, priceModifierType: 'ABSOLUTE' }, '+2,50'],
  [{ priceModifier: -10, priceModifierType: 'PERCENT' }, '−10 %'],
  [{ priceModifier: 0, priceModifierType: 'PERCENT' }, ''],
])('%j is written as %j and read back', (change, text) => {
  expect(writePriceChange(change, euros)).toBe(text)
  expect(readPriceChange(text, euros)).toEqual({ kind: 'value', value: change.priceModifier })
})
