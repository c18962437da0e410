import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isCreate } from '../../../../electron/shared/change-address'
import type { ExportFormat } from '../../../../electron/shared/export'
import { openExports } from '../../../support/an-export'
import { euros } from '../../../support/store-in-euros'
import { openMugs } from '../changes/catalogue-of-mugs'
import { openImports, type OpenImports } from './an-import'
import { fullMug, wordsOfMugs } from './full-mug'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const header = 'SKU,Name,Price,In stock'
const listed = (text: string) => table.mugs.catalogue.search({ text }, 0, 10)
const setOf = (changeSetId: number | null) =>
  table.mugs.catalogue.changes.idsOf(changeSetId ?? 0).flatMap((id) => table.mugs.openOf(id))

describe('rows of products that are not here', () => {
  it('are counted, and become new products only where that is asked for', async () => {
    const id = table.mugs.put(1)
    const file = table.csv(header, 'M-1,,12,', 'NEW-1,Cup,4.50,3', 'NEW-2,Bowl,6,')
    const updated = await table.imported(file, { what: 'update' })
    expect(updated).toMatchObject({ products: 1, added: 2, unmatched: 0 })
    expect(table.bulk.current()).toMatchObject({ products: 1, creations: 0 })

    await table.imported(file, { what: 'add' })
    expect(table.bulk.current()).toMatchObject({ products: 2, creations: 2 })
    expect(table.rows()).toEqual([
      ['new', null, null, 'in'],
      ['name', '', 'Cup', 'in'],
      ['sku', '', 'NEW-1', 'in'],
      ['price', 0, 4.5, 'in'],
      ['unlimited', true, false, 'in'],
      ['quantity', 0, 3, 'in'],
      ['new', null, null, 'in'],
      ['name', '', 'Bowl', 'in'],
      ['sku', '', 'NEW-2', 'in'],
      ['price', 0, 6, 'in'],
    ])

    await table.imported(file, { what: 'both' })
    expect(table.bulk.current()).toMatchObject({ products: 3, creations: 2, fields: 9 })
    expect(table.mugs.openOf(id)).toEqual([])
    expect(listed('Cup').total).toBe(0)
  })

  it('are called by their name and SKU, found by them, and shown by themselves', async () => {
    table.mugs.put(1)
    await table.imported(table.csv(header, 'M-1,,12,', 'NEW-1,Blue Cup,4.50,'))
    const [row] = table.bulk.rows({ filter: 'new', text: 'blue' })
    expect(row).toMatchObject({ productName: 'Blue Cup', sku: 'NEW-1', isNew: true, field: 'new' })
    expect(table.bulk.rows({ filter: 'new' }).every(({ isNew }) => isNew)).toBe(true)
    expect(table.bulk.rows({ text: 'new-1' })).toHaveLength(4)
  })

  it('are made with the yes in the one set of all edits, waiting to be sent as a form makes them', async () => {
    const id = table.mugs.put(1)
    await table.imported(table.csv(header, 'M-1,,12,', 'NEW-1,Cup,4.50,3'))
    const { changeSetId } = await table.bulk.applied()
    expect(listed('Cup').rows).toMatchObject([{ name: 'Cup', sku: 'NEW-1', price: 4.5, quantity: 3 }])
    const changes = setOf(changeSetId)
    expect(changes.filter(isCreate)).toHaveLength(1)
    expect(new Set(changes.map(({ setId }) => setId))).toEqual(new Set([changeSetId]))
    expect(table.mugs.openOf(id)).toMatchObject([{ field: 'price', before: 10, after: 12 }])
    expect(table.bulk.rows({ filter: 'new' }).map(({ standing, outcome }) => [standing, outcome?.state])).toEqual(
      Array.from({ length: 6 }, () => ['made', 'waiting']),
    )
  })

  it('go again when the set is undone', async () => {
    const id = table.mugs.put(1)
    await table.imported(table.csv(header, 'M-1,,12,', 'NEW-1,Cup,4.50,'))
    const { changeSetId } = await table.bulk.applied()
    await table.mugs.changes.revertInParts(changeSetId ?? 0)
    expect(listed('Cup').total).toBe(0)
    expect(table.mugs.openOf(id)).toEqual([])
  })

  it('can be left out whole, value by value, and taken in again', async () => {
    await table.imported(table.csv(header, 'NEW-1,Cup,4.50,', 'NEW-2,Bowl,6,'))
    const { id } = table.bulk.current()!
    const standings = () => table.bulk.rows().map(({ standing }) => standing)
    const [cup, , cupSku, cupPrice] = table.bulk.rows()
    table.bulk.leaveOut(id, { ids: [cup!.id] }, true)
    expect(standings()).toEqual(['out', 'out', 'out', 'out', 'in', 'in', 'in', 'in'])
    // A whole field brings nothing that was left out.
    table.bulk.leaveOut(id, { field: 'price' }, true)
    table.bulk.leaveOut(id, { field: 'price' }, false)
    expect(table.bulk.current()).toMatchObject({ creations: 1, products: 1 })
    table.bulk.leaveOut(id, { ids: [cupPrice!.id] }, false)
    expect(standings()).toEqual(Array.from({ length: 8 }, () => 'in'))
    table.bulk.leaveOut(id, { ids: [cupSku!.id] }, true)
    table.bulk.leaveOut(id, { field: 'new' }, true)
    expect(table.bulk.current()).toMatchObject({ creations: 0, products: 0, fields: 0, out: 8 })
    table.bulk.leaveOut(id, { productId: cup!.productId }, false)
    await table.bulk.applied()
    expect([listed('Cup').total, listed('Bowl').total]).toEqual([1, 0])
  })

  it('begin as new products of the store do, where the table says nothing', async () => {
    const newDefaults = { categoryIds: [8], isShippingRequired: false }
    await table.close()
    table = openImports({ newDefaults, words: { ...wordsOfMugs, profile: euros } })
    await table.imported(table.csv('SKU,Name,Categories,Price', 'NEW-1,Cup,,4', 'NEW-2,Bowl,Kitchen,4'))
    const said = (field: string) =>
      table.bulk.rows().flatMap((row) => (row.field === field ? [[row.sku, row.after]] : []))
    expect(said('categoryIds')).toEqual([
      ['NEW-1', [8]],
      ['NEW-2', [7]],
    ])
    expect(said('isShippingRequired')).toEqual([
      ['NEW-1', false],
      ['NEW-2', false],
    ])
  })
})

