import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noWords } from '../../../../electron/shared/fields/kind'
import type { ProductField } from '../../../../electron/shared/fields/product-fields'
import { shownField } from '../../../../electron/shared/fields/shown'
import { withWhatComes } from '../../../../electron/shared/proposal'
import { withNamesThen } from '../../../../electron/shared/snapshot'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shelves: ShelfBench
/** One product was in Paper and Lanterns, with a value of Kites; since then it is in Other, with a value of Books. */
let product: number
let paper: number, lanterns: number, other: number, kites: number, books: number
beforeEach(async () => {
  bench = await openPutBackBench({ products: 110 })
  shelves = createShelfBench(bench.shop)
  ;[paper, lanterns, other] = [await category('Paper'), await category('Lanterns'), await category('Other')]
  ;[kites, books] = [await type('Kites', 'Span'), await type('Books', 'Author')]
  product = bench.shop.catalogue.searchIds({})[0]!
  await file({ categoryIds: [paper, lanterns], defaultCategoryId: paper, productClassId: kites }, 'Span', '2 m')
  await bench.shop.pull()
  await bench.take()
  await file({ categoryIds: [other], defaultCategoryId: other, productClassId: books }, 'Author', 'Ada')
  await bench.shop.pull()
})
afterEach(() => bench.close())

type Type = { id: number; name: string; attributes: { id: number; name: string }[] }
const ask = (method: string, path: string, body?: object) => shelves.ask<{ id: number }>(method, path, body)
const category = async (name: string) => (await ask('POST', '/categories', { name })).id
const type = async (name: string, attribute: string) =>
  (await ask('POST', '/classes', { name, attributes: [{ name: attribute, type: 'CUSTOM' }] })).id
const attributeOf = async (name: string) =>
  (await shelves.ask<Type[]>('GET', '/classes?asTest=1'))
    .flatMap(({ attributes }) => attributes)
    .find((each) => each.name === name)!.id
async function file(fields: object, attribute: string, value: string): Promise<void> {
  const attributes = [{ id: await attributeOf(attribute), value }]
  await ask('PUT', `/products/${bench.shop.catalogue.products.ecwidIdOf(product)}`, { ...fields, attributes })
}
const remote = () => bench.shop.remote(bench.shop.catalogue.products.ecwidIdOf(product)!)
const refused = () => bench.bulk.only('refused').map(({ field, reason }) => [field, reason])

async function gone(...which: ('paper' | 'lanterns' | 'kites')[]): Promise<void> {
  const id = { paper, lanterns }
  await bench.done(
    ...which.map((each) =>
      each === 'kites'
        ? ({ kind: 'type.delete', typeId: kites } as const)
        : ({ kind: 'category.delete', categoryId: id[each], below: 'delete' } as const),
    ),
  )
}

/** As a put-back alone or the yes left it. */
async function isFiledAsNow(): Promise<void> {
  expect(shelves.allOpen()).toEqual([])
  expect(await remote()).toMatchObject({ categoryIds: [other], defaultCategoryId: other, productClassId: books })
  expect((await remote())['attributes']).toContainEqual(expect.objectContaining({ value: 'Ada' }))
}

const says = {
  type: 'Its product type “Kites” is not here, and does not come back with it.',
  both: 'Its categories “Paper”, “Lanterns” are not here, and do not come back with it.',
  paper: 'Its category “Paper” is not here, and does not come back with it.',
}

