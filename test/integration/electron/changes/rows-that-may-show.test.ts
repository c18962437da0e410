import { afterAll, beforeAll, expect, it } from 'vitest'
import { rowsThatMayShow } from '../../../../electron/changes/rows-that-may-show'
import { sheetRows } from '../../../../electron/changes/sheet-rows'
import { startDemoStore, type DemoStore } from '../../../../electron/demo-store/demo-store'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { foldText } from '../../../../electron/shared/fold-text'
import type { SheetRow } from '../../../../electron/shared/sheet'
import { cellIn } from '../../../../renderer/features/sheet/row-cells'
import type { SheetColumn } from '../../../../renderer/features/sheet/sheet-column'
import { sheetColumnsOf } from '../../../../renderer/features/sheet/sheet-columns'
import { editsOf } from '../../../../renderer/stores/product-edits'
import { putFullProduct } from '../../../support/full-product'
import { openSyncedClient, type SyncedClient } from '../../../support/synced-client'

let store: DemoStore
let client: SyncedClient
let words: StoreWords
let columns: readonly SheetColumn[]
let mug: number

beforeAll(async () => {
  store = await startDemoStore()
  const { id } = await putFullProduct(store)
  client = openSyncedClient(store)
  await client.pull()
  const { profile, categories, productTypes } = client.session.snapshot()
  words = { profile, categories, productTypes }
  columns = sheetColumnsOf(productTypes)
  mug = client.catalogue.products.findByEcwidId(id)!
})
afterAll(async () => {
  await client.close()
  await store.close()
})

const list = () => client.catalogue.searchIds({})
const fieldsOf = (shown: readonly SheetColumn[]) => [...new Set(shown.flatMap(({ fields }) => fields))]

function found(text: string, shown: readonly SheetColumn[], variations = true): number[] {
  const asked = { query: {}, text, fields: fieldsOf(shown), variations, from: 0, before: 100_000 }
  return rowsThatMayShow(client.catalogue, asked, Number.POSITIVE_INFINITY).found.map(({ id }) => id)
}

/** What the sheet shows of each product, as it folds it: in its own row, below it, and in its place. */
function shownTexts(column: SheetColumn, rows: readonly SheetRow[]): Map<number, string[]> {
  return new Map(
    rows.map(({ id: productId, fields, variations }) => {
      const of = { column, edits: editsOf(fields), words }
      const below = (variations ?? []).flatMap((variation) => [
        cellIn({ ...of, row: { productId, variation } }).shown(),
        cellIn({ ...of, row: { productId, variation, isAlone: true } }).shown(),
      ])
      return [productId, [cellIn({ ...of, row: { productId, variation: null } }).shown(), ...below].map(foldText)]
    }),
  )
}

/** Some of what somebody may look for who sees it: all of it, the middle of it, its beginning, its end. */
const partsOf = (text: string): string[] =>
  [text, text.slice(1, 4), text.slice(0, 2), text.slice(-3), text.slice(text.length / 2, text.length / 2 + 5)].filter(
    (part) => part.trim() !== '',
  )

it('every product whose cells show a text is among those that may, whatever column shows it and how', () => {
  const rows = sheetRows(client.catalogue, [...list()], { fields: fieldsOf(columns), variations: true })
  for (const column of columns) {
    const shown = shownTexts(column, rows)
    const asked = new Set(
      [...shown.values()]
        .flat()
        .filter((_, at) => at % 7 === 0 || at < 20)
        .flatMap(partsOf),
    )
    for (const text of [...asked].slice(0, 5)) {
      const may = new Set(found(text, [column]))
      const wanted = [...shown].filter(([, texts]) => texts.some((one) => one.includes(foldText(text.trim()))))
      const missed = wanted.flatMap(([id]) => (may.has(id) ? [] : [id]))
      expect([column.path, text, missed]).toEqual([column.path, text, []])
    }
  }
})

it('hardly any other is, though what is looked for stands in what the store sends of each', () => {
  const [name, price] = ['name', 'price'].map((path) => columns.find((column) => column.path === path)!)
  for (const text of ['enabled', 'image', 'unlimited']) expect(found(text, [name!, price!], false)).toEqual([])
})

it('what waits to be sent is looked at as it is, and what is typed into is left to the sheet', () => {
  const name = columns.filter(({ path }) => path === 'name')
  expect(found('walrus', name)).toEqual([])
  const [other, typed] = list().filter((id) => id !== mug)
  client.session.changes.apply({
    source: 'form',
    label: { code: 'edit-product', product: 'Mug' },
    operations: [{ kind: 'update', productId: other!, fields: { name: 'Walrus' } }],
  })
  client.catalogue.drafts.put(typed!, { base: {}, patch: { name: 'Walrus' }, unparsed: {}, variations: {}, savedAt: 1 })
  expect(found('walrus', name)).toEqual(expect.arrayContaining([other, typed]))
  client.catalogue.drafts.remove(typed!)
})

it('comes as far as its time lasts, and goes on from there', () => {
  const total = list().length
  const asked = { query: {}, text: 'mug', fields: ['name' as const], variations: false, from: 3, before: 100_000 }
  const { found: some, next } = rowsThatMayShow(client.catalogue, asked, 0)
  expect([next, some.every(({ at }) => at >= 3)]).toEqual([Math.min(103, total), true])
  expect(rowsThatMayShow(client.catalogue, { ...asked, from: 2, before: 2 })).toEqual({ found: [], next: 2, total })
})
