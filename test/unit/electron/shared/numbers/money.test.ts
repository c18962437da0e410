import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { euros } from '../../../../support/store-in-euros'
import { formatExactMoney, formatMoney, moneyText, readMoney } from '../../../../../electron/shared/numbers/money'
import {
  formatDimensions,
  formatWeight,
  readDimension,
  readWeight,
  unitLabel,
  weightText,
} from '../../../../../electron/shared/numbers/weight'

const dollars = {
  currency: 'USD',
  currencyPrefix: '$',
  currencySuffix: '',
  currencyPrecision: 2,
  currencyGroupSeparator: ',',
  currencyDecimalSeparator: '.',
}
const yen = { ...dollars, currency: 'JPY', currencyPrefix: '¥', currencyPrecision: 0 }
const rupees = { ...dollars, currency: 'INR', currencyPrefix: 'Rs.' }
const kilograms = {
  weightUnit: 'KILOGRAM',
  weightGroupSeparator: ' ',
  weightDecimalSeparator: ',',
  dimensionsUnit: 'CM',
  volumeUnit: 'ML',
}
const value = (number: number) => ({ kind: 'value', value: number })

describe('money in the format of the store', () => {
  it('is shown with its sign, separators and precision', () => {
    expect(formatMoney(1234.5, dollars)).toBe('$1,234.50')
    expect(formatMoney(1234.5, euros)).toBe('1 234,50 €')
    expect(formatMoney(1234, yen)).toBe('¥1,234')
    expect(formatMoney(-3, dollars)).toBe('−$3.00')
    expect(formatMoney(1.005, dollars)).toBe('$1.01')
    expect(formatMoney(7, null)).toBe('7.00')
  })

  it('keeps every digit in a text box', () => {
    expect(moneyText(1234.5, euros)).toBe('1234,50')
    expect(moneyText(0.125, dollars)).toBe('0.125')
  })

  it('is compared with every digit it has', () => {
    expect(formatExactMoney(1000.5, yen)).toBe('¥1,000.5')
    expect(formatExactMoney(-1234.5, euros)).toBe('−1 234,50 €')
  })

  it.each([
    ['$ 1,234.50', dollars, 1234.5],
    ['USD 12', dollars, 12],
    ['−$3.00', dollars, -3],
    ['$-3', dollars, -3],
    ['＄１２', dollars, 12],
    ['12,5 €', euros, 12.5],
    ['€12.5', euros, 12.5],
    ['12 eur', euros, 12],
    ['￥1,000', yen, 1000],
    ['¥１，０００', yen, 1000],
    ['￥1000', null, 1000],
    ['Rs 1,50,000', rupees, 150000],
    ['Rs.1,50,000.50', rupees, 150000.5],
    ['₹12,34,567.50', rupees, 1234567.5],
  ])('is read with its sign: %s', (text, profile, amount) => {
    expect(readMoney(text, profile)).toEqual(value(amount))
  })

  it('of another currency is not taken for the store’s', () => {
    const message = 'The prices of this store are in EUR. Write the amount in it.'
    expect(readMoney('$12', euros)).toMatchObject({ kind: 'problem', message })
    expect(readMoney('12 £', euros)).toMatchObject({ kind: 'problem', message })
  })

  it('finer than the currency is a problem', () => {
    const none = { kind: 'problem', message: 'JPY has no decimals. Write a whole amount.' }
    expect(readMoney('1000.5', yen)).toMatchObject(none)
    expect(readMoney('1.500', yen)).toMatchObject(none)
    const cents = { kind: 'problem', message: 'EUR has 2 decimals. Write the amount with no more.' }
    expect(readMoney('12,345', euros)).toMatchObject(cents)
    expect(readMoney('12,345 €', euros)).toMatchObject(cents)
    expect(readMoney('12,30', euros)).toEqual(value(12.3))
  })

  it('is asked about where its sign is not the store’s', () => {
    expect(readMoney('1.500', euros)).toEqual({ kind: 'ambiguous', readings: [1500, 1.5] })
    expect(readMoney('$1,500', { ...dollars, currencyGroupSeparator: '' })).toEqual({
      kind: 'ambiguous',
      readings: [1500, 1.5],
    })
    expect(readMoney('1,500', null)).toEqual({ kind: 'ambiguous', readings: [1500, 1.5] })
  })

  it('is read back as it is shown, in every format', () => {
    const formats = fc.record({
      currency: fc.constantFrom('EUR', 'CHF', 'SEK', 'PLN', 'INR', 'CAD'),
      currencyPrefix: fc.constantFrom('', '€', 'CHF ', 'Rs.', 'CA$', '$\u00a0'),
      currencySuffix: fc.constantFrom('', ' €', ' kr', '\u00a0zł', ' SEK'),
      currencyPrecision: fc.integer({ min: 0, max: 3 }),
      currencyGroupSeparator: fc.constantFrom('', ' ', '.', ',', "'", '\u202f', '٬'),
      currencyDecimalSeparator: fc.constantFrom('.', ',', '٫', ''),
    })
    fc.assert(
      fc.property(formats, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (profile, units) => {
        const amount = units / 10 ** profile.currencyPrecision
        expect(readMoney(formatMoney(amount, profile), profile)).toEqual(value(amount))
        expect(readMoney(moneyText(amount, profile), profile)).toEqual(value(amount))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('weights in the unit of the store', () => {
  it('are shown and read', () => {
    expect(formatWeight(0.35, kilograms)).toBe('0,35 kg')
    expect(formatWeight(2, null)).toBe('2')
    expect(weightText(0.3555, kilograms)).toBe('0,3555')
    expect(readWeight('0,35 kg', kilograms)).toEqual(value(0.35))
    expect(readWeight('0.35', kilograms)).toEqual(value(0.35))
    expect(readWeight('0.350', kilograms)).toEqual(value(0.35))
    expect(readWeight('1.500', kilograms)).toEqual({ kind: 'ambiguous', readings: [1500, 1.5] })
    expect(readWeight('heavy', kilograms)).toMatchObject({ kind: 'problem' })
    expect(readWeight('12 cm', kilograms)).toMatchObject({ kind: 'problem' })
    const inUnit = { kind: 'problem', message: 'Enter a number in kg, the unit of this store.' }
    expect(readWeight('500 g', kilograms)).toMatchObject(inUnit)
    expect(readWeight('500 g', null)).toMatchObject({ kind: 'problem', message: 'Enter a number.' })
    expect(formatWeight(0.0004, kilograms)).toBe('0,0004 kg')
  })

  it('have sides in a unit of their own', () => {
    expect(readDimension('12,5 cm', kilograms)).toEqual(value(12.5))
    expect(readDimension('12 kg', kilograms)).toMatchObject({
      kind: 'problem',
      message: 'Enter a number in cm, the unit of this store.',
    })
    expect(formatDimensions([10, 20.5, 1200], kilograms)).toBe('10 × 20,5 × 1 200 cm')
  })

  it('have labels people write', () => {
    expect(['CARAT', 'GRAM', 'OUNCE', 'POUND', 'KILOGRAM', 'CM', 'IN', 'STONE'].map(unitLabel)).toEqual([
      'ct',
      'g',
      'oz',
      'lb',
      'kg',
      'cm',
      'in',
      'stone',
    ])
  })
})
