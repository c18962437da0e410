import { expect, it } from 'vitest'
import { judgedProduct, matcherOf } from './blind-judge'
import { item } from './blind-names'

// "Mug" is too short to be sure of by itself, but it comes in black: a rival of "Mug Black" all the same.
const products = [
  item('Mug Black', 'Mug Black', 'B-9'),
  item('Mug', 'Mug', 'A-1', { variations: ['A-1-BLK'], options: ['Black', 'Red'] }),
]

it.each(['Mug-black.jpg', 'Shop/Mug/Black/1.jpg', 'Mug/Black/front.jpg', 'Mug Black/1.jpg'])(
  '%s reads two ways',
  (path) => {
    expect(judgedProduct(products, matcherOf(products), path)).toBeNull()
  },
)

it.each(['MugBlack.jpg', 'MugBlack_front.jpg', 'Shop/MugBlack-2.jpg'])(
  '%s reads two ways, though nothing separates its words',
  (path) => {
    expect(judgedProduct(products, matcherOf(products), path)).toBeNull()
    expect(judgedProduct(products.slice(0, 1), matcherOf(products.slice(0, 1)), path)).toBe('Mug Black')
  },
)

it('hears a folder that is too short to assign anything', () => {
  expect(judgedProduct(products, matcherOf(products), 'Mug/B-9.jpg')).toBeNull()
  expect(judgedProduct(products, matcherOf(products), 'Mug/A-1.jpg')).toBe('Mug')
})

it('hears the owner of a SKU that looks like a camera’s counter', () => {
  const counted = [
    item('lamp', 'Lamp', 'IMG500', { variations: ['IMG500-BLK'], options: ['Black'] }),
    item('shade', 'Shade', 'IMG500-BLK'),
  ]
  expect(judgedProduct(counted, matcherOf(counted), 'IMG500-BLK.jpg')).toBeNull()
})
