import { describe, expect, it } from 'vitest'
import type { ConflictView } from '../../../../../electron/shared/change'
import {
  toDelete,
  toDeleteCategory,
  toSetOwn,
  toSetVariationPicture,
} from '../../../../../electron/shared/change-address'
import { conflictSides, kindLabel } from '../../../../../renderer/features/changes/conflict-sides'
import { aConflict } from '../../../../support/a-conflict'
import { noWords } from '../../../../../electron/shared/fields/kind'

const sides = (parts: Partial<ConflictView>) => {
  const { label, base, mine, theirs } = conflictSides(aConflict(parts), noWords)
  const text = (all: typeof mine) => all.map(({ kind, text }) => (kind === 'added' ? `[${text}]` : text)).join(' ')
  return { label, base, mine: text(mine), theirs: text(theirs) }
}

describe('the sides of a conflict', () => {
  it('mark the words in which each differs from where both started', () => {
    expect(sides({ before: 'Blue stoneware mug', after: 'Blue large mug', theirs: 'Green stoneware mug' })).toEqual({
      label: 'Name',
      base: 'Blue stoneware mug',
      mine: 'Blue [large] mug',
      theirs: '[Green] stoneware mug',
    })
  })

  it('are whole: one of them is chosen', () => {
    const words = 'The first sentence of a long description that nobody has changed for years.'
    expect(sides({ before: words, after: `${words} Mine.`, theirs: `${words} Theirs.` })).toMatchObject({
      mine: `${words} [Mine.]`,
      theirs: `${words} [Theirs.]`,
    })
  })

  it('of numbers are marked as a whole', () => {
    const price = { field: 'price', before: 10, after: 12, theirs: 13 }
    expect(sides(price)).toMatchObject({ label: 'Price', mine: expect.stringMatching(/^\[.*12/) as string })
  })

  it('of what a variation has of its own name it, and say what is as its product', () => {
    const price = { ...toSetOwn(7, 'price'), entry: 'Red, L', before: 10, after: null, theirs: 13 }
    expect(sides(price)).toMatchObject({ label: 'Price of Red, L', mine: '[as product]' })
    expect(kindLabel(toSetOwn(7, 'price'))).toBe('Price of variations')
  })

  it('of a category have its words', () => {
    const name = { thing: 'category', field: 'name', before: 'Mugs', after: 'Cups', theirs: 'Jugs' } as const
    expect(sides(name)).toMatchObject({ label: 'Name', mine: '[Cups]', theirs: '[Jugs]' })
    const deleted = { ...toDelete, thing: 'category', before: null, after: null, theirs: [] } as const
    expect(sides(deleted)).toMatchObject({ label: 'Category', mine: 'Deleted' })
    expect(kindLabel({ ...toDelete, thing: 'category' })).toBe('Deleted categories')
  })

  it('of a deleted category that is not empty name what is below it, and say what becomes of that', () => {
    const below = (...goes: boolean[]) => ({
      ...toDeleteCategory,
      before: null,
      after: null,
      theirs: [{ field: 'below', before: [], after: goes.map((each, id) => ({ id, name: `C${id}`, goes: each })) }],
    })
    expect(sides(below(true, false))).toMatchObject({
      mine: 'Deleted with “C0”, “C1” moved up',
      theirs: 'Below it: “C0”, “C1”',
    })
    expect(sides(below(false, false, false, false, false)).mine).toBe('Deleted, “C0”, “C1”, “C2”, 2 more moved up')
  })

  it('of attributes show only those that somebody touched', () => {
    const attributes = {
      field: 'attributes',
      before: { 1: 'a', 2: 'b' },
      after: { 1: 'x', 2: 'b' },
      theirs: { 1: 'y', 2: 'b' },
    }
    expect(sides(attributes)).toMatchObject({ base: 'Attribute 1: a', label: 'Attributes' })
  })

  it('of the picture of a variation are pictures', () => {
    const [before, after, theirs] = [null, { hash: 'a' }, { url: 'https://x/2.jpg' }].map((source) => ({
      source,
      alt: '',
    }))
    const { label, pictures } = conflictSides(
      aConflict({ ...toSetVariationPicture(7), entry: 'Red', before, after, theirs }),
      noWords,
    )
    expect([label, pictures]).toEqual(['Picture of Red', { base: [], mine: ['staged:a'], theirs: ['https://x/2.jpg'] }])
  })

  it('of what is said of the picture of a variation are texts', () => {
    const picture = { source: { url: 'https://x/1.jpg' }, key: 'https://x/1.jpg' }
    const [before, after, theirs] = ['', 'Rot', 'Hellrot'].map((de) => {
      return { ...picture, alt: 'Red', translated: { en: 'Red', de } }
    })
    expect(sides({ ...toSetVariationPicture(7), entry: 'Red', before, after, theirs })).toMatchObject({
      label: 'Alt text, Picture of Red',
      base: 'Red',
    })
  })

  it('of a deleted product say what was changed meanwhile', () => {
    const theirs = [
      { field: 'name', before: 'Mug', after: 'Cup' },
      { field: 'pictures', before: 1, after: 2 },
    ]
    expect(sides({ ...toDelete, theirs })).toMatchObject({
      mine: 'Deleted',
      theirs: 'Name: Mug → Cup, Pictures changed',
    })
  })
})
