import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { openReadable, type ReadableCatalogue } from '../../../../electron/catalogue/readable-catalogue'
import { createChanges } from '../../../../electron/changes/changes'
import { AppError } from '../../../../electron/shared/errors'
import type { ProductQuery } from '../../../../electron/shared/product-query'
import type { WrittenNews } from '../../../../electron/shared/written'
import { put, temporaryFile } from './open-catalogue'
import { categoriesAre } from '../../../support/shelves'

const quiet = () => {}
/** News are told when the turn is over. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The one that writes, and another connection that hears of it when `deliver` is called. */
function openTwo() {
  const file = temporaryFile()
  const waiting: WrittenNews[] = []
  const writer = openCatalogue(file, { onWritten: (news) => waiting.push(structuredClone(news)) })
  const reader = openReadable(file, quiet)
  onTestFinished(() => {
    reader.close()
    writer.close()
  })
  return { writer, reader, deliver: () => waiting.splice(0).forEach((news) => reader.hear(news)) }
}

const queries: ProductQuery[] = [
  {},
  { text: 'mug' },
  { text: 'gl' },
  { text: 'a-1' },
  { text: '1' },
  { keyword: 'blue mug' },
  { sort: 'NAME_ASC' },
  { sort: 'PRICE_DESC' },
  { sort: 'UPDATED_TIME_DESC', text: 'b' },
  { categoryIds: [1] },
  { enabled: true, sort: 'NAME_DESC' },
  { priceFrom: 5 },
]

type Reads = Pick<ReadableCatalogue, 'search' | 'facets' | 'categoryCounts' | 'variationCounts'>
const answers = (from: Reads) => [
  queries.map((query) => from.search(query, 0, 50)),
  from.variationCounts({}),
  from.variationCounts({ text: 'b', sort: 'PRICE_DESC' }),
  from.facets(),
  from.categoryCounts(),
]

const words = ['mug', 'bowl', 'blue', 'glaze', 'glass', 'green']
const product = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((each) => each.join(' ')),
  sku: fc.constantFrom('A-1', 'A-12', 'B-1', 'mug'),
  price: fc.integer({ min: 0, max: 9 }),
  enabled: fc.boolean(),
  categoryIds: fc.subarray([1, 2]),
  combinations: fc.subarray([{ id: 70 }, { id: 71 }]),
})
type Product = { id: number } & Record<string, unknown>
const step = fc.oneof(
  { weight: 6, arbitrary: product.map((raw) => ({ kind: 'put', raw }) as const) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }).map((id) => ({ kind: 'remove', id }) as const) },
  { weight: 1, arbitrary: product.map((raw) => ({ kind: 'undone', raw }) as const) },
  { weight: 1, arbitrary: fc.boolean().map((enabled) => ({ kind: 'categories', enabled }) as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'read between' } as const) },
)

function write(writer: Catalogue, raw: Product): void {
  writer.transaction(() => put(writer, { updateTimestamp: 1, ...raw, attributes: brand(raw) }))
}
const brand = ({ price }: Product) => [
  { id: 2, name: 'Brand', type: 'BRAND', show: 'DESCR', value: `Brand ${String(price)}` },
]