describe('attributes of products that are not here, in a table without their product types', () => {
  const one = (id: number, name: string) => ({ id, name, type: 'CUSTOM', show: 'DESCR' })
  const books = { id: 3, name: 'Books', attributes: [one(31, 'Author'), one(32, 'Pages'), one(33, 'Material')] }
  const films = { id: 4, name: 'Films', attributes: [one(41, 'Author'), one(42, 'Length')] }
  const words = { ...wordsOfMugs, productTypes: [...wordsOfMugs.productTypes, books, films] }
  const head = 'type,product_internal_id,product_sku,product_name,product_attribute_Author,product_attribute_Pages,'
  const header = `${head}product_attribute_Material,product_attribute_Length`

  async function said(row: string, newDefaults = {}) {
    await table.close()
    table = openImports({ words, newDefaults })
    await table.imported(table.csv(header, `product,1,NEW-1,Emma,${row}`))
    const rows = table.bulk.rows().filter(({ field }) => field === 'attributes' || field === 'productClassId')
    return rows.map(({ field, after, reason }) => [field, reason ?? after])
  }

  it('lead to the only type that has all of them', async () => {
    expect(await said('Austen,512,,')).toEqual([
      ['productClassId', 3],
      ['attributes', { 31: 'Austen', 32: '512' }],
    ])
  })

  it('lead to the general type where several have them all and it does, or where it alone does', async () => {
    expect(await said(',,Paper,')).toEqual([['attributes', { 1: 'Paper' }]])
    expect(await said(',,Paper,', { productClassId: 4 })).toEqual([['attributes', { 1: 'Paper' }]])
  })

  it('come and go with the type that they led to', async () => {
    await said('Austen,512,,')
    const id = table.bulk.current()!.id
    const standing = () =>
      table.bulk
        .rows()
        .flatMap(({ field, standing: stands }) =>
          field === 'attributes' || field === 'productClassId' ? [[field, stands]] : [],
        )
    table.bulk.leaveOut(id, { field: 'productClassId' }, true)
    expect(standing()).toEqual([
      ['productClassId', 'out'],
      ['attributes', 'out'],
    ])
    table.bulk.leaveOut(id, { field: 'productClassId' }, false)
    expect(standing()).toEqual([
      ['productClassId', 'in'],
      ['attributes', 'in'],
    ])
    table.bulk.leaveOut(id, { field: 'productClassId' }, true)
    const { changeSetId } = await table.bulk.applied()
    const made = setOf(changeSetId).find(isCreate)?.after
    expect(JSON.stringify(made)).toContain('Emma')
    expect(JSON.stringify(made)).not.toContain('Austen')
  })

  it('stay with the type that new products begin with, where it has them', async () => {
    expect(await said(',,Paper,', { productClassId: 3 })).toEqual([
      ['productClassId', 3],
      ['attributes', { 33: 'Paper' }],
    ])
  })

  it('are left out and named where several types have them, or none', async () => {
    const missing = (name: string) => ['attributes', `The product’s type has no attribute called ${name}.`]
    expect(await said('Austen,,,')).toEqual([missing('Author')])
    expect(await said('Austen,512,,90')).toEqual([missing('Author'), missing('Pages'), missing('Length')])
  })
})

