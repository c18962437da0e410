import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { openPutBackBench, type PutBackBench } from './put-back-bench'

let bench: PutBackBench
let shelves: ShelfBench
/** Paper is below Lanterns. */
let lanterns: number, paper: number, kites: number
/** Two products in Paper, the first one with a value of Kites. */
let first: number, second: number
beforeEach(async () => {
  bench = await openPutBackBench({ products: 20 })
  shelves = createShelfBench(bench.shop)
  lanterns = (await ask('POST', '/categories', { name: 'Lanterns', description: '<p>Light</p>' })).id
  paper = (await ask('POST', '/categories', { name: 'Paper', parentId: lanterns })).id
  kites = (await ask('POST', '/classes', { name: 'Kites', attributes: [{ name: 'Span', type: 'CUSTOM' }] })).id
  const [span] = (await typeNamed('Kites')).attributes
  const ids = bench.shop.catalogue.searchIds({})
  ;[first, second] = ids as [number, number]
  const filed = { categoryIds: [paper], defaultCategoryId: paper }
  const attributes = [{ id: span!.id, value: '2 m' }]
  await ask('PUT', `/products/${ecwidIdOf(first)}`, { ...filed, productClassId: kites, attributes })
  await ask('PUT', `/products/${ecwidIdOf(second)}`, filed)
  await bench.shop.pull()
  await bench.take()
})
afterEach(() => bench.close())

const ask = (method: string, path: string, body?: object) => shelves.ask<{ id: number }>(method, path, body)
const ecwidIdOf = (productId: number) => bench.shop.catalogue.products.ecwidIdOf(productId)!
type Type = { id: number; name: string; attributes: { id: number; name: string }[] }
const typeNamed = async (name: string) =>
  (await shelves.ask<Type[]>('GET', '/classes?asTest=1')).find((each) => each.name === name)!
const inStore = async (name: string) => (await shelves.named(name))[0]!
const remote = (productId: number) => bench.shop.remote(ecwidIdOf(productId))
const open = () => shelves.allOpen().map(({ state, reason }) => [state, reason])
const reviewed = () => bench.bulk.rows().map(({ productName, field, after }) => [productName, field, after])

async function isAsItWas(): Promise<void> {
  expect(open()).toEqual([])
  expect(await bench.differing()).toEqual([])
  await bench.shop.pull()
  expect(await bench.differing()).toEqual([])
  expect(await bench.putBack()).toMatchObject({ products: 0, refused: 0 })
}

describe('categories and product types that are gone', () => {
  it('come back, the parent before what is below it, with the products in them; once, and undone they go', async () => {
    const byId = bench.shop.catalogue.shelves.findByEcwidId.bind(null, 'category')
    await bench.done(
      { kind: 'category.delete', categoryId: lanterns, below: 'delete' },
      { kind: 'type.delete', typeId: kites },
    )
    expect(await shelves.named('Paper')).toEqual([])
    expect(byId(paper)).toBeUndefined()
    expect(await bench.putBack()).toMatchObject({ products: 5, categories: 2, productTypes: 1, refused: 0 })
    expect(reviewed().slice(0, 3)).toEqual([
      ['Kites', 'shelf', { thing: 'productType', field: null, products: 0 }],
      ['Lanterns', 'shelf', { thing: 'category', field: null, products: 0 }],
      ['Paper', 'shelf', { thing: 'category', field: null, products: 2 }],
    ])
    const { changeSetId } = await bench.applied()
    const [above, below, type] = [await inStore('Lanterns'), await inStore('Paper'), await typeNamed('Kites')]
    expect(below.parentId).toBe(above.id)
    expect(above).toMatchObject({ description: '<p>Light</p>' })
    expect(await remote(first)).toMatchObject({
      categoryIds: [below.id],
      defaultCategoryId: below.id,
      productClassId: type.id,
    })
    expect((await remote(first))['attributes']).toContainEqual(
      expect.objectContaining({ id: type.attributes[0]!.id, value: '2 m' }),
    )
    expect(await remote(second)).toMatchObject({ categoryIds: [below.id] })
    await isAsItWas()
    await bench.shop.session.changes.revertInParts(changeSetId!)
    bench.shop.skip(60_000)
    await bench.shop.settled()
    expect(open()).toEqual([])
    expect([...(await shelves.named('Lanterns')), ...(await shelves.named('Paper'))]).toEqual([])
    expect(await typeNamed('Kites')).toBeUndefined()
  })

  it('come back that others deleted', async () => {
    await shelves.theirs('DELETE', paper)
    await shelves.theirs('DELETE', lanterns)
    await ask('DELETE', `/classes/${kites}`)
    await bench.shop.pull()
    expect(await bench.putBack()).toMatchObject({ categories: 2, productTypes: 1, refused: 0 })
    await bench.applied()
    expect((await inStore('Paper')).parentId).toBe((await inStore('Lanterns')).id)
    expect(await remote(second)).toMatchObject({ categoryIds: [(await inStore('Paper')).id] })
    await isAsItWas()
  })

  it('come back alone, one by one, with the products that were in them', async () => {
    const localId = bench.shop.catalogue.shelves.findByEcwidId('category', lanterns)!
    await bench.done({ kind: 'category.delete', categoryId: lanterns, below: 'delete' })
    expect(await bench.putBack({ ids: [localId] })).toMatchObject({ products: 1, categories: 1 })
    await bench.applied()
    expect(await inStore('Lanterns')).toMatchObject({ description: '<p>Light</p>' })
    expect(await shelves.named('Paper')).toEqual([])
  })

  it('do not come back without what they are below, which their row says, nor beside themselves', async () => {
    await bench.done({ kind: 'category.delete', categoryId: lanterns, below: 'delete' })
    await bench.putBack()
    const id = bench.bulk.rows().find(({ productName }) => productName === 'Lanterns')!.productId
    bench.bulk.leaveOut(bench.bulk.current()!.id, { productId: id }, true)
    await bench.applied()
    const refused = bench.bulk.only('refused')
    expect(refused.filter(({ field }) => field === 'shelf')).toMatchObject([
      { productName: 'Paper', reason: expect.stringContaining('not here') },
    ])
    const withoutIt = refused.filter(({ field }) => field === 'categoryIds')
    expect(withoutIt.map(({ productId }) => productId).toSorted()).toEqual([first, second].toSorted())
    expect(new Set(withoutIt.map(({ reason }) => reason))).toEqual(
      new Set(['Its category “Paper” is not here, and does not come back with it.']),
    )
    expect(open()).toEqual([])
    for (const each of [first, second]) expect(await remote(each)).toMatchObject({ categoryIds: [] })
    expect(await remote(first)).toMatchObject({ productClassId: kites })
    await bench.putBack()
    const [set] = bench.shop.catalogue.changes
      .list('sent', undefined, 0, 10)
      .sets.filter(({ revertOf }) => revertOf === null)
    expect(set).toBeDefined()
    for (const { id: setId } of bench.shop.catalogue.changes.list('sent', undefined, 0, 10).sets) {
      if (
        bench.shop.catalogue.changes.ofSet(setId).some(({ thing, verb }) => thing === 'category' && verb === 'delete')
      ) {
        bench.shop.session.changes.revert(setId)
      }
    }
    await bench.applied()
    expect(await shelves.named('Lanterns')).toHaveLength(1)
    expect(await shelves.named('Paper')).toHaveLength(1)
  })
})