describe('a product that was in what is gone, and is in something else now', () => {
  it('stays in that when it is put back alone, and the review says what does not come back', async () => {
    await gone('paper', 'lanterns', 'kites')
    await bench.putBack({ ids: [product] })
    expect(refused()).toEqual(
      expect.arrayContaining([
        ['categoryIds', says.both],
        ['defaultCategoryId', says.paper],
        ['productClassId', says.type],
        ['attributes', 'Its attribute “Span” is not here, and does not come back with it.'],
      ]),
    )
    expect(bench.bulk.only('in')).toEqual([])
    await isFiledAsNow()
  })

  it('stays in that when the rows of what is gone are left out', async () => {
    await gone('paper', 'lanterns', 'kites')
    await bench.putBack()
    const rows = bench.bulk.rows().filter(({ field }) => field === 'shelf')
    expect(rows.map(({ productName }) => productName).toSorted()).toEqual(['Kites', 'Lanterns', 'Paper'])
    for (const { productId } of rows) bench.bulk.leaveOut(bench.bulk.current()!.id, { productId }, true)
    await bench.applied()
    expect(refused()).toEqual(
      expect.arrayContaining([
        ['categoryIds', says.both],
        ['productClassId', says.type],
      ]),
    )
    await isFiledAsNow()
  })

  it('is reviewed with the names of the categories, the type and the attributes that come back', async () => {
    await gone('paper', 'lanterns', 'kites')
    const words = withWhatComes(noWords, await bench.putBack())
    const shown = (field: ProductField) => {
      const row = bench.bulk.rows().find((each) => each.productId === product && each.field === field)
      return shownField({ thing: 'product', list: null, field }, row?.after, words)
    }
    expect(shown('categoryIds')).toBe('Paper, Lanterns')
    expect(shown('productClassId')).toBe('Kites')
    expect(shown('attributes')).toBe('Span: 2 m')
  })

  it('is compared, and written into the file of the review, with the names of then of what is gone', async () => {
    await gone('paper', 'lanterns', 'kites')
    const { things, called } = await bench.snapshots.compare({ snapshotId: bench.snapshotId(), offset: 0, limit: 100 })
    const { categories, productTypes } = bench.shop.session.snapshot()
    const words = withNamesThen({ ...noWords, categories, productTypes }, called)
    const { differences } = things.find(({ id }) => id === product)!
    const shown = (field: ProductField) =>
      shownField(field, differences.find((each) => each.field === field)?.before, words)
    expect(shown('categoryIds')).toBe('Paper, Lanterns')
    expect(shown('defaultCategoryId')).toBe('Paper')
    expect(shown('productClassId')).toBe('Kites')
    expect(shown('attributes')).toBe('Span: 2 m')
    const { id } = await bench.putBack({ ids: [product] })
    for (const each of ['"Paper, Lanterns"', '"Kites"', '"Span: 2 m"']) expect(bench.bulk.csv(id)).toContain(each)
  })

  it('goes back into them with what is saved of it while the snapshot of before is still being taken', async () => {
    await bench.done(
      ...bench.shop.catalogue
        .searchIds({})
        .map((productId) => ({ kind: 'update', productId, fields: { price: 7 } }) as const),
    )
    await gone('paper', 'lanterns', 'kites')
    const { id } = await bench.putBack()
    const ended = bench.bulk.applied()
    expect(bench.bulk.current()).toMatchObject({ id, state: 'applying', changeSetId: null })
    shelves.apply({ kind: 'update', productId: product, fields: { name: 'Saved meanwhile' } })
    await ended
    bench.shop.skip(60_000)
    await bench.shop.settled()
    expect(bench.bulk.snapshots().list).toHaveLength(2)
    expect(shelves.allOpen()).toEqual([])
    const [back] = await shelves.named('Paper')
    expect(await remote()).toMatchObject({ name: 'Saved meanwhile', defaultCategoryId: back!.id })
    expect((await remote()).categoryIds).toHaveLength(2)
    expect((await remote())['attributes']).toContainEqual(expect.objectContaining({ value: '2 m' }))
  })

  it('goes back into those that are here or come back, and the others are named', async () => {
    await gone('paper')
    await bench.putBack({ ids: [product] })
    expect(refused().toSorted()).toEqual([
      ['categoryIds', says.paper],
      ['defaultCategoryId', says.paper],
    ])
    await bench.applied()
    expect(await remote()).toMatchObject({ categoryIds: [lanterns], productClassId: kites })
  })

  it('goes back into those that come back where one of them is left out', async () => {
    await gone('paper', 'lanterns')
    await bench.putBack()
    const { productId } = bench.bulk.rows().find(({ productName }) => productName === 'Paper')!
    bench.bulk.leaveOut(bench.bulk.current()!.id, { productId }, true)
    await bench.applied()
    const [back] = await shelves.named('Lanterns')
    expect(await remote()).toMatchObject({ categoryIds: [back!.id], productClassId: kites })
    expect(refused()).toEqual(expect.arrayContaining([['categoryIds', says.paper]]))
  })
})

describe('a product whose type is left out of the review by hand, with values of that type', () => {
  const putBackWithoutType = async () => {
    await bench.putBack({ ids: [product] })
    const row = bench.bulk.rows().find(({ field }) => field === 'productClassId')!
    bench.bulk.leaveOut(bench.bulk.current()!.id, { ids: [row.id] }, true)
    await bench.applied()
    expect(shelves.allOpen()).toEqual([])
    expect(await remote()).toMatchObject({ categoryIds: [paper, lanterns], productClassId: books })
    const values = (await remote())['attributes'] as { value: string }[]
    return values.map(({ value }) => value).toSorted()
  }

  it('keeps the values of the type that it has, and its row says which that one has no attributes for', async () => {
    expect(await putBackWithoutType()).toEqual(['Ada'])
    const reason = 'Its product type has no attribute “Span”.'
    expect(refused()).toContainEqual(['attributes', reason])
  })

  it('has them in attributes of that name of the type that it has', async () => {
    const attributes = [
      { id: await attributeOf('Author'), name: 'Author', type: 'CUSTOM' },
      { name: 'Span', type: 'CUSTOM' },
    ]
    await ask('PUT', `/classes/${books}`, { name: 'Books', attributes })
    await bench.shop.pull()
    expect(await putBackWithoutType()).toEqual(['2 m', 'Ada'])
    expect(refused()).toEqual([])
  })
})

