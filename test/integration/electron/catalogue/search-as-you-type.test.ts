import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import type { ProductQuery } from '../../../../electron/shared/product-query'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'
import { openTemporary, put, temporaryFile } from './open-catalogue'
import { categoriesAre } from '../../../support/shelves'

const found = (catalogue: Catalogue, query: ProductQuery) =>
  catalogue.search(query, 0, 100).rows.map(({ name }) => name)

function openShop(): Catalogue {
  const catalogue = openTemporary()
  categoriesAre(catalogue, [{ id: 5, parentId: undefined, name: 'Tableware', enabled: true, orderBy: 1 }])
  put(catalogue, {
    id: 1,
    name: 'Old bowl',
    sku: 'X-1',
    description: '<p>Goes with the <b>mug</b> of the same glaze</p>',
  })
  put(catalogue, { id: 2, name: 'Crème mug', sku: 'A-MUG-2', price: 5 })
  put(catalogue, { id: 3, name: 'Plate', sku: 'MUG', categoryIds: [5] })
  put(catalogue, { id: 4, name: 'Saucer', sku: 'MUG-04' })
  put(catalogue, {
    id: 5,
    name: 'Jug',
    sku: 'J-5',
    combinations: [{ id: 1, sku: 'J-5-BLUE' }],
    options: [{ name: 'Colour', choices: [{ text: 'Sea blue' }] }],
    attributes: [
      { id: 1, name: 'Maker', value: 'Ölmann', show: 'DESCR' },
      { id: 2, name: 'Code', value: 'hiddencode', show: 'NOTSHOW' },
    ],
    media: {
      images: [
        { id: '0', orderBy: 0, alt: { main: 'front view' } },
        { id: '1', orderBy: 1, alt: { main: 'back view' } },
      ],
    },
  })
  return catalogue
}

