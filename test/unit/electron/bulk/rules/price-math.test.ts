import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reckon, type Money } from '../../../../../electron/bulk/rules/price-math'
import type { Calculation, PriceMath, Rounding } from '../../../../../electron/shared/price-rule'
import { anAmount } from '../../../../support/bulk-products'

const mug: Money = { price: 19.99, compareToPrice: 25, costPrice: 8 }
const plain = { rounding: null, floor: null, ceiling: null }
const nines = (to: Rounding['to']): Rounding => ({ to, every: 1, ending: 0.99 })
const asItIs: Calculation = { kind: 'percent', of: 'price', percent: 0 }

const of = (calculation: Calculation, more: Partial<PriceMath> = {}, now = mug, decimals = 2) =>
  reckon({ ...plain, calculation, ...more }, now, decimals)

describe('What an amount is made from', () => {
  it.each<[string, Calculation, number]>([
    ['10 % more', { kind: 'percent', of: 'price', percent: 10 }, 21.99],
    ['15 % less', { kind: 'percent', of: 'price', percent: -15 }, 16.99],
    ['two euros less', { kind: 'amount', of: 'price', amount: -2 }, 17.99],
    ['one amount for all', { kind: 'set', amount: 12.5 }, 12.5],
    ['a margin of 60 % on cost', { kind: 'margin', of: 'costPrice', percent: 60 }, 20],
    ['a markup of 60 % on cost', { kind: 'percent', of: 'costPrice', percent: 60 }, 12.8],
    ['20 % below the compare-to price', { kind: 'percent', of: 'compareToPrice', percent: -20 }, 20],
  ])('%s', (_, calculation, value) => {
    expect(of(calculation)).toEqual({ value })
  })

  it('A third is rounded once, at the end', () => {
    expect(of({ kind: 'margin', of: 'costPrice', percent: 33.3 }, {}, { ...mug, costPrice: 10 })).toEqual({
      value: 14.99,
    })
  })

  it('Halves of a cent go up, though a number of the computer cannot hold them', () => {
    expect(of({ kind: 'percent', of: 'price', percent: 50 }, {}, { ...mug, price: 2.01 })).toEqual({ value: 3.02 })
    expect(of({ kind: 'percent', of: 'price', percent: -90 }, {}, { ...mug, price: 10.05 })).toEqual({ value: 1.01 })
  })

  it('Yen have no decimals, dinars have three', () => {
    expect(of({ kind: 'percent', of: 'price', percent: 8 }, {}, { ...mug, price: 1234 }, 0)).toEqual({ value: 1333 })
    expect(of({ kind: 'percent', of: 'price', percent: 8 }, {}, { ...mug, price: 1.234 }, 3)).toEqual({ value: 1.333 })
  })

  it('Without the amount that it starts from there is no result, and the reason is said', () => {
    const bare = { ...mug, costPrice: null, compareToPrice: null }
    expect(of({ kind: 'margin', of: 'costPrice', percent: 60 }, {}, bare)).toEqual({
      why: { says: 'has-none-of', field: 'costPrice' },
    })
    expect(of({ kind: 'percent', of: 'compareToPrice', percent: 0 }, {}, bare)).toEqual({
      why: { says: 'has-none-of', field: 'compareToPrice' },
    })
  })

  it('No amount is below zero', () => {
    expect(of({ kind: 'amount', of: 'price', amount: -20 })).toEqual({ why: { says: 'amount-below-zero' } })
  })

  it('An amount of more digits than a number keeps is not made', () => {
    expect(of({ kind: 'percent', of: 'price', percent: 1e15 })).toMatchObject({
      why: { says: 'amount-too-long' },
    })
  })
})

describe('How it is rounded', () => {
  it.each<[string, number, Rounding, number]>([
    ['up to .99', 20.1, nines('up'), 20.99],
    ['down to .99', 20.1, nines('down'), 19.99],
    ['to the nearest .99', 20.4, nines('nearest'), 19.99],
    ['to the nearest .99, between two of them, up', 20.49, nines('nearest'), 20.99],
    ['what ends so already stays', 20.99, nines('up'), 20.99],
    ['to .95', 20.1, { to: 'nearest', every: 1, ending: 0.95 }, 19.95],
    ['to full amounts', 20.5, { to: 'nearest', every: 1, ending: 0 }, 21],
    ['to 5 cents', 20.12, { to: 'nearest', every: 0.05, ending: 0 }, 20.1],
    ['to 9 at the end of the euros', 83, { to: 'nearest', every: 10, ending: 9 }, 79],
    ['to .49 or .99', 20.7, { to: 'down', every: 0.5, ending: 0.49 }, 20.49],
    ['the nearest .99 of little is above zero', 0.2, nines('nearest'), 0.99],
  ])('%s', (_, price, rounding, value) => {
    expect(of(asItIs, { rounding }, { ...mug, price })).toEqual({ value })
  })

  it('Below the lowest ending there is nothing to round down to', () => {
    expect(of(asItIs, { rounding: nines('down') }, { ...mug, price: 0.5 })).toEqual({
      why: { says: 'amount-below-zero' },
    })
  })

  it('To 80 at the end of the yen', () => {
    expect(of(asItIs, { rounding: { to: 'up', every: 100, ending: 80 } }, { ...mug, price: 1290 }, 0)).toEqual({
      value: 1380,
    })
  })
})

