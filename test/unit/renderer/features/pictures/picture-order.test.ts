import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../../../electron/shared/product'
import { arranged, moved, stableNames } from '../../../../../renderer/features/pictures/picture-order'

const picture = (key: string, isMain = false): Picture => ({
  key,
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
    expect(moved(['a', 'b', 'c'], key, place).join('')).toBe(order)
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
    const before = stableNames([], ['local:1', 'local:2', 'c'])
    const names = stableNames(before, ['https://store/1.png', 'local:2', 'c'])
    const nameOf = (key: string) => names.find((name) => name.key === key)?.id ?? key
    const now = [picture('https://store/1.png', true), picture('local:2'), picture('c')]
    const shown = arranged(now, ['c', 'local:1', 'local:2'], nameOf)
    expect(shown.map(({ key }) => key)).toEqual(['c', 'https://store/1.png', 'local:2'])
  })

  it('is the product itself without an order', () => {
    expect(arranged(pictures, null)).toEqual(pictures)
  })
})

describe('names that survive an upload', () => {
  it('stay with a picture whose key the store changed', () => {
    const before = stableNames([], ['x', 'local:1', 'local:2'])
    const after = stableNames(before, ['x', 'https://store/1.png', 'local:2'])
    expect(after.map(({ id }) => id)).toEqual(['x', 'local:1', 'local:2'])
    expect(stableNames(after, ['https://store/1.png', 'x', 'local:2']).map(({ id }) => id)).toEqual([
      'local:1',
      'x',
      'local:2',
    ])
  })

  it('are never given twice', () => {
    const before = stableNames([], ['local:1', 'local:2'])
    const after = stableNames(before, ['local:2', 'https://store/1.png'])
    expect(new Set(after.map(({ id }) => id)).size).toBe(2)
  })

  it('are not passed on by a picture that was deleted', () => {
    const after = stableNames(stableNames([], ['a', 'b']), ['c', 'b'])
    expect(after).toEqual([
      { key: 'c', id: 'c' },
      { key: 'b', id: 'b' },
    ])
  })
})
