import { describe, expect, it } from 'vitest'
import { parseAltPattern } from '../../../../../electron/pictures/matching/alt-pattern'
import { matchByPattern } from '../../../../../electron/pictures/matching/match-by-pattern'
import { createMatchIndex } from '../../../../../electron/pictures/matching/match-index'
import { parseNamePattern } from '../../../../../electron/pictures/matching/name-pattern'
import { crowdedCatalogue, nameOfProduct } from './crowded-catalogue'

const index = createMatchIndex()
for (const product of crowdedCatalogue) index.add(product)

function match(rule: string, path: string) {
  const pattern = parseNamePattern(rule)
  if (!pattern.ok) throw new Error(pattern.problem)
  const folders = path.split('/')
  const name = folders.pop() as string
  const { confidence, candidates, position, parts } = matchByPattern({ index, optionWords: () => new Set() }, pattern, {
    name,
    folders,
  })
  return { confidence, products: candidates.map(({ productId }) => nameOfProduct.get(productId)), position, parts }
}

describe('a rule of one’s own', () => {
  it.each([
    ['{sku}-{position}', 'B-1.jpg', 'B', 1],
    ['{sku}-{position}', 'A-10-3.jpg', 'A-10', 3],
    ['{sku}_{position}', 'TS 100 BL_04.jpg', 'TS 100 BL', 4],
    ['{position} {sku}', '02 A-100.jpg', 'A-100', 2],
    ['{sku}', '1.jpg', '1', null],
    ['{sku}/{position}', 'A-1/2.jpg', 'A-1', 2],
    ['{sku}/{any}', 'shop/A-1/whatever it is.jpg', 'A-1', null],
    ['shop {sku} {any}', 'SHOP A-11 front.jpg', 'A-11', null],
    ['{name} - {sku}', 'Candle ivory - DUP-5.jpg', 'dup2', null],
    ['{upc}_{any}', '4006381333931_x.jpg', 'EAN1', null],
    ['{id}-{position}', '550000001-7.jpg', 'A-10', 7],
  ] as const)('%s reads %s as %s', (rule, path, product, position) => {
    expect(match(rule, path)).toMatchObject({ confidence: 'confident', products: [product], position })
  })

  it('is not sure when several products fit, or none', () => {
    expect(match('{sku}', 'DUP-5.jpg').confidence).toBe('doubtful')
    expect(match('{sku}_{any}', 'A-100.jpg')).toMatchObject({ confidence: 'doubtful', products: ['A-100'] })
    expect(match('{sku}-{position}', 'nothing-1.jpg')).toMatchObject({ confidence: 'none', products: [] })
  })

  it('says what is wrong with it', () => {
    const problemOf = (rule: string) => {
      const pattern = parseNamePattern(rule)
      return pattern.ok ? null : pattern.problem
    }
    expect(problemOf('{sku}{position}')).toMatch(/where one ends/)
    expect(problemOf('{artikel}')).toMatch(/no part \{artikel\}/)
    expect(problemOf('{position}')).toMatch(/names the product/)
    expect(problemOf('{sku')).toMatch(/bracket/)
  })

  it('gives up on a name with too many readings instead of running for ever', () => {
    expect(match('{any}-{any}-{any}-{any}-{sku}', `${'a-'.repeat(120)}b.jpg`).confidence).not.toBe('confident')
  })
})

describe('alt texts by a pattern', () => {
  const write = (text: string, values: Partial<Record<'name' | 'option' | 'position', string>>) => {
    const pattern = parseAltPattern(text)
    if (!pattern.ok) return pattern.problem
    return pattern.write({ name: '', option: '', position: '', sku: '', file: '', ...values })
  }

  it('fills the parts in, and leaves out the comma before an empty one', () => {
    expect(write('{name}, {option}, {position}', { name: 'Mug', option: 'blue', position: '2' })).toBe('Mug, blue, 2')
    expect(write('{name}, {option}, {position}', { name: 'Mug', position: '2' })).toBe('Mug, 2')
    expect(write('{name} ({option})', { name: 'Mug' })).toBe('Mug')
    expect(write('Photo of {name}', { name: 'Mug' })).toBe('Photo of Mug')
    expect(write('{colour}', {})).toMatch(/no part \{colour\}/)
  })
})