describe('search as you type', () => {
  it('finds every word as a beginning, in any text, without marks', () => {
    const catalogue = openShop()
    expect(found(catalogue, { text: 'gla' })).toEqual(['Old bowl'])
    expect(found(catalogue, { text: 'creme' })).toEqual(['Crème mug'])
    expect(found(catalogue, { text: 'OLM' })).toEqual(['Jug'])
    expect(found(catalogue, { text: 'table' })).toEqual(['Plate'])
    expect(found(catalogue, { text: 'sea colour' })).toEqual(['Jug'])
    expect(found(catalogue, { text: 'fron ba' })).toEqual(['Jug'])
    expect(found(catalogue, { text: 'ug' })).not.toContain('Jug')
    expect(found(catalogue, { text: 'hiddencode' })).toEqual([])
  })

  it('shows the SKU itself first, then SKUs that begin so, then names, then the rest', () => {
    expect(found(openShop(), { text: 'mug' })).toEqual(['Plate', 'Saucer', 'Crème mug', 'Old bowl'])
  })

  it('shows the product with the very SKU first, its own before one of a variation, however it is typed and sorted', () => {
    const catalogue = openTemporary()
    put(catalogue, { id: 1, name: 'A crate', sku: 'CRÈME-10', price: 1 })
    put(catalogue, { id: 2, name: 'B box', sku: 'BOX', price: 2, combinations: [{ id: 1, sku: 'Crème-1' }] })
    put(catalogue, { id: 3, name: 'C bowl', sku: 'CRÈME-1', price: 3 })
    for (const sort of [undefined, 'RELEVANCE', 'NAME_ASC', 'PRICE_ASC', 'NAME_DESC', 'SKU_DESC'] as const) {
      for (const text of ['CRÈME-1', 'crème-1', 'creme-1', ' ＣＲＥＭＥ-1 ']) {
        expect(found(catalogue, { text, sort }).slice(0, 2), `${text}, ${sort}`).toEqual(['C bowl', 'B box'])
      }
    }
    expect(found(catalogue, { text: 'crème', sort: 'NAME_ASC' })).toEqual(['A crate', 'B box', 'C bowl'])
    expect(found(catalogue, { text: 'creme-1', sort: 'NAME_ASC', priceTo: 2 })).toEqual(['B box', 'A crate'])
  })

  it('finds any part of a SKU, one letter or many', () => {
    const catalogue = openShop()
    expect(found(catalogue, { text: 'x' })).toEqual(['Old bowl'])
    expect(found(catalogue, { text: '04' })).toEqual(['Saucer'])
    expect(found(catalogue, { text: 'ug-0' })).toEqual(['Saucer'])
    expect(found(catalogue, { text: '5-bl' })).toEqual(['Jug'])
    expect(found(catalogue, { text: '-' }).sort()).toEqual(['Crème mug', 'Jug', 'Old bowl', 'Saucer'])
    expect(found(catalogue, { text: 'mug - plate' })).toEqual(['Plate'])
  })

  it('says where the words were found when neither name nor SKU shows them', () => {
    const match = (text: string) =>
      openShop()
        .search({ text }, 0, 10)
        .rows.map((row) => row.match)
    expect(match('crem')).toEqual([null])
    expect(match('glaze')).toEqual([{ field: 'description', text: 'Goes with the mug of the same glaze' }])
    expect(match('sea')).toEqual([{ field: 'options', text: 'Sea blue' }])
    expect(match('j-5-b')).toEqual([{ field: 'variation', text: 'J-5-BLUE' }])
    expect(match('olmann')).toEqual([{ field: 'attributes', text: 'Ölmann' }])
    expect(match('back')).toEqual([{ field: 'alt', text: 'back view' }])
    expect(match('front')).toEqual([{ field: 'alt', text: 'front view' }])
    expect(match('table')).toEqual([{ field: 'categories', text: 'Tableware' }])
  })

  it('cuts a long description around the word', () => {
    const catalogue = openTemporary()
    put(catalogue, { id: 1, name: 'A', description: `${'before '.repeat(50)}needle${' after'.repeat(50)}` })
    const text = catalogue.search({ text: 'need' }, 0, 10).rows[0]?.match?.text ?? ''
    expect(text).toMatch(/^… (before )+needle( after)+ …$/)
    expect(text.length).toBeLessThan(150)
  })

  it('names the filters to drop when nothing is found', () => {
    const catalogue = openShop()
    const page = catalogue.search({ text: 'mug', priceFrom: 6, enabled: true, options: [] }, 0, 10)
    expect(page).toEqual({ total: 0, rows: [], hints: [{ filter: 'priceFrom', total: 4 }] })
    expect(catalogue.search({ text: 'nothing', priceFrom: 6 }, 0, 10).hints).toEqual([])
    expect(catalogue.search({ text: 'nothing' }, 0, 10).hints).toEqual([{ filter: 'text', total: 5 }])
  })

  it('says which words of the catalogue may be meant where one is nowhere, as far as they find something', () => {
    const catalogue = openShop()
    const instead = (query: ProductQuery) => catalogue.search(query, 0, 10, true).instead
    expect(instead({ text: 'saucre' })).toEqual({ text: 'saucer', total: 1 })
    expect(instead({ text: 'Créme mugg' })).toEqual({ text: 'Créme mug', total: 1 })
    expect(instead({ text: 'bowll  old' })).toEqual({ text: 'bowl old', total: 1 })
    expect(instead({ text: 'saucre', priceFrom: 900 })).toBeUndefined()
    expect([instead({ text: 'zzzz' }), instead({ text: 'mag' }), instead({ text: 'saucer' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('looks for what may be meant only where that is asked for, and in short texts with few mistyped words', () => {
    const catalogue = openShop()
    const instead = (text: string) => catalogue.search({ text }, 0, 10, true).instead
    expect(catalogue.search({ text: 'saucre' }, 0, 10)).not.toHaveProperty('instead')
    expect(instead('saucre saucre saucre')?.text).toBe('saucer saucer saucer')
    expect(instead('saucre saucre saucre saucre')).toBeUndefined()
    expect(instead(`saucre ${'saucer '.repeat(10)}`)).toBeUndefined()
  })

  it('finds what has changes waiting', () => {
    const catalogue = openShop()
    catalogue.products.setState(catalogue.products.findByEcwidId(4)!, 'waiting')
    expect(found(catalogue, { changed: true })).toEqual(['Saucer'])
    expect(catalogue.search({ changed: false }, 0, 10).total).toBe(4)
  })

  it('counts facet values, the most frequent first', () => {
    const catalogue = openShop()
    put(catalogue, {
      id: 6,
      name: 'B',
      options: [{ name: 'Colour ', choices: [{ text: 'Red' }, { text: 'sea blue' }] }],
    })
    put(catalogue, { id: 7, name: 'C', options: [{ name: 'Colour', choices: [{ text: 'Red' }, { text: 'Green' }] }] })
    put(catalogue, { id: 7, name: 'C', options: [{ name: 'Colour', choices: [{ text: 'Red' }] }] })
    put(catalogue, { id: 8, name: 'D', options: [{ name: 'Colour', choices: [{ text: 'Red' }] }] })
    expect(catalogue.facets().options).toEqual([
      {
        name: 'Colour',
        values: [
          { value: 'Red', count: 3 },
          { value: 'Sea blue', count: 2 },
        ],
      },
    ])
  })

  it('knows a word that came while its beginning was typed', () => {
    const catalogue = openTemporary()
    put(catalogue, { id: 1, name: 'Blue cup' })
    expect(found(catalogue, { text: 'blue' })).toEqual(['Blue cup'])
    put(catalogue, { id: 2, name: 'Bluebells' })
    expect(found(catalogue, { text: 'blueb' })).toEqual(['Bluebells'])
    put(catalogue, { id: 3, name: 'Bluebird' })
    expect(found(catalogue, { text: 'bluebi' })).toEqual(['Bluebird'])
    expect(found(catalogue, { text: 'blue' })).toHaveLength(3)
    put(catalogue, { id: 2, name: 'Bells' })
    expect(found(catalogue, { text: 'bluebe' })).toEqual([])
  })

  it('pages every sort without gaps or repeats', () => {
    const catalogue = openTemporary()
    catalogue.transaction(() => {
      for (let n = 1; n <= 2500; n++)
        put(catalogue, { id: n, name: `Name ${n % 7}`, sku: `S${n % 3}`, price: n % 11, quantity: n % 5 })
    })
    let changes = 0
    for (const sort of ['NAME_DESC', 'PRICE_ASC', 'SKU_DESC', 'STOCK_ASC', 'RELEVANCE'] as const) {
      const productIds = Array.from({ length: 2500 }, (_, n) => n + 1)
      for (const query of [
        { sort },
        { sort, text: '1' },
        { sort, text: 's1' },
        { sort, priceFrom: 3, text: 'name' },
        { sort, priceFrom: 3, priceTo: 8 },
        { sort, priceFrom: 3, productIds },
      ]) {
        // What was written makes the remembered orders old.
        put(catalogue, { id: 2501, name: 'Last', sku: 'L', price: (changes += 1), quantity: changes })
        const first = catalogue.search(query, 0, 50).rows.map(({ id }) => id)
        expect(first).toEqual(catalogue.searchIds(query).slice(0, 50))
        const ids: number[] = []
        const total = catalogue.search(query, 0, 1).total
        while (ids.length < total) ids.push(...catalogue.search(query, ids.length, 400).rows.map(({ id }) => id))
        expect(new Set(ids).size).toBe(total)
        expect(catalogue.search(query, 300, 50).rows.map(({ id }) => id)).toEqual(ids.slice(300, 350))
      }
    }
  })
})

describe('what a search remembers', () => {
  const texts = ['mug', 'mugs and cups', 'Cüp', 'blue cup 12', 'bluebells', '']
  const product = fc.record({
    id: fc.integer({ min: 1, max: 40 }),
    name: fc.constantFrom(...texts),
    sku: fc.constantFrom('A-1', 'MUG-12', 'B', '', 'a-1'),
    price: fc.integer({ min: 0, max: 3 }),
    enabled: fc.boolean(),
    description: fc.constantFrom(...texts),
    categoryIds: fc.subarray([1, 2]),
    showOnFrontpage: fc.constantFrom(undefined, 1, 2),
    options: fc.constantFrom([], [{ name: 'Size', choices: [{ text: 'M' }] }]),
    media: fc.constantFrom({ images: [] }, { images: [{ id: '0', orderBy: 0, alt: { main: 'cup' } }] }),
  })
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), product, isHidden: fc.boolean() }) },
    fc.record({ do: fc.constantFrom('remove' as const, 'local' as const, 'undo' as const), product }),
    fc.record({ do: fc.constant('category' as const), name: fc.constantFrom('Mugs', 'Other') }),
  )
  const asked: ProductQuery[] = [
    {},
    { text: 'm' },
    { text: 'cup' },
    { text: 'mugs' },
    { text: '1' },
    { text: 'blue' },
    { text: 'blueb' },
    { text: 'bluebe' },
    { text: 'blue c' },
    { keyword: 'cup' },
    { keyword: '"and cups"' },
    { text: 'c', sort: 'NAME_DESC' },
    { sort: 'PRICE_ASC' },
    { enabled: true, sort: 'SKU_ASC' },
    { categoryIds: [1] },
    { categoryIds: [0], text: 'm' },
    { options: [{ name: 'size', values: ['m'] }], inStock: false },
    { changed: true },
  ]

  it('is never older than the database', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const file = temporaryFile()
        const catalogue = openTemporary(file)
        const answers = (from: Catalogue) => [
          ...asked.map((query) => from.search(query, 0, 50)),
          from.facets(),
          from.products.count(),
        ]
        for (const each of steps) {
          answers(catalogue)
          if (each.do === 'category') {
            categoriesAre(catalogue, [{ id: 1, parentId: undefined, name: each.name, enabled: true, orderBy: 0 }])
          } else if (each.do === 'put') {
            const id = catalogue.products.putRemote(each.product)
            const current = remoteProductSchema.parse(each.product)
            catalogue.products.index(id, current, { state: 'synced', hidden: each.isHidden })
          } else if (each.do === 'remove') {
            const id = catalogue.products.findByEcwidId(each.product.id)
            if (id !== undefined) catalogue.products.remove(id)
          } else if (each.do === 'local') {
            const id = catalogue.products.create()
            const current = remoteProductSchema.parse({ ...each.product, id: 0 })
            catalogue.products.index(id, current, { state: 'waiting', hidden: false })
            const ecwidId = each.product.id + 100
            if (catalogue.products.findByEcwidId(ecwidId) === undefined) catalogue.products.attach(id, ecwidId)
          } else {
            const undo = () =>
              catalogue.transaction(() => {
                put(catalogue, each.product)
                answers(catalogue)
                throw new Error('undo')
              })
            expect(undo).toThrow('undo')
          }
          const fresh = openCatalogue(file)
          expect(answers(catalogue)).toEqual(answers(fresh))
          fresh.close()
        }
      }),
      { numRuns: 10 },
    )
  })
})
