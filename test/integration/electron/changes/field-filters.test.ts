import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { reindexWhatIsOld } from '../../../../electron/changes/reindex-what-is-old'
import { filteredFields, listedColumn, listedFields } from '../../../../electron/shared/fields/listed-fields'
import { fieldOf } from '../../../../electron/shared/fields/product-fields'
import { productQuerySchema, type ProductQuery } from '../../../../electron/shared/product-query'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
beforeEach(() => (mugs = openMugs()))
afterEach(() => mugs.close())

const found = (query: ProductQuery) =>
  mugs.catalogue.search(productQuerySchema.parse(query), 0, 50).rows.map(({ name }) => name)

const byChoice = filteredFields.filter((field) => fieldOf(field).kind.name === 'choice')

describe.each(byChoice)('products by their %s', (field) => {
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

describe('a field that gets its column in a later version', () => {
  it('is found in products that were here before, once they were indexed anew', async () => {
    const [field] = byChoice
    const [, second = ''] = Object.keys(fieldOf(field!).kind.choices)
    mugs.put(1, { [field!]: second })
    const file = mugs.file
    mugs.catalogue.close()
    const db = openDatabase(file)
    for (const column of listedFields.map(listedColumn)) {
      db.exec(`DROP INDEX products_by_${column}; ALTER TABLE products DROP COLUMN ${column}`)
    }
    db.close()

    const catalogue = openCatalogue(file)
    const having = { fields: [{ field: field!, values: [second] }] }
    expect(catalogue.search(having, 0, 50).total).toBe(0)
    await reindexWhatIsOld({ catalogue, signal: new AbortController().signal })
    expect(catalogue.search(having, 0, 50).rows.map(({ values }) => values[field!])).toEqual([second])
    catalogue.close()
  })
})

it('codes of products that were indexed before these were kept are found once they are indexed anew', async () => {
  mugs.put(1, { attributes: [{ id: 4, type: 'UPC', value: '4006381333931' }] })
  const file = mugs.file
  mugs.catalogue.close()
  const db = openDatabase(file)
  db.exec(`DELETE FROM product_barcodes; UPDATE product_facts SET json = json_remove(json, '$.barcodes')`)
  db.close()
  const catalogue = openCatalogue(file)
  const owner = () => catalogue.products.owner({ of: 'barcode', text: '4006381333931', exceptProductId: null })
  expect(owner()).toBeNull()
  await reindexWhatIsOld({ catalogue, signal: new AbortController().signal })
  expect(owner()?.name).toBe('Mug 1')
  catalogue.close()
})

const byRange = filteredFields.filter((field) => fieldOf(field).kind.name === 'number')

describe.each(byRange)('products by a range of their %s', (field) => {
  it('are found from a number up to another, those without one in no range', () => {
    for (const [id, value] of [null, 2, 5, 9].entries()) mugs.put(id + 1, { [field]: value })
    expect(found({ fields: [{ field, from: 2 }] })).toEqual(['Mug 2', 'Mug 3', 'Mug 4'])
    expect(found({ fields: [{ field, to: 5 }] })).toEqual(['Mug 2', 'Mug 3'])
    expect(found({ fields: [{ field, from: 3, to: 5 }] })).toEqual(['Mug 3'])
    expect(found({ fields: [{ field, from: 3 }], sort: `${field}_DESC` })).toEqual(['Mug 4', 'Mug 3'])
  })
})

describe.each(listedFields.filter((field) => fieldOf(field).sortedBy === 'itself'))(
  'products sorted by %s',
  (field) => {
    it('stand in its order, those without one lowest, and have it in their rows', () => {
      for (const [id, value] of [9, null, 2, 5].entries()) mugs.put(id + 1, { [field]: value })
      const { rows } = mugs.catalogue.search({ sort: `${field}_ASC` }, 0, 50)
      expect(rows.map(({ values }) => values[field])).toEqual([null, 2, 5, 9])
      expect(found({ sort: `${field}_DESC` })).toEqual(['Mug 1', 'Mug 4', 'Mug 3', 'Mug 2'])
    })
  },
)
