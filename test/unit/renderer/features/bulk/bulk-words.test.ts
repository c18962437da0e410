import { expect, it } from 'vitest'
import { roomText, writingText } from '../../../../../renderer/features/bulk/bulk-words'

it('says how many products the plan still takes, and how many of the new ones it does not', () => {
  expect(roomText({ creations: 12, products: 88, most: 100 })).toEqual({
    text: '12 of 100 products of the plan left.',
    isTooFew: false,
  })
  expect(roomText({ creations: 13, products: 88, most: 100 })).toEqual({
    text: '12 of 100 products of the plan left. The store would refuse 1 of the new ones.',
    isTooFew: true,
  })
  expect(roomText({ creations: 2, products: 120, most: 100 }).text).toContain('0 of 100 products')
})

it('says that a snapshot is taken before the first product is written', () => {
  const taking = { done: 40, total: 1200 }
  expect(writingText({ made: 0, products: 212 }, taking)).toBe('Taking a snapshot of your store first, 40 of 1,200')
  expect(writingText({ made: 0, products: 212 }, null)).toBe('Writing 0 of 212 products')
  expect(writingText({ made: 5, products: 212 }, taking)).toBe('Writing 5 of 212 products')
})
