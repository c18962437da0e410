import { expect, it } from 'vitest'
import { indexedWords, productFacts } from '../../../../electron/catalogue/product-facts'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'

const upc = 4
const facts = (product: object) =>
  productFacts(
    remoteProductSchema.parse({ id: 1, ...product }),
    () => undefined,
    (attributeId) => attributeId === upc,
  )

it('marks the words of the name, and those of the main picture that stand nowhere else', () => {
  const { texts } = facts({
    name: 'Blue mug',
    description: 'A <b>mug</b>',
    media: {
      images: [
        { id: '5', orderBy: 1, alt: { main: 'side' } },
        { id: '0', orderBy: 0, alt: { main: 'blue front' } },
      ],
    },
  })
  expect(indexedWords(texts).split(' ').sort()).toEqual(['=blue', '=mug', 'a', 'blue', 'mug', 'side', '~front'])
})

it('keeps hidden attributes out of the texts and among the filter values', () => {
  const { texts, facets } = facts({
    attributes: [
      { id: 1, name: ' Code ', type: 'UPC', value: ' 123 ', show: 'NOTSHOW' },
      { id: 2, name: 'Brand', type: 'BRAND', value: '', show: 'DESCR' },
    ],
  })
  expect(texts.attributes).toEqual([])
  expect(facets).toEqual([{ kind: 'attribute', name: 'Code', type: 'UPC', value: '123' }])
})

it('lists each SKU once and leaves out variations without one', () => {
  const combinations = [{ id: 1, sku: 'A' }, { id: 2, sku: '' }, { id: 3 }, { id: 4, sku: 'B' }]
  expect(facts({ sku: 'A', combinations }).skus).toEqual(['A', 'B'])
})
