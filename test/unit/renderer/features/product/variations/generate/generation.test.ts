import { describe, expect, it } from 'vitest'
import {
  combinationsOf,
  pairsKey,
  usedNames,
} from '../../../../../../../renderer/features/product/variations/choosable'
import {
  linesOf,
  summaryOf,
  variationsOf,
  type Wanted,
} from '../../../../../../../renderer/features/product/variations/generate/generation'

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
  fields: { price: 12 },
  skipped: new Set(),
}
const row = (options: { name: string; value: string }[]) => ({
  id: 1,
  number: 1,
  options,
  own: {},
  label: '',
  thumbnail: null,
  full: null,
  alt: '',
  altTexts: {},
  upload: null,
})

describe('generating variations', () => {
  it('makes every combination, in the order of options and choices', () => {
    expect(combinationsOf([size, colour])).toHaveLength(12)
    expect(
      linesOf(wanted, [], new Set())
        .map(({ sku }) => sku)
        .slice(0, 5),
    ).toEqual(['TEE-RED-S', 'TEE-BLUE-S', 'TEE-SAND-S', 'TEE-SLATE-S', 'TEE-RED-M'])
    expect(combinationsOf([])).toEqual([])
  })

  it('leaves what is there and what is skipped, and says how many', () => {
    const there = [row(pairs('S', 'Red').toReversed()), row(pairs('M', 'Red'))]
    const skipped = new Set([pairsKey(pairs('L', 'Sand'))])
    const lines = linesOf({ ...wanted, skipped }, there, new Set(['TEE-BLUE-S']))
    expect(summaryOf(lines)).toBe('9 new, 2 exist, 1 skipped')
    const made = variationsOf(lines, wanted.fields)
    expect(made).toHaveLength(9)
    expect(made[0]).toEqual({ options: pairs('S', 'Blue'), fields: { price: 12, sku: 'TEE-BLUE-S-2' } })
  })

  it('says how many of one kind in their words', () => {
    expect(summaryOf(linesOf(wanted, [], new Set()))).toBe('12 new')
    expect(
      summaryOf(
        linesOf(
          { ...wanted, options: [{ name: 'Size', choices: ['S'] }] },
          [row([{ name: 'Size', value: 'S' }])],
          new Set(),
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