describe('The limits', () => {
  const half: Calculation = { kind: 'percent', of: 'price', percent: -50 }

  it('Never below cost + 10 %', () => {
    expect(of(half, { floor: { kind: 'percent', of: 'costPrice', percent: 10 } })).toEqual({ value: 10 })
    expect(of(half, { floor: { kind: 'percent', of: 'costPrice', percent: 50 } })).toEqual({ value: 12 })
  })

  it('A floor goes before the direction of the rounding, and the ending stays', () => {
    const floor = { kind: 'amount', amount: 10.1 } as const
    expect(of({ kind: 'set', amount: 10.3 }, { floor, rounding: nines('down') })).toEqual({ value: 10.99 })
  })

  it('A ceiling is rounded down', () => {
    const ceiling = { kind: 'amount', amount: 15.5 } as const
    expect(of(asItIs, { ceiling, rounding: nines('up') })).toEqual({ value: 14.99 })
  })

  it('Where no rounded amount lies between the two, none is made', () => {
    const between = { floor: { kind: 'amount', amount: 10.1 }, ceiling: { kind: 'amount', amount: 10.5 } } as const
    expect(of(asItIs, { ...between, rounding: nines('nearest') })).toEqual({
      why: { says: 'no-amount-between' },
    })
  })

  it('Whose lowest amount is not known gets none', () => {
    const floor = { kind: 'percent', of: 'costPrice', percent: 10 } as const
    expect(of(half, { floor }, { ...mug, costPrice: null })).toEqual({
      why: { says: 'has-none-of', field: 'costPrice' },
    })
  })
})

describe('Whatever the rule and the product', () => {
  const decimals = fc.constantFrom(0, 1, 2, 3)
  const unitsOf = (value: number, digits: number) => Math.round(value * 10 ** digits)
  const cases = decimals.chain((digits) =>
    fc.record({
      digits: fc.constant(digits),
      now: fc.record({ price: anAmount(digits), compareToPrice: anAmount(digits), costPrice: anAmount(digits, 1) }),
      percent: fc.integer({ min: -9_999, max: 30_000 }).map((hundredths) => hundredths / 100),
      steps: fc.integer({ min: 1, max: 5_000 }),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
      to: fc.constantFrom('nearest', 'up', 'down'),
      floor: fc.integer({ min: -50, max: 100 }),
    }),
  )
  const ruleOf = ({ digits, percent, steps, share, to }: typeof cases extends fc.Arbitrary<infer T> ? T : never) => {
    const [every, ending] = [steps, Math.floor(steps * share)].map((units) => Number(`${units}e-${digits}`))
    const calculation = { kind: 'percent', of: 'price', percent } as const
    return { ...plain, calculation, rounding: { to, every: every ?? 1, ending: ending ?? 0 } }
  }

  it('the amount has no more decimals than the currency', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const made = reckon({ ...ruleOf(given), rounding: null }, given.now, given.digits)
        if ('value' in made) expect(made.value).toBe(Number(made.value.toFixed(given.digits)))
      }),
    )
  })

  it('the ending is the ending', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const rule = ruleOf(given)
        const made = reckon(rule, given.now, given.digits)
        if (!('value' in made)) return
        const [value, every, ending] = [made.value, rule.rounding.every, rule.rounding.ending].map((each) =>
          unitsOf(each, given.digits),
        )
        expect(((value ?? NaN) - (ending ?? NaN)) % (every ?? NaN)).toBe(0)
      }),
    )
  })

  it('rounding up never goes down, and rounding down never goes up, by less than a step', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const rule = ruleOf(given)
        const made = reckon(rule, given.now, given.digits)
        if (!('value' in made)) return
        // In whole numbers that are exact: ten-thousandths of the smallest unit.
        const wanted = BigInt(unitsOf(given.now.price, given.digits)) * BigInt(10_000 + Math.round(given.percent * 100))
        const apart = BigInt(unitsOf(made.value, given.digits)) * 10_000n - wanted
        const step = BigInt(given.steps) * 10_000n
        if (given.to === 'up') expect(apart >= 0n && apart < step).toBe(true)
        if (given.to === 'down') expect(apart <= 0n && apart > -step).toBe(true)
        if (given.to === 'nearest' && apart > 0n && made.value >= rule.rounding.every) {
          expect(apart * 2n <= step).toBe(true)
        }
        if (given.to === 'nearest' && apart < 0n) expect(-apart * 2n < step).toBe(true)
      }),
    )
  })

  it('a floor holds to the last digit', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const floor = { kind: 'percent', of: 'costPrice', percent: given.floor } as const
        const made = reckon({ ...ruleOf(given), floor }, given.now, given.digits)
        if (!('value' in made)) return
        const lowest = BigInt(unitsOf(given.now.costPrice, given.digits)) * BigInt(100 + given.floor)
        expect(BigInt(unitsOf(made.value, given.digits)) * 100n >= lowest).toBe(true)
      }),
    )
  })

  it('a ceiling holds to the last digit', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const ceiling = { kind: 'percent', of: 'compareToPrice', percent: given.floor } as const
        const made = reckon(
          { ...ruleOf(given), ceiling },
          { ...given.now, compareToPrice: given.now.costPrice },
          given.digits,
        )
        if (!('value' in made)) return
        const highest = BigInt(unitsOf(given.now.costPrice, given.digits)) * BigInt(100 + given.floor)
        expect(BigInt(unitsOf(made.value, given.digits)) * 100n <= highest).toBe(true)
      }),
    )
  })
})
