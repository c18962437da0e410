import { describe, expect, it } from 'vitest'
import type { ChangeView } from '../../../../../electron/shared/change'
import {
  toAddPicture,
  toCreate,
  toSet,
  toAddVariation,
  toRemovePicture,
  toRemoveVariation,
  toSetOwn,
  toSetCategoryPicture,
  toSetVariationPicture,
} from '../../../../../electron/shared/change-address'
import { diffLines } from '../../../../../renderer/features/changes/diff-lines'
import type { StoreWords } from '../../../../../electron/shared/fields/kind'
import { euros } from '../../../../support/store-in-euros'

const words: StoreWords = {
  profile: null,
  categories: [
    { id: 1, parentId: 0, name: 'Mugs', enabled: true, orderBy: 1 },
    { id: 2, parentId: 0, name: 'Kitchen', enabled: true, orderBy: 2 },
  ],
  productTypes: [{ id: 0, name: '', attributes: [{ id: 5, name: 'Brand', type: 'BRAND', show: 'DESCR' }] }],
}

function change(patch: Partial<ChangeView>): ChangeView {
  return {
    id: 1,
    productId: 1,
    productName: 'Mug',
    entry: null,
    ...toSet('price'),
    before: 1,
    after: 2,
    state: 'waiting',
    reason: null,
    theirs: null,
    meaning: null,
    isOfDeletedProduct: false,
    attempts: 0,
    sentAt: null,
    retryAt: null,
    decided: null,
    ...patch,
  }
}

const field = (name: string, before: unknown, after: unknown) =>
  diffLines(change({ field: name, before, after }), words)