describe('rows without an SKU that are matched by the name', () => {
  const names = ['Name,SKU,Price', 'Mug 1,,12', 'Cup,,4', 'Bowl,B-1,6', 'Pot,,8']

  it('become new products too, and are told by their numbers, because the store gives the SKU', async () => {
    table.mugs.put(1)
    const { products, added, withoutSku } = await table.imported(table.csv(...names), { key: 'name' })
    expect([products, added, withoutSku]).toEqual([1, 3, { count: 2, first: [3, 5] }])
    await table.bulk.applied()
    expect(listed('Cup').rows).toMatchObject([{ name: 'Cup', sku: '', price: 4 }])
  })

  it('become one each, however the rows are told apart, and none of a name that came in the meantime', async () => {
    const file = table.csv('Name,SKU,Price', 'Cup,,4', 'CUP,C-1,5', 'Pot,P-1,6', 'Pan,p-1,7', 'Bowl,,8')
    const { added, first } = await table.imported(file, { key: 'name' })
    expect([added, first.map(({ row }) => row)]).toEqual([3, [3, 5]])
    table.mugs.put(9, { name: 'cup' })
    await table.bulk.applied()
    expect(listed('Cup').total).toBe(1)
    expect(table.bulk.only('refused')[0]?.reason).toBe('A product called Cup is there by now.')
  })
})

