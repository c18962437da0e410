import { expect, it } from 'vitest'
import { addressesOf, copiesIn, withCopies } from '../../../../electron/changes/kept-copies'

const hash = 'a'.repeat(64)

it('A picture of which the store names no original is copied from its largest size, and has its copy by that', () => {
  const address = 'https://cdn.example/large.jpg'
  const product = { id: 1, media: { images: [{ id: '7', image1500pxUrl: address }] } }
  expect(addressesOf(product)).toEqual([address])
  expect(copiesIn(withCopies(product, new Map([[address, hash]])))).toEqual([['/large.jpg', hash]])
})

it('A picture that is on this device already is copied from nowhere', () => {
  const images = [{ id: '7', imageOriginalUrl: 'local:3', image160pxUrl: `staged:${hash}` }]
  const product = { id: 1, media: { images } }
  expect(addressesOf(product)).toEqual([])
  expect(copiesIn(product)).toEqual([['local:3', hash]])
})
