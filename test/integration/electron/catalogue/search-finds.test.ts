import { describe, expect, it } from 'vitest'
import { reindexWhatIsOld } from '../../../../electron/changes/reindex-what-is-old'
import type { Catalogue } from '../../../../electron/catalogue/catalogue'
import { openTemporary, put } from './open-catalogue'
import { categoriesAre } from '../../../support/shelves'

const names = (catalogue: Catalogue, text: string) => catalogue.search({ text }, 0, 10).rows.map(({ name }) => name)

const products = [
  {
    name: '有田焼コーヒーカップ青',
    find: ['コーヒー', 'カップ', '青', '有田焼コーヒーカップ'],
    not: ['カッブ', 'プカッ'],
  },
  { name: '不锈钢保温杯500毫升', find: ['保温杯', '500', '毫升', '温杯50'], not: ['00毫升'] },
  { name: 'แก้วกาแฟเซรามิก', find: ['กาแฟ', 'เซรามิก'] },
  { name: '스테인리스텀블러', find: ['텀블러', '텀브'] },
  { name: 'ＳＯＮＹ　カメラ　Ａ７', sku: 'ＡＢ－１２３', find: ['sony', 'A7', 'AB-123'] },
  { name: 'Coﬀee ﬁlter', find: ['coffee', 'filter'] },
  { name: 'Gießkanne groß', find: ['giesskanne', 'gross', 'GROẞ'] },
  { name: 'Paper 80 g/m² H₂O', find: ['m2', 'h2o'] },
  { name: 'Işıklı Đorđe', find: ['ışıklı', 'isikli', 'dorde'] },
  { name: 'Wasch\u00admaschine', find: ['waschmaschine'] },
  {
    name: 'Desc',
    description: '<p>Caf&eacute; d&uuml;nn</p><script>secretword()</script>',
    find: ['café', 'dünn'],
    not: ['secretword'],
  },
  {
    name: 'Solvent',
    description: '<p>CO<sub>2</sub> and <em>un</em>believable</p><table><td>Lime</td><td>Stone</td></table>one<br>two',
    find: ['co2', 'unbelievable', 'lime', 'stone', 'two'],
    not: ['limestone', 'onetwo', 'believable'],
  },
  { name: 'C<sub>6</sub>H<sub>6</sub>', find: ['c6h6', 'C<sub>6'] },
]

describe('what is there is found', () => {
  for (const { name, find, not = [] } of products)
    it(`in ${name}`, () => {
      const catalogue = openTemporary()
      products.forEach((each, at) =>
        put(catalogue, { id: at + 1, name: each.name, sku: each.sku, description: each.description }),
      )
      for (const text of find) expect([text, names(catalogue, text)]).toEqual([text, [name]])
      for (const text of not) expect([text, names(catalogue, text)]).toEqual([text, []])
    })

  it('inside the names of categories', () => {
    const shop = openTemporary()
    categoriesAre(shop, [{ id: 5, parentId: undefined, name: '有田焼カップ', enabled: true, orderBy: 1 }])
    put(shop, { id: 1, name: 'A', categoryIds: [5] })
    expect(names(shop, 'カップ')).toEqual(['A'])
  })

  it('shows names with the words inside before other finds', () => {
    const shop = openTemporary()
    put(shop, { id: 1, name: 'A', description: '青いカップ' })
    put(shop, { id: 2, name: '有田焼カップ' })
    expect(names(shop, 'カップ')).toEqual(['有田焼カップ', 'A'])
  })
})

describe('a database that an older folding rule indexed', () => {
  it('is indexed anew, goes on where it was stopped, and is left alone afterwards', async () => {
    const shop = openTemporary()
    for (let id = 1; id <= 40; id++) put(shop, { id, name: `有田焼カップ ${id}` })
    const [first] = shop.searchIds({ text: '有田焼カップ' })
    for (const id of shop.products.idsAfter(0)) shop.products.unindex(id)
    expect(names(shop, 'カップ')).toEqual([])
    const stop = new AbortController()
    const stopped = reindexWhatIsOld({ catalogue: shop, signal: stop.signal })
    stop.abort()
    await stopped
    expect(shop.search({ text: 'カップ' }, 0, 1).total).toBe(25)
    const running = new AbortController().signal
    await reindexWhatIsOld({ catalogue: shop, signal: running })
    expect(shop.search({ text: 'カップ' }, 0, 1).total).toBe(40)
    shop.products.unindex(first as number)
    await reindexWhatIsOld({ catalogue: shop, signal: running })
    expect(shop.search({ text: 'カップ' }, 0, 1).total).toBe(39)
    shop.meta.set('folding', { version: 0, doneUpTo: 99 })
    await reindexWhatIsOld({ catalogue: shop, signal: running })
    expect(shop.search({ text: 'カップ' }, 0, 1).total).toBe(40)
  })

  it('is indexed anew where tags inside of words ended them', async () => {
    const shop = openTemporary()
    put(shop, { id: 1, name: 'Water', description: 'H<sub>2</sub>O' })
    for (const id of shop.products.idsAfter(0)) shop.products.unindex(id)
    shop.meta.set('folding', { version: 1, doneUpTo: Number.MAX_SAFE_INTEGER })
    expect(names(shop, 'h2o')).toEqual([])
    await reindexWhatIsOld({ catalogue: shop, signal: new AbortController().signal })
    expect(names(shop, 'h2o')).toEqual(['Water'])
  })

  it('is indexed with a rest after each portion, as long as that took', async () => {
    const shop = openTemporary()
    for (let id = 1; id <= 60; id++) put(shop, { id, name: `Mug ${id}` })
    const rests: number[] = []
    const found: number[] = []
    for (const id of shop.products.idsAfter(0)) shop.products.unindex(id)
    await reindexWhatIsOld({
      catalogue: shop,
      signal: new AbortController().signal,
      rest(ms) {
        rests.push(ms)
        found.push(shop.search({ text: 'mug' }, 0, 1).total)
        return Promise.resolve()
      },
    })
    // Four passes of three portions: by the folding rule, by the columns of fields, by the codes and by the stock of variations.
    expect(found).toEqual([25, 50, ...Array<number>(10).fill(60)])
    expect(Math.min(...rests)).toBeGreaterThan(0)
  })
})