describe('a second connection that only reads', () => {
  it('finds what the writing one finds, whatever was written, and whenever it was asked before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { writer, reader, deliver } = openTwo()
        categoriesAre(writer, [{ id: 1, parentId: undefined, name: 'Table', enabled: true, orderBy: 1 }])
        await turn()
        deliver()
        answers(reader)
        for (const each of steps) {
          if (each.kind === 'put') write(writer, each.raw)
          if (each.kind === 'remove') {
            const id = writer.products.findByEcwidId(each.id)
            if (id !== undefined) writer.products.remove(id)
          }
          if (each.kind === 'undone') {
            const undone = () =>
              writer.transaction(() => {
                write(writer, each.raw)
                throw new Error('undone')
              })
            expect(undone).toThrow('undone')
          }
          if (each.kind === 'categories') {
            categoriesAre(writer, [{ id: 1, parentId: undefined, name: 'Glass', enabled: each.enabled, orderBy: 1 }])
          }
          // Reads what is written already, with news still to come.
          if (each.kind === 'read between') answers(reader)
          await turn()
          if (each.kind !== 'read between') answers(reader)
          deliver()
          expect(answers(reader)).toEqual(answers({ ...writer, categoryCounts: writer.categories.counts }))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('cannot write', () => {
    const { reader } = openTwo()
    expect(Object.keys(reader).toSorted()).toEqual([
      'categoryCounts',
      'close',
      'facets',
      'hear',
      'owner',
      'reviewFields',
      'reviewPage',
      'search',
      'variationCounts',
      'warmUps',
      'whole',
    ])
  })

  it('has the history of a product and the pages of a review as they are on disk, without any news', () => {
    const { writer, reader } = openTwo()
    write(writer, { id: 1, name: 'Mug' })
    const productId = writer.products.findByEcwidId(1)!
    const changes = createChanges({ catalogue: writer, now: () => 1, onChanged: () => {}, logError: console.error })
    onTestFinished(() => changes.stop())
    const rename = (name: string) =>
      changes.apply({
        source: 'form',
        label: { code: 'edit-product', product: 'Mug' },
        operations: [{ kind: 'update', productId, fields: { name } }],
      })
    for (const name of ['Cup', 'Bowl']) {
      rename(name)
      const historyIn = ({ changes }: Catalogue) => changes.history({ thing: 'product', id: productId }, 0, 10)
      expect(historyIn(reader.whole())).toEqual(historyIn(writer))
      expect(historyIn(reader.whole()).entries[0]?.after).toBe(name)
    }

    const proposalId = writer.proposals.add('{}', 1, [productId])
    const view = { by: 'product', order: 'list', filter: 'all' } as const
    expect(reader.reviewPage(proposalId, { ...view, offset: 0, limit: 10 }).total).toBe(0)
    writer.proposedEdits.add(proposalId, 0, productId, [
      {
        variationId: null,
        variation: null,
        field: 'name',
        before: 'Bowl',
        after: '',
        standing: 'refused',
        reason: { says: 'sentence', sentence: { says: 'fault', fault: 'name-missing' } },
        follows: null,
        warnings: [],
        weight: 0,
      },
    ])
    const page = reader.reviewPage(proposalId, { ...view, offset: 0, limit: 10 })
    expect(page).toEqual(writer.proposedEdits.page(proposalId, { ...view, offset: 0, limit: 10 }))
    expect(page.rows[0]).toMatchObject({ productName: 'Bowl', reason: 'Give the product a name.' })
    expect(reader.reviewFields(proposalId, view)).toEqual([{ field: 'name', count: 1 }])
  })

  it('reads while the other one is in the middle of a transaction', () => {
    const { writer, reader } = openTwo()
    write(writer, { id: 1, name: 'Mug' })
    writer.transaction(() => {
      put(writer, { id: 2, name: 'Jug' })
      expect(reader.search({}, 0, 10).total).toBe(1)
    })
  })

  it('cannot write with the tables that it has all of, and knows the languages of the store as they are by now', () => {
    const { writer, reader } = openTwo()
    const whole = reader.whole()
    expect(() => whole.meta.set('watermark', 5)).toThrow(AppError)
    for (const defaultLanguage of ['en', 'de']) {
      writer.meta.set('profile', { defaultLanguage, languages: ['en', 'de'] })
      expect(whole.moment(() => whole.languages())[0]).toBe(defaultLanguage)
    }
  })

  it('tells nothing of a turn that wrote nothing a search reads', async () => {
    const told: WrittenNews[] = []
    const writer = openCatalogue(temporaryFile(), { onWritten: (news) => told.push(news) })
    onTestFinished(() => {
      writer.close()
    })
    write(writer, { id: 1, name: 'Mug' })
    await turn()
    told.splice(0)
    writer.meta.set('watermark', 5)
    write(writer, { id: 1, name: 'Mug' })
    await turn()
    expect(told).toEqual([])
  })
})
