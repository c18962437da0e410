import { describe, expect, it } from 'vitest'
import { lengthWarning, selectionSentence, tallySentence } from '../../../../../renderer/features/alt-texts/alt-words'

const tally = { problem: null, tooLong: 0 }

describe('the words about alt texts', () => {
  it('say which pictures they are about', () => {
    const words = [
      { id: 1, products: 1, pictures: 1, missing: 1 },
      { id: 1, products: 104, pictures: 1312, missing: 312 },
      { id: 1, products: 2, pictures: 3, missing: 0 },
    ].map(selectionSentence)
    expect(words).toEqual([
      '1 picture of 1 product; none has an alt text.',
      '1,312 pictures of 104 products; 312 without an alt text.',
      '3 pictures of 2 products; all have an alt text.',
    ])
  })

  it('say what would be written', () => {
    expect(tallySentence({ ...tally, texts: 0, products: 0 }, 'all')).toBe('Nothing would change.')
    expect(tallySentence({ ...tally, texts: 1, products: 1 }, 'all')).toBe('1 alt text will be written on 1 product.')
    expect(tallySentence({ ...tally, texts: 312, products: 104 }, 'missing')).toBe(
      '312 alt texts will be written on 104 products. The others stay as they are.',
    )
  })

  it('warn of long ones', () => {
    expect(lengthWarning(0)).toBeNull()
    expect(lengthWarning(1)).toBe('1 is longer than 125 characters; search engines cut it.')
    expect(lengthWarning(12)).toBe('12 are longer than 125 characters; search engines cut them.')
  })
})
