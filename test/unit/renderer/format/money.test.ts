import { describe, expect, it } from 'vitest'
import { formatMoney, moneyText, parseMoney } from '../../../../renderer/format/money'
import { formatWeight, parseWeight, unitLabel, weightText } from '../../../../renderer/format/weight'

const dollars = {
  currencyPrefix: '$',
  currencySuffix: '',
  currencyPrecision: 2,
  currencyGroupSeparator: ',',
  currencyDecimalSeparator: '.',
}
const euros = {
  currencyPrefix: '',
  currencySuffix: ' €',
  currencyPrecision: 2,
  currencyGroupSeparator: ' ',
  currencyDecimalSeparator: ',',
}
const yen = { ...dollars, currencyPrefix: '¥', currencyPrecision: 0 }
const kilograms = {
  weightUnit: 'KILOGRAM',
  weightPrecision: 2,
  weightGroupSeparator: ' ',
  weightDecimalSeparator: ',',
}

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

  it('is read with or without its sign', () => {
    expect(parseMoney('$ 1,234.50', dollars)).toBe(1234.5)
    expect(parseMoney('12,5 €', euros)).toBe(12.5)
    expect(parseMoney('12.5', euros)).toBe(12.5)
    expect(parseMoney('12 apples', euros)).toBeUndefined()
  })
})

describe('weights in the unit of the store', () => {
  it('are shown and read', () => {
    expect(formatWeight(0.35, kilograms)).toBe('0,35 kg')
    expect(formatWeight(2, null)).toBe('2')
    expect(weightText(0.3555, kilograms)).toBe('0,3555')
    expect(parseWeight('0,35 kg', kilograms)).toBe(0.35)
    expect(parseWeight('0.35', kilograms)).toBe(0.35)
    expect(parseWeight('heavy', kilograms)).toBeUndefined()
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