describe('categories and product types that are other ones now', () => {
  it('get back their texts, where they stand, the order of their products and their attributes; what was added stays', async () => {
    const [one, two] = [ecwidIdOf(first), ecwidIdOf(second)]
    await bench.done(
      { kind: 'category.update', categoryId: lanterns, fields: { name: 'Lamps', enabled: false } },
      { kind: 'category.move', categoryId: paper, parentId: 0, before: null },
      { kind: 'category.place', categoryId: paper, product: second, to: { by: -1 } },
      { kind: 'type.update', typeId: kites, fields: { name: 'Dragons', attributes: [{ name: 'Tail' }] } },
    )
    expect(await typeNamed('Dragons')).toMatchObject({ attributes: [{ name: 'Tail' }] })
    expect((await bench.differing()).map(({ name, goesBack }) => [name, goesBack])).toEqual(
      expect.arrayContaining([
        ['Lamps', true],
        ['Paper', true],
        ['Dragons', true],
      ]),
    )
    expect(await bench.putBack()).toMatchObject({ refused: 0 })
    await bench.applied()
    expect(open()).toEqual([])
    expect(await inStore('Lanterns')).toMatchObject({ id: lanterns, enabled: true })
    expect(await inStore('Paper')).toMatchObject({ id: paper, parentId: lanterns })
    expect((await ask('GET', `/categories/${paper}`)) as unknown).toMatchObject({ productIds: [one, two] })
    const { attributes } = await typeNamed('Kites')
    expect(attributes.map(({ name }) => name)).toEqual(['Span', 'Tail'])
    expect((await remote(first))['attributes']).toContainEqual(
      expect.objectContaining({ id: attributes[0]!.id, value: '2 m' }),
    )
    await bench.shop.pull()
    expect((await bench.differing()).filter(({ goesBack }) => goesBack)).toEqual([])
  })

  it('do not go below what is gone and does not come back, which their row says before the yes', async () => {
    await bench.done({ kind: 'category.move', categoryId: paper, parentId: 0, before: null })
    await bench.done({ kind: 'category.delete', categoryId: lanterns, below: 'delete' })
    const ids = [bench.shop.catalogue.shelves.findByEcwidId('category', paper)!]
    expect(await bench.putBack({ ids })).toMatchObject({ products: 0, refused: 1 })
    expect(bench.bulk.only('refused')).toMatchObject([
      { productName: 'Paper', reason: expect.stringContaining('not here, and does not come back') },
    ])
    await bench.done({ kind: 'category.delete', categoryId: paper, below: 'delete' })
    expect(await bench.putBack({ ids })).toMatchObject({ products: 0, refused: 1 })
    expect(await bench.putBack()).toMatchObject({ categories: 2, productTypes: 0, refused: 0 })
  })

  it('do not go below what is below themselves now, and with that they do', async () => {
    await bench.done({ kind: 'category.move', categoryId: paper, parentId: 0, before: null })
    await bench.done({ kind: 'category.move', categoryId: lanterns, parentId: paper, before: null })
    await bench.putBack({ ids: [bench.shop.catalogue.shelves.findByEcwidId('category', paper)!] })
    await bench.applied()
    const reasons = bench.bulk.only('refused').map(({ productName, reason }) => [productName, reason])
    expect(reasons).toContainEqual(['Paper', 'A category cannot be moved below itself.'])
    expect(await inStore('Lanterns')).toMatchObject({ parentId: paper })
    await bench.putBack()
    await bench.applied()
    expect(await inStore('Paper')).toMatchObject({ parentId: lanterns })
    expect((await inStore('Lanterns')).parentId ?? 0).toBe(0)
  })
})
