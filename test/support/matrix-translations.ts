import { expect } from 'vitest'
import { isPlain, putProduct } from './matrix-plain'
import type { MatrixWrite } from './matrix-writes'
import type { StoredProduct } from './stored-product'

const request = { fits: isPlain, method: 'PUT', path: putProduct }

/** What the value of an attribute says in another language. */
export const attributeTranslated: MatrixWrite = {
  name: 'a translation of an attribute',
  ...request,
  prepare: ({ control, session }, ecwidId) => {
    const [attribute] = session.snapshot().productTypes.find(({ id }) => id === 0)?.attributes ?? []
    const attributes = [{ id: attribute?.id, value: 'Clay' }]
    return control('POST', `/products/${ecwidId}`, { productClassId: 0, attributes })
  },
  plan: async ({ productId, detail, number }) => {
    const [id = ''] = Object.keys(detail.fields.attributes)
    const [said, text] = [`${id}.de`, `Ton ${number}`]
    return {
      operations: [{ kind: 'update', productId, fields: { attributesTranslated: { [said]: text } } }],
      touched: ['attributes'],
      verify: ({ attributes }) =>
        expect(attributes).toMatchObject([{ id: Number(id), value: 'Clay', valueTranslated: { de: text } }]),
    }
  },
}

/** What the text of a picture says in another language. */
export const altTranslated: MatrixWrite = {
  name: 'alt text in another language',
  ...request,
  plan: async ({ productId, detail, number }) => {
    const [picture, alt] = [detail.pictures[1]?.key ?? '', `Alt ${number}`]
    const told = (product: StoredProduct) => product.media.images.map((each) => each.alt)
    return {
      operations: [{ kind: 'picture.alt-in', productId, picture, language: 'de', alt }],
      touched: [],
      verify: (after, before) => {
        expect(told(after)[1]).toMatchObject({ translated: { de: alt } })
        expect(told(after).with(1, undefined)).toEqual(told(before).with(1, undefined))
      },
    }
  },
}
