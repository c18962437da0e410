import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../../../electron/shared/product'
import { arranged, movedBehind, movedBy, movedTo } from '../../../../../renderer/features/pictures/picture-order'

const picture = (key: string, isMain = false, madeAs = key): Picture => ({
  key,
  madeAs,
  thumbnail: key,
  full: key,
  alt: '',
  altTexts: {},
  isMain,
  fileName: null,
  upload: null,
})

describe('moving a picture', () => {
  it.each([
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['a', 9, 'bca'],
    ['c', -1, 'cab'],
  ])('%s to place %i gives %s', (key, place, order) => {
    expect(movedTo(['a', 'b', 'c'], [key], key, place).join('')).toBe(order)
  })
})

describe('moving several pictures', () => {
  const order = [...'abcdef']

  it.each([
    // All of them come to where the one is put down, in their order.
    ['ace', 'c', 5, 'bdface'],
    ['ace', 'e', 1, 'aceb df'],
    ['ef', 'f', 0, 'efabcd'],
    ['ab', 'a', 2, 'cabdef'],
  ])('%s by %s to place %i gives %s', (some, one, place, expected) => {
    expect(movedTo(order, [...some], one, place).join('')).toBe(expected.replace(' ', ''))
  })

  it.each([
    ['cd', -1, 'acdbef'],
    ['cd', 1, 'abecdf'],
    ['ab', -1, 'abcdef'],
    ['ef', 1, 'abcdef'],
    // Those that stand apart are drawn together.
    ['bd', 1, 'acebdf'],
    ['bd', -1, 'bdacef'],
    ['ac', -1, 'acbdef'],
  ] as const)('%s by %i gives %s', (some, step, expected) => {
    expect(movedBy(order, [...some], step).join('')).toBe(expected)
  })

  it('goes to either end', () => {
    expect(movedBehind(order, ['e', 'b'], 0).join('')).toBe('beacdf')
    expect(movedBehind(order, ['e', 'b'], Infinity).join('')).toBe('acdfbe')
  })
})

describe('the arrangement a person sees', () => {
  const pictures = [picture('a', true), picture('b'), picture('c')]

  it('shows the first of a new order as the main picture', () => {
    const shown = arranged(pictures, ['c', 'a', 'b'])
    expect(shown.map(({ key, isMain }) => `${key} ${isMain}`)).toEqual(['c true', 'a false', 'b false'])
  })

  it('puts a picture that came meanwhile at the end', () => {
    expect(arranged([...pictures, picture('d')], ['c', 'b', 'a']).map(({ key }) => key)).toEqual(['c', 'b', 'a', 'd'])
  })

  it('keeps a picture in its place that arrives in the store meanwhile', () => {
    const now = [picture('https://store/1.png', true, 'local:1'), picture('local:2'), picture('c')]
    const shown = arranged(now, ['c', 'local:1', 'local:2'])
    expect(shown.map(({ key }) => key)).toEqual(['c', 'https://store/1.png', 'local:2'])
  })

  it('is the product itself without an order', () => {
    expect(arranged(pictures, null)).toEqual(pictures)
  })
})