describe('a row that cannot become a product', () => {
  it('is left out without a name or an SKU, and of an SKU that another row, a product or a variation has', async () => {
    table.mugs.put(1, fullMug)
    table.mugs.put(2, { sku: '00123' })
    const file = table.csv(header, 'NEW-1,,4,', ',Cup,4,', 'NEW-2,Cup,4,', 'new-2,Cup,5,', '123,Cup,4,', 'M-1-S,Cup,4,')
    const { added, products, first } = await table.imported(file)
    expect([added, products]).toEqual([1, 1])
    expect(first).toEqual([
      { row: 2, named: 'NEW-1', why: 'No product has the SKU NEW-1.' },
      {
        row: 3,
        named: 'Cup',
        why: 'The row has neither an Ecwid ID nor a SKU. Match rows by the name to find it, or to add it as a new product.',
      },
      { row: 5, named: 'new-2 · Cup', why: 'Row 4 is about the same product.' },
      {
        row: 6,
        named: '123 · Cup',
        why: 'No product has the SKU 123, but one has 00123: a spreadsheet takes away zeros in front.',
      },
    ])
  })

  it('is new where only the number that ties its rows together is unknown, and not where its SKU is there', async () => {
    table.mugs.put(1)
    const { added, first } = await table.imported(table.csv('Ecwid ID,SKU,Name', '901,NEW-1,Cup', '902,M-1,Cup'))
    expect([added, first]).toEqual([1, [{ row: 3, named: 'M-1 · Cup', why: 'No product has the Ecwid ID 902.' }]])
  })

  it('is refused with its reason, whole where its price cannot be read, else value by value', async () => {
    const head = 'SKU,Name,Price,Weight,Categories'
    await table.imported(table.csv(head, 'NEW-1,Cup,dear,1,', 'NEW-2,Cup,-2,1,', 'NEW-3,Cup,3,-1,Garden'))
    expect(table.bulk.rows().map(({ sku, field, standing, reason }) => [sku, field, standing, reason])).toEqual([
      ['NEW-1', 'new', 'refused', 'Price: This is no number.'],
      ['NEW-2', 'new', 'refused', 'The price cannot be below zero.'],
      ['NEW-3', 'new', 'in', null],
      ['NEW-3', 'name', 'in', null],
      ['NEW-3', 'sku', 'in', null],
      ['NEW-3', 'price', 'in', null],
      ['NEW-3', 'categoryIds', 'refused', 'No category is called Garden.'],
      ['NEW-3', 'weight', 'refused', 'The weight cannot be below zero.'],
    ])
  })

  it('is not made where a product with its SKU came in the meantime', async () => {
    await table.imported(table.csv(header, 'NEW-1,Cup,4,', 'NEW-2,Bowl,6,'))
    table.mugs.put(9, { sku: 'new-1' })
    await table.bulk.applied()
    expect([listed('Cup').total, listed('Bowl').total]).toEqual([0, 1])
    expect(table.bulk.only('refused')[0]?.reason).toBe('A product with the SKU NEW-1 is there by now.')
  })
})

describe('what was exported and comes back with both', () => {
  it.each(['xlsx', 'csv', 'ecwid'] as const)('changes nothing and adds nothing: %s', async (format: ExportFormat) => {
    table.mugs.put(1, fullMug)
    table.mugs.put(2)
    table.mugs.put(3, { sku: '' })
    const exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
    const name = `all.${format === 'ecwid' ? 'csv' : format}`
    await exports.written(name, { format })
    const { added } = await table.imported(exports.fileOf(name))
    await exports.close()
    expect(added).toBe(0)
    expect(table.bulk.current()).toMatchObject({ products: 0, creations: 0, refused: 0 })
  })
})

describe('the power goes', () => {
  const many = 300
  const lines = Array.from({ length: many }, (_, at) => `NEW-${at},Cup ${at},4,`)

  async function crashAt(isReached: () => boolean): Promise<void> {
    while (!isReached()) await setImmediate()
    const crashed = openMugs(table.mugs)
    await table.close()
    table = openImports({}, crashed)
    table.bulk.resume()
  }

  it('while they are read or written, and each is made once', async () => {
    const ready = table.imported(table.csv(header, ...lines)).catch(() => {})
    await crashAt(() => (table.bulk.current()?.done ?? 0) > 20)
    await table.bulk.reaches('ready')
    expect(table.bulk.current()).toMatchObject({ creations: many })
    table.bulk.apply(table.bulk.current()!.id)
    await crashAt(() => (table.bulk.current()?.made ?? 0) > 20)
    await table.bulk.reaches('applied')
    expect(table.bulk.current()).toMatchObject({ creations: many, made: many, refused: 0 })
    expect(table.mugs.catalogue.search({ text: 'Cup' }, 0, 1).total).toBe(many)
    void ready
  })
})
