import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, formatNumber, parseDecimal, parseWhole } from '../../../../renderer/format/numbers'

const german = { group: '.', decimal: ',' }
const french = { group: ' ', decimal: ',' }

describe('numbers as people type them', () => {
  it.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['.5', 0.5],
    ['-3', -3],
    ['1,234', 1234],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['1,234,567', 1234567],
    ['0,125', 0.125],
    ['007', 7],
    ['-0', 0],
  ])('reads %s in a store that writes 1,234.50', (text, value) => {
    expect(parseDecimal(text)).toBe(value)
  })

  it('takes a lone separator for what it means in the store', () => {
    expect(parseDecimal('1.234', german)).toBe(1234)
    expect(parseDecimal('1,234', german)).toBe(1.234)
    expect(parseDecimal('1.234', french)).toBe(1.234)
  })

  it.each(['', ' ', '12,', '.', '-', 'abc', '1..2', '1,2,3', '12.34.56', '1e5', '12,34.5', '1,2345'.concat(',0')])(
    'says that %j is no number yet',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )

  it('tells whole numbers from fractions', () => {
    expect(parseWhole('12')).toBe(12)
    expect(parseWhole('12.5')).toBeUndefined()
    expect(parseWhole('1,200')).toBe(1200)
  })

  it('reads back what it wrote, in every style', () => {
    const cents = fc.integer({ min: -100_000_000, max: 100_000_000 })
    fc.assert(
      fc.property(cents, fc.constantFrom(german, french, { group: ',', decimal: '.' }), (amount, style) => {
        expect(parseDecimal(formatDecimal(amount / 100, 2, style), style)).toBe(amount / 100)
      }),
    )
  })

  it('groups counts', () => {
    expect(formatNumber(1234567)).toBe('1,234,567')
    expect(formatNumber(12345, french)).toBe('12 345')
  })
})
