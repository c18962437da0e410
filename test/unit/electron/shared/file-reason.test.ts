import { describe, expect, it } from 'vitest'
import { storedReason, toFileReason, withNote, type FileReason } from '../../../../electron/shared/file-reason'
import { fileReasonText } from '../../../../electron/shared/words/file-reason'

const met = { says: 'met', how: 'sku-exact', folder: 'nothing' } as const
const several = { says: 'several', products: 2, have: null, inFolder: false } as const
const similar = { says: 'similar', percent: 92 } as const
const parts = [{ part: 'sku' as const, value: 'M-1' }]
const rule = { says: 'rule' as const, parts, products: 2, otherwise: null }

const said: [string, FileReason][] = [
  ['SKU, exact', met],
  ['SKU of a variation, nearly, not certain', { says: 'uncertain', how: 'variation-sku-nearly', products: 1 }],
  ['UPC, not certain; 3 products are possible', { says: 'uncertain', how: 'upc', products: 3 }],
  ['name, 100 %, in the folder’s name', { says: 'met', how: 'name', folder: 'itself' }],
  ['SKU, exact, but its folder is that of another product', { ...met, folder: 'another' }],
  ['SKU, exact; the folder tells which', { ...met, folder: 'which' }],
  ['The name can mean 2 products', several],
  ['The name of the folder can mean 2 products', { ...several, inFolder: true }],
  ['2 products have this SKU', { ...several, have: 'sku' }],
  ['2 products have this name in the folder’s name', { ...several, have: 'name', inFolder: true }],
  ['name, 92 %', similar],
  ['No product is called like this', { says: 'like-no-product' }],
  ['Does not fit your rule', { says: 'rule-does-not-fit', otherwise: null }],
  ['Does not fit your rule; SKU, exact', { says: 'rule-does-not-fit', otherwise: met }],
  ['Your rule: SKU M-1', { ...rule, finds: 'product' }],
  ['Your rule: SKU M-1, which no product has; name, 92 %', { ...rule, finds: 'nothing', otherwise: similar }],
  ['Your rule: SKU M-1: 2 products are possible', { ...rule, finds: 'several' }],
  ['Your rule: SKU M-1, or one of many other readings', { ...rule, finds: 'too-many-readings' }],
  ['name, 92 %; confirmed', { says: 'confirmed', found: similar }],
  ['SKU M-1, typed', { says: 'sku-typed', sku: 'M-1' }],
  ['The same picture as mug.jpg', { says: 'same-picture-as', file: 'mug.jpg' }],
  ['Left out', { says: 'left-out' }],
  [
    'SKU, exact. Becomes the picture of Red, L',
    { says: 'with-note', reason: met, note: { becomes: 'picture-of', variation: 'Red, L' } },
  ],
  [
    'Chosen by hand. The variation gets another picture; this goes to the product’s gallery',
    {
      says: 'with-note',
      reason: { says: 'chosen' },
      note: { becomes: 'of-the-gallery', because: 'variation-gets-another' },
    },
  ],
  ['A sentence of before', { says: 'text', text: 'A sentence of before' }],
]

describe('why a file has its verdict', () => {
  it.each(said)('says: %s', (words, reason) => {
    expect(fileReasonText(reason)).toBe(words)
    const stored = storedReason(reason)
    expect(toFileReason(stored)).toEqual(reason)
    expect(storedReason(toFileReason(stored))).toBe(stored)
  })

  it('says of a refused file what refuses it', () => {
    expect(fileReasonText({ says: 'refused' }, { says: 'file-empty' })).toBe('The file is empty (0 bytes).')
  })

  it('is one text in the database, in whatever order it was put together', () => {
    const turned: FileReason = { folder: 'nothing', how: 'sku-exact', says: 'met' }
    expect(storedReason(turned)).toBe(storedReason(met))
    expect(storedReason({ found: turned, says: 'confirmed' })).toBe(storedReason({ says: 'confirmed', found: met }))
  })

  it('has one note at a time, or none', () => {
    const note = { becomes: 'picture-of', variation: 'Red' } as const
    const noted = withNote(withNote(met, { becomes: 'of-the-gallery', because: 'variation-has-picture' }), note)
    expect(noted).toEqual({ says: 'with-note', reason: met, note })
    expect(withNote(met, undefined)).toBe(met)
  })
})