describe('a product whose type and categories are left out of the review by hand', () => {
  it('needs nothing where it has those values already, which its row says, and is not counted', async () => {
    const attributes = [
      { name: 'Author', type: 'CUSTOM' },
      { name: 'Span', type: 'CUSTOM' },
    ]
    await ask('PUT', `/classes/${books}`, { name: 'Books', attributes })
    const { attributes: all } = (await shelves.ask<Type[]>('GET', '/classes')).find(({ id }) => id === books)!
    const values = all.map(({ id, name }) => ({ id, value: name === 'Span' ? '2 m' : '' }))
    await ask('PUT', `/products/${bench.shop.catalogue.products.ecwidIdOf(product)}`, { attributes: values })
    await bench.shop.pull()
    await bench.putBack({ ids: [product] })
    const others = bench.bulk.rows().filter(({ field }) => field !== 'attributes')
    bench.bulk.leaveOut(bench.bulk.current()!.id, { ids: others.map(({ id }) => id) }, true)
    expect(await bench.applied()).toMatchObject({ done: 0, total: 0, refused: 0 })
    const standing = bench.bulk.rows().find(({ field }) => field === 'attributes')?.standing
    expect(standing).toBe('same')
  })

  it('loses a value of a General attribute that it did not have', async () => {
    await ask('PUT', '/classes/0', { attributes: [{ name: 'Made in', type: 'CUSTOM' }] })
    const attributes = [
      { id: await attributeOf('Made in'), value: 'Peru' },
      { id: await attributeOf('Author'), value: 'Ada' },
    ]
    await ask('PUT', `/products/${bench.shop.catalogue.products.ecwidIdOf(product)}`, { attributes })
    await bench.shop.pull()
    await bench.putBack({ ids: [product] })
    const row = bench.bulk.rows().find(({ field }) => field === 'productClassId')!
    bench.bulk.leaveOut(bench.bulk.current()!.id, { ids: [row.id] }, true)
    await bench.applied()
    expect(shelves.allOpen()).toEqual([])
    const values = (await remote())['attributes'] as { value: string }[]
    expect(values.map((each) => each.value).filter(Boolean)).toEqual(['Ada'])
  })
})

describe('a product that is gone, and was in what does not come back', () => {
  beforeEach(async () => {
    await bench.done({ kind: 'delete', productId: product })
    await gone('paper', 'kites')
  })
  const span = 'Its attribute “Span” is not here, and does not come back with it.'
  const withoutThem = [
    ['categoryIds', says.paper],
    ['productClassId', says.type],
    ['attributes', span],
  ]

  it('says so before the yes, and comes back without them', async () => {
    await bench.putBack({ ids: [product] })
    expect(refused()).toEqual(withoutThem)
    await bench.applied()
    expect(shelves.allOpen()).toEqual([])
    expect(await remote()).toMatchObject({ categoryIds: [lanterns], productClassId: 0 })
    expect(refused()).toEqual(withoutThem)
  })

  it('says so at the yes where their rows were left out, and comes back without them', async () => {
    await bench.putBack()
    expect(refused()).toEqual([])
    for (const { productId } of bench.bulk.rows().filter(({ productName }) => /Kites|Paper/.test(productName))) {
      bench.bulk.leaveOut(bench.bulk.current()!.id, { productId }, true)
    }
    await bench.applied()
    expect(shelves.allOpen()).toEqual([])
    expect(refused()).toEqual(withoutThem)
    expect(await remote()).toMatchObject({ categoryIds: [lanterns], productClassId: 0 })
  })

  it('names also what was left out of the review where that named another one already', async () => {
    const localId = bench.shop.catalogue.shelves.findByEcwidId('category', lanterns)!
    await gone('lanterns')
    await bench.putBack({ ids: [product, localId] })
    expect(refused()).toEqual(withoutThem)
    const row = bench.bulk.rows().find(({ productName }) => productName === 'Lanterns')!
    bench.bulk.leaveOut(bench.bulk.current()!.id, { productId: row.productId }, true)
    await bench.applied()
    expect(refused()).toEqual([['categoryIds', says.both], ...withoutThem.slice(1)])
    expect(await remote()).toMatchObject({ categoryIds: [] })
  })
})
