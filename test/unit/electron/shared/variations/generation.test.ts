import { describe, expect, it } from 'vitest'
import { combinationsOf, pairsKey, usedNames } from '../../../../../electron/shared/variations/choosable'
import { linesOf, summaryOf, variationsOf, type Wanted } from '../../../../../electron/shared/variations/generation'

const size = { name: 'Size', choices: ['S', 'M', 'L'] }
const colour = { name: 'Colour', choices: ['Red', 'Blue', 'Sand', 'Slate'] }
const pairs = (value: string, of: string) => [
  { name: 'Size', value },
  { name: 'Colour', value: of },
]
const wanted: Wanted = {
  options: [size, colour],
  pattern: '{sku}-{Colour}-{Size}',
  productSku: 'TEE',
  skipped: new Set(),
}
const row = (options: { name: string; value: string }[]) => ({ options })
const isFree = () => false

describe('generating variations', () => {
  it('makes every combination, in the order of options and choices', () => {
    expect(combinationsOf([size, colour])).toHaveLength(12)
    expect(
      linesOf(wanted, [], isFree)
        .map(({ sku }) => sku)
        .slice(0, 5),
    ).toEqual(['TEE-RED-S', 'TEE-BLUE-S', 'TEE-SAND-S', 'TEE-SLATE-S', 'TEE-RED-M'])
    expect(combinationsOf([])).toEqual([])
  })

  it('leaves what is there and what is skipped, and says how many', () => {
    const there = [row(pairs('S', 'Red').toReversed()), row(pairs('M', 'Red'))]
    const skipped = new Set([pairsKey(pairs('L', 'Sand'))])
    const lines = linesOf({ ...wanted, skipped }, there, (sku) => sku === 'TEE-BLUE-S')
    expect(summaryOf(lines)).toBe('9 new, 2 exist, 1 skipped')
    const made = variationsOf(lines, { price: 12 })
    expect(made).toHaveLength(9)
    expect(made[0]).toEqual({ options: pairs('S', 'Blue'), fields: { price: 12, sku: 'TEE-BLUE-S-2' } })
  })

  it('says how many of one kind in their words', () => {
    expect(summaryOf(linesOf(wanted, [], isFree))).toBe('12 new')
    expect(
      summaryOf(
        linesOf(
          { ...wanted, options: [{ name: 'Size', choices: ['S'] }] },
          [row([{ name: 'Size', value: 'S' }])],
          isFree,
        ),
      ),
    ).toBe('0 new, 1 exists')
  })

  it('starts with the options that the variations there are stand for', () => {
    expect([...usedNames([size, colour], [row([{ name: 'Size', value: 'S' }])])]).toEqual(['Size'])
    expect([...usedNames([size, colour], [])]).toEqual(['Size', 'Colour'])
    expect([...usedNames([size, colour], [row([{ name: 'Gone', value: 'S' }])])]).toEqual(['Size', 'Colour'])
  })
})
