import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, formatNumber, numberText } from '../../../../../electron/shared/numbers/numbers'
import { readNumber } from '../../../../../electron/shared/numbers/read-number'

const english = { group: ',', decimal: '.' }
const german = { group: '.', decimal: ',' }
const french = { group: '\u202f', decimal: ',' }
const swiss = { group: '’', decimal: '.' }
const bare = { group: '', decimal: '.' }
const styles = [english, german, french, swiss, bare]

const read = (text: string, style: typeof english | null = english) => readNumber(text, { style })
const value = (number: number) => ({ kind: 'value', value: number })
const asks = (...readings: number[]) => ({ kind: 'ambiguous', readings })
const isProblem = {
  kind: 'problem',
  why: expect.any(String) as string,
  message: expect.stringMatching(/^[A-Z].*\.$/) as string,
}

describe('numbers as people type them', () => {
  it.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['.5', 0.5],
    ['-3', -3],
    ['− 3', -3],
    ['+3', 3],
    ['1,234', 1234],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1 234,50', 1234.5],
    ['1\u00a0234\u202f567,50', null],
    ['1\u202f234\u202f567,50', 1234567.5],
    ["1'234.50", 1234.5],
    ['1’234’567', 1234567],
    ['1,234,567', 1234567],
    ['12,34,567.50', 1234567.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['007', 7],
    ['-0', 0],
    ['\u200e12.5\u200f', 12.5],
    ['１２，５０', 12.5],
    ['１，２３４．５', 1234.5],
    ['١٢٫٥', 12.5],
    ['١٬٢٣٤٫٥٠', 1234.5],
    ['۱۲٫۵', 12.5],
    ['१२,३४,५६७.५०', 1234567.5],
    ['๑๒.๕', 12.5],
  ])('reads %s in a store that writes 1,234.50', (text, number) => {
    // Two kinds of spaces are one kind of sign.
    expect(read(text)).toEqual(value(number ?? 1234567.5))
  })

  it('takes the store’s own signs for what they are', () => {
    expect(read('1.000', german)).toEqual(value(1000))
    expect(read('1,234', german)).toEqual(value(1.234))
    expect(read('1.234', english)).toEqual(value(1.234))
    expect(read('1.234.567', french)).toEqual(value(1234567))
  })

  it('asks about one sign before three digits that is not the store’s', () => {
    expect(read('1.500', french)).toEqual(asks(1500, 1.5))
    expect(read('1,500', bare)).toEqual(asks(1500, 1.5))
    expect(read('１，５００', bare)).toEqual(asks(1500, 1.5))
    expect(read('1500,125', swiss)).toEqual(asks(1500125, 1500.125))
    expect(read('1234,500', english)).toEqual(asks(1234500, 1234.5))
    expect(read('-1,500', null)).toEqual(asks(-1500, -1.5))
    expect(read('1.500', null)).toEqual(asks(1500, 1.5))
  })

  it('asks only for what fits', () => {
    const cents = { most: 2, tooFine: 'Cents are the smallest.' }
    expect(readNumber('1.505', { style: french, decimals: cents })).toEqual(asks(1505))
    expect(readNumber('12,345', { style: french, decimals: cents })).toEqual({
      kind: 'problem',
      why: 'too-fine',
      message: 'Cents are the smallest.',
    })
    expect(readNumber('12,50', { style: french, decimals: cents })).toEqual(value(12.5))
    expect(readNumber('1234,500', { style: french, decimals: cents })).toEqual(value(1234.5))
  })

  it('asks where the store’s own decimal sign stands before a digit more than the field has', () => {
    const cents = { most: 2, tooFine: 'Cents are the smallest.' }
    expect(readNumber('1,000', { style: german, decimals: cents })).toEqual(asks(1000, 1))
    expect(readNumber('1.000', { style: english, decimals: { ...cents, most: 0 } })).toEqual(asks(1000, 1))
    expect(readNumber('1.000', { style: english, decimals: { ...cents, most: 3 } })).toEqual(value(1))
  })

  it.each([
    ...['', ' ', '12,', '.', '-', 'abc', '1..2', '1,2,3', '12.34.56', '1e5', '12,34.5', '1,2345,0', '12 50', '1\t234'],
    ...['10³', '①', '5-', '--5', '1,234 567', '1٫2٫3', '0,125,000', '1/2', '9'.repeat(300)],
  ])('says that %j is no number', (text) => {
    expect(read(text)).toEqual(isProblem)
  })

  it('does not take digits that it could not keep', () => {
    expect(read('123456789012345')).toEqual(value(123456789012345))
    expect(read('1234567890123456')).toEqual(isProblem)
    expect(read('0.1234567890123456')).toEqual(isProblem)
  })

  it('reads back what it wrote, in every format', () => {
    const cents = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 })
    fc.assert(
      fc.property(cents, fc.constantFrom(...styles), fc.integer({ min: 0, max: 6 }), (amount, style, decimals) => {
        const number = amount / 10 ** decimals
        const rules = { style, decimals: { most: decimals, tooFine: 'Too fine.' } }
        expect(readNumber(numberText(number, style), rules)).toEqual(value(number))
        expect(readNumber(formatDecimal(number, decimals, style), rules)).toEqual(value(number))
      }),
      { numRuns: 2000, examples: [[1_000_000, german, 3]] },
    )
  })

  it('writes for a text box what a formatter writes without groups', () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom(...styles), fc.integer({ min: 0, max: 4 }), (number, style, fewest) => {
        const { decimal } = style
        const formatted = formatDecimal(number, { fewest, most: 20 }, { group: '', decimal })
        expect(numberText(number, style, fewest)).toBe(formatted)
      }),
      {
        numRuns: 1000,
        examples: [
          [-0, german, 2],
          [0.1 + 0.2, german, 2],
          [1e21, english, 0],
          [1e-7, swiss, 0],
        ],
      },
    )
  })

  it('never makes other digits of what was typed', () => {
    const sign = fc.constantFrom(..."..,,..,,  \u00a0\u202f'’٫٬-−+_٣３३/e")
    const digits = fc.stringMatching(/^[0-9]{1,4}$/)
    const typed = fc.array(fc.oneof(digits, sign), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(typed, fc.constantFrom(...styles, null), (text, style) => {
        const reading = read(text, style)
        const numbers =
          reading.kind === 'value' ? [reading.value] : reading.kind === 'ambiguous' ? reading.readings : []
        for (const number of numbers) expect(decimalsTyped(text)).toContain(plain(number))
      }),
      { numRuns: 20_000 },
    )
  })

  it('never decides about one sign before three digits that is not the store’s', () => {
    const head = fc.integer({ min: 1, max: 9999 }).map(String)
    const tail = fc.stringMatching(/^[0-9]{3}$/)
    fc.assert(
      fc.property(
        head,
        tail,
        fc.constantFrom(',', '.'),
        fc.constantFrom(...styles, null),
        (whole, rest, mark, style) => {
          fc.pre(mark !== style?.decimal && mark !== style?.group)
          expect(read(whole + mark + rest, style)).toEqual(asks(Number(whole + rest), Number(`${whole}.${rest}`)))
        },
      ),
    )
  })

  it('groups counts', () => {
    expect(formatNumber(1234567)).toBe('1,234,567')
    expect(formatNumber(12345, german)).toBe('12.345')
  })
})

/** The digits of a text, with the point at each place where a sign stands, and without one. */
function decimalsTyped(text: string): string[] {
  const digits = text.replace(/[٣３३]/g, '3')
  const isNegative = /^\s*[-−]/.test(digits)
  const places = [...digits.matchAll(/[^0-9]/g)].map(({ index }) => digits.slice(index).replace(/[^0-9]/g, '').length)
  const all = digits.replace(/[^0-9]/g, '')
  return [0, ...places].map((places) => {
    const number = `${all.slice(0, all.length - places)}.${all.slice(all.length - places)}`
    const bare = number.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '')
    const text = bare === '' || bare.startsWith('.') ? `0${bare}` : bare
    return isNegative && text !== '0' ? `-${text}` : text
  })
}

const plain = (number: number) => formatDecimal(number, { fewest: 0, most: 20 }, bare)
