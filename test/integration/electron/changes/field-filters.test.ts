import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fieldOf } from '../../../../electron/shared/fields/product-fields'
import { filteredFields, productQuerySchema, type ProductQuery } from '../../../../electron/shared/product-query'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
beforeEach(() => (mugs = openMugs()))
afterEach(() => mugs.close())

const found = (query: ProductQuery) =>
  mugs.catalogue.search(productQuerySchema.parse(query), 0, 50).rows.map(({ name }) => name)

describe.each(filteredFields)('products by their %s', (field) => {
  const [first = '', second = ''] = Object.keys(fieldOf(field).kind.choices)
  const having = (...values: string[]): ProductQuery => ({ fields: [{ field, values }] })

  it('are found by one value or several, also by the one that the store leaves out', () => {
    mugs.put(1, { [field]: second })
    mugs.put(2, { [field]: first })
    mugs.put(3)
    expect(found(having(second))).toEqual(['Mug 1'])
    expect(found(having(first))).toEqual(['Mug 2', 'Mug 3'])
    expect(found(having(first, second))).toEqual(['Mug 1', 'Mug 2', 'Mug 3'])
    expect(found({ ...having(first), text: 'Mug 3' })).toEqual(['Mug 3'])
  })

  it('follow what is changed here before the store knows', () => {
    const productId = mugs.put(1)
    expect(found(having(second))).toEqual([])
    const { changeSetId } = mugs.apply({ kind: 'update', productId, fields: { [field]: second } })
    expect(found(having(second))).toEqual(['Mug 1'])
    mugs.changes.revert(changeSetId ?? 0)
    expect(found(having(second))).toEqual([])
  })
})
