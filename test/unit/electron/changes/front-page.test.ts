import { describe, expect, it } from 'vitest'
import { planChanges } from '../../../../electron/changes/plan'
import type { Operation } from '../../../../electron/shared/change'
import type { ProductPatch } from '../../../../electron/shared/fields/product-fields'
import type { RemoteProduct } from '../../../../electron/shared/remote-product'

const inCategory: RemoteProduct = { id: 7, name: 'Mug', categoryIds: [3] }
const alone: RemoteProduct = { id: 7, name: 'Mug', categoryIds: [], showOnFrontpage: 4 }

const planned = (operation: Operation, current: RemoteProduct) =>
  planChanges([operation], {
    current: () => current,
    newProduct: () => 1,
    newShelf: () => -1,
    shelf: () => undefined,
    productTypes: () => [],
    ecwidId: () => null,
    categories: () => [],
    nameNow: (_productId, _shown, key) => key,
    fileNow: (id) => id,
    variationNow: (id) => id,
  })
const edited = (fields: ProductPatch, current: RemoteProduct) =>
  Object.fromEntries(
    planned({ kind: 'update', productId: 1, fields }, current).map(({ field, before, after }) => [
      String(field),
      [before, after],
    ]),
  )

describe('the front page of the store', () => {
  it('takes in a product whose last category goes, as part of that edit', () => {
    expect(edited({ categoryIds: [] }, inCategory)).toEqual({
      categoryIds: [[3], []],
      showOnFrontpage: [false, true],
    })
    expect(edited({ categoryIds: [] }, { ...inCategory, showOnFrontpage: 2 })).toEqual({ categoryIds: [[3], []] })
    expect(edited({ categoryIds: [4] }, inCategory)).toEqual({ categoryIds: [[3], [4]] })
  })

  it('is not left by a product in no category', () => {
    const sentence = 'A product in no category is always on the front page. Choose a category first.'
    expect(() => edited({ showOnFrontpage: false }, alone)).toThrow(sentence)
    expect(() => edited({ showOnFrontpage: false, categoryIds: [] }, { ...inCategory, showOnFrontpage: 2 })).toThrow(
      sentence,
    )
    expect(Object.keys(edited({ showOnFrontpage: false, categoryIds: [3] }, alone)).sort()).toEqual([
      'categoryIds',
      'showOnFrontpage',
    ])
  })

  it('has every new product that is in no category', () => {
    const fieldsOf = (fields: ProductPatch) =>
      planned({ kind: 'create', fields: { name: 'Jug', ...fields } }, alone)[0]?.after
    expect(fieldsOf({})).toMatchObject({ fields: { showOnFrontpage: true } })
    expect(fieldsOf({ categoryIds: [3] })).toEqual({ fields: { name: 'Jug', categoryIds: [3] } })
  })
})