describe('the diff of a change', () => {
  it('says which picture went, also where it has no alt text', () => {
    const gone = (alt: string) => {
      const before = { key: 'https://shop/3.png', url: 'https://shop/3.png', alt, position: 2 }
      return diffLines(change({ ...toRemovePicture(before.key), before, after: null }), words)
    }
    const line = { kind: 'pictures', label: 'Picture removed', before: ['https://shop/3.png'], after: [] }
    expect(gone('From the side')).toEqual([{ ...line, alt: 'From the side' }])
    expect(gone('')).toEqual([{ ...line, alt: 'picture 3' }])
  })

  it('shows amounts, yes and no, and names instead of ids', () => {
    expect(field('price', 12, 14.5)).toEqual([{ kind: 'value', label: 'Price', before: '12.00', after: '14.50' }])
    expect(field('enabled', true, false)).toEqual([{ kind: 'value', label: 'Enabled', before: 'Yes', after: 'No' }])
    expect(field('categoryIds', [1], [1, 2])).toEqual([
      { kind: 'value', label: 'Categories', before: 'Mugs', after: 'Mugs, Kitchen' },
    ])
    expect(field('categoryIds', [], [77])).toMatchObject([{ before: '', after: 'Category 77' }])
  })

  it('shows what is added to or taken from a stock, which sales meanwhile leave true', () => {
    const stock = { kind: 'difference', label: 'In stock' }
    expect(field('quantity', 25, 30)).toEqual([{ ...stock, difference: '+5', before: '25', after: '30' }])
    expect(field('quantity', 25, 20)).toEqual([{ ...stock, difference: '−5', before: '25', after: '20' }])
  })

  it('shows of a list what came, went and changed', () => {
    const [five, ten, fifty] = [5, 10, 50].map((quantity) => ({ quantity, price: 10 - quantity / 10 }))
    expect(field('wholesalePrices', [five, ten], [{ ...ten, price: 8 }, fifty])).toEqual([
      { kind: 'value', label: 'Wholesale prices: from 5', before: '9.50', after: '' },
      { kind: 'value', label: 'Wholesale prices: from 10', before: '9.00', after: '8.00' },
      { kind: 'value', label: 'Wholesale prices: from 50', before: '', after: '5.00' },
    ])
  })

  it('says of a renamed option what it was called, and what else changed of it', () => {
    const color = { name: 'Color', type: 'SELECT', choices: [{ text: 'Sand' }] }
    const colour = { ...color, name: 'Colour', formerly: ['Color'] }
    const renamed = { kind: 'value', label: 'Options', before: 'Color', after: 'Colour' }
    expect(field('options', [color], [colour])).toEqual([renamed])
    expect(field('options', [colour], [color])).toEqual([{ ...renamed, before: 'Colour', after: 'Color' }])
    expect(field('options', [color], [{ ...colour, choices: [{ text: 'Slate' }] }])).toEqual([
      renamed,
      { kind: 'value', label: 'Options: Colour', before: 'Drop-down list, Sand', after: 'Drop-down list, Slate' },
    ])
    const size = { name: 'Size', type: 'SELECT', choices: [{ text: 'S' }] }
    const swapped = [
      { ...color, name: 'Size', formerly: ['Color'] },
      { ...size, name: 'Color', formerly: ['Size'] },
    ]
    expect(field('options', [color, size], swapped)).toEqual([
      { kind: 'value', label: 'Options', before: 'Color', after: 'Size' },
      { kind: 'value', label: 'Options', before: 'Size', after: 'Color' },
    ])
  })

  it('writes numbers as the store does, with every digit', () => {
    const inEuros = (name: string, before: unknown, after: unknown) =>
      diffLines(change({ field: name, before, after }), {
        ...words,
        profile: { ...euros, currencyGroupSeparator: '.' },
      })
    expect(inEuros('quantity', 900, 1000)).toMatchObject([{ before: '900', after: '1.000' }])
    expect(inEuros('warningLimit', 0, 12345)).toMatchObject([{ before: '0', after: '12.345' }])
    expect(inEuros('price', 1000.505, 1000.51)).toMatchObject([{ before: '1.000,505 €', after: '1.000,51 €' }])
    expect(inEuros('weight', 0.3551, 0.3552)).toMatchObject([{ before: '0,3551 kg', after: '0,3552 kg' }])
    const box = { length: 10.5, width: 2, height: 1 }
    expect(inEuros('dimensions', box, { ...box, length: 1200 })).toMatchObject([
      { before: '10,5 × 2 × 1 cm', after: '1 200 × 2 × 1 cm' },
    ])
  })

  it('has a line for each attribute that differs', () => {
    expect(field('attributes', { 5: 'Old', 6: 'same' }, { 5: 'New', 6: 'same', 7: 'x' })).toEqual([
      { kind: 'value', label: 'Brand', before: 'Old', after: 'New' },
      { kind: 'value', label: 'Attribute 7', before: '', after: 'x' },
    ])
  })

  it('compares the text of a description and says when only its HTML differs', () => {
    expect(field('description', '<p>One</p>', '<p>Two</p>')).toEqual([
      { kind: 'text', label: 'Description', before: 'One', after: 'Two' },
    ])
    expect(field('description', '<p>One</p>', '<p><b>One</b></p>')).toEqual([
      { kind: 'sentence', label: 'Description', text: 'Only its formatting differs' },
    ])
  })

  it('shows a new product by the fields that are not as every new product has them', () => {
    const after = { fields: { name: 'Cup', price: 3, enabled: true } }
    const lines = diffLines(change({ ...toCreate, before: null, after }), words)
    expect(lines.map(({ label }) => label)).toEqual(['Product', 'Name', 'Price'])
  })

  it('shows pictures from this device and from the store', () => {
    const hash = 'a'.repeat(64)
    const after = { source: { hash }, role: 'main', fileName: 'cup.jpg', alt: '' }
    const before = { key: 'https://x/1.jpg', url: 'https://x/1.jpg', alt: 'Old', position: 0 }
    expect(diffLines(change({ ...toAddPicture, before, after }), words)).toEqual([
      { kind: 'pictures', label: 'Main picture', before: [before.url], after: [`staged:${hash}`], alt: 'cup.jpg' },
    ])
  })

  it('names the variation whose picture it is', () => {
    const before = { source: { url: 'https://x/1.jpg' }, alt: '', key: 'https://x/1.jpg' }
    const after = { source: null, alt: '' }
    const line = { kind: 'pictures', label: 'Picture of Red, L', alt: '' }
    expect(diffLines(change({ ...toSetVariationPicture(7), entry: 'Red, L', before, after }), words)).toEqual([
      { ...line, before: ['https://x/1.jpg'], after: [] },
    ])
  })

  it('shows both pictures of a category, and of a text that was written about one only the text', () => {
    const [old, next] = ['https://x/1.jpg', 'https://x/2.jpg'].map((url) => ({ source: { url }, alt: 'Old', key: url }))
    const pictures = { kind: 'pictures', label: 'Picture', before: ['https://x/1.jpg'], after: ['https://x/2.jpg'] }
    expect(diffLines(change({ ...toSetCategoryPicture, before: old, after: next }), words)).toEqual([
      { ...pictures, alt: 'Old' },
    ])
    expect(diffLines(change({ ...toSetCategoryPicture, before: old, after: { ...old, alt: 'New' } }), words)).toEqual([
      { kind: 'value', label: 'Alt text', before: 'Old', after: 'New' },
    ])
  })

  it('of the texts of a picture shows those that differ, each by its language', () => {
    const old = { source: { url: 'https://x/1.jpg' }, alt: 'Old', key: 'https://x/1.jpg', translated: { en: 'Old' } }
    const after = { ...old, translated: { en: 'Old', de: 'Alt' } }
    expect(diffLines(change({ ...toSetVariationPicture(7), entry: 'Red, L', before: old, after }), words)).toEqual([
      { kind: 'value', label: 'Red, L: Alt text in German', before: '', after: 'Alt' },
    ])
  })

  it('names the variation of which it is, and says what is as its product', () => {
    const price = { ...toSetOwn(7, 'price'), entry: 'Red, L', before: 12, after: null }
    expect(diffLines(change(price), words)).toEqual([
      { kind: 'value', label: 'Price of Red, L', before: expect.stringContaining('12') as string, after: 'as product' },
    ])
  })

  it('shows a variation that comes by what it has of its own, and one that goes by its name', () => {
    const after = { options: [{ name: 'Size', value: 'L' }], body: { sku: 'M-L', price: 9 } }
    const lines = diffLines(change({ ...toAddVariation, entry: 'L', before: null, after }), words)
    expect(lines[0]).toEqual({ kind: 'sentence', label: 'Variation L', text: 'Added' })
    expect(lines.map(({ label }) => label)).toEqual(['Variation L', 'SKU of L', 'Price of L'])
    expect(diffLines(change({ ...toRemoveVariation(7), entry: 'L', before: { id: 7 }, after: null }), words)).toEqual([
      { kind: 'sentence', label: 'Variation L', text: 'Removed' },
    ])
  })

  it('shows a value of unknown shape as it came', () => {
    expect(field('dimensions', null, { a: 1 })).toMatchObject([{ before: '', after: '{"a":1}' }])
  })
})
