import { expect, it } from 'vitest'
import { refusedText, roomText, tallyText, writingText } from '../../../../../renderer/features/bulk/bulk-words'
import { aProposal } from '../../../../support/a-proposal'

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
  expect(writingText({ made: 0, products: 212, categories: 0, productTypes: 0 }, taking)).toBe(
    'Taking a snapshot of your store first, 40 of 1,200',
  )
  expect(writingText({ made: 0, products: 212, categories: 0, productTypes: 0 }, null)).toBe(
    'Writing 0 of 212 products',
  )
  expect(writingText({ made: 5, products: 212, categories: 0, productTypes: 0 }, taking)).toBe(
    'Writing 5 of 212 products',
  )
})

it('what cannot be of a review is counted, with where it stays', () => {
  expect(refusedText({ action: { kind: 'typed' }, refused: 2 })).toBe(
    '2 cells cannot be saved as they are and stay in the sheet.',
  )
  expect(refusedText({ action: { kind: 'import', file: 'a.csv' }, refused: 8 })).toBe(
    '8 cells of the table cannot be used and are left out.',
  )
  expect(refusedText({ action: { kind: 'delete' }, refused: 1 })).toBe('1 edit cannot be made and is left out.')
})

it('counts categories and product types apart from products', () => {
  expect(tallyText(aProposal({ products: 7, categories: 2, productTypes: 1, fields: 7 }))).toBe(
    '4 products, 2 categories and 1 product type, 7 fields',
  )
  expect(tallyText(aProposal({ products: 2, categories: 2, fields: 0 }))).toBe('2 categories')
  expect(tallyText(aProposal({ products: 4, productTypes: 1, creations: 2, fields: 1 }))).toBe(
    '2 new products, 1 changed, 1 product type, 1 field',
  )
})

it('says calmly that all is like this already where nothing is to be written, was left out or cannot be', () => {
  const nothing = { products: 0, fields: 0, total: 61, same: 240 }
  expect(tallyText(aProposal(nothing))).toBe('All 61 products are like this already')
  expect(tallyText(aProposal({ ...nothing, total: 1 }))).toBe('The product is like this already')
  expect(tallyText(aProposal({ ...nothing, total: 0 }))).toBe('Everything is like this already')
  expect(tallyText(aProposal({ ...nothing, out: 1 }))).toBe('0 products')
  expect(tallyText(aProposal({ ...nothing, refused: 1 }))).toBe('0 products')
})
