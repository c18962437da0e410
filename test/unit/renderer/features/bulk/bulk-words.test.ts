import { expect, it } from 'vitest'
import { roomText } from '../../../../../renderer/features/bulk/bulk-words'

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
