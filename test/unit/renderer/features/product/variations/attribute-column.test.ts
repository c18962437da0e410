import { expect, it } from 'vitest'
import { noWords } from '../../../../../../electron/shared/fields/kind'
import { attributeColumn } from '../../../../../../renderer/format/variation-column'

const upc = attributeColumn({ id: 12, name: 'UPC', type: 'UPC' })
const own = (attributes: Record<string, string> | null) => () => attributes
const read = (typed: string, has: Record<string, string> | null) => upc.read(typed, own(has), () => ({}), noWords)

it('is one attribute of a variation, and leaves the others as they are', () => {
  expect([upc.path, upc.title]).toEqual(['attributes.12', 'UPC'])
  expect(upc.shown(own(null), noWords)).toBeNull()
  expect(upc.shown(own({ 3: 'Acme' }), noWords)).toBeNull()
  expect(upc.shown(own({ 12: '4006381333931' }), noWords)).toBe('4006381333931')
  expect(read('4006381333931', { 3: 'Acme' })).toEqual({ values: { attributes: { 3: 'Acme', 12: '4006381333931' } } })
})

it('goes back to its product when it is emptied, as a whole where nothing is left', () => {
  expect(read('', { 3: 'Acme', 12: 'x' })).toEqual({ values: { attributes: { 3: 'Acme' } } })
  expect(read(' ', { 12: 'x' })).toEqual({ values: { attributes: null } })
})
