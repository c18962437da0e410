import Database from 'libsql'
import { openReadable } from '../../electron/catalogue/readable-catalogue'
import { rowsThatMayShow } from '../../electron/changes/rows-that-may-show'
import { percentile, report } from '../support/bench-table'
import { largeCount } from './large-store'
import { test } from './large-store-test'

/** Each in the columns that a sheet begins with: a word of a name, a part of an SKU, a price, and what no cell shows. */
const texts = { 'a word': 'rustic vase', 'an SKU': 'gre-0999', 'a number': '123.45', 'what is nowhere': 'zzqxj' }
const fields = ['name', 'sku', 'price', 'compareToPrice', 'quantity', 'unlimited', 'enabled', 'categoryIds'] as const

test(`find in the cells of ${largeCount} products`, ({ large }) => {
  const file = large.database()
  const reader = openReadable(file, () => {})
  const scan = new Database(file, { readonly: true })
  const like = scan.prepare('SELECT id FROM products WHERE name LIKE ? OR sku LIKE ?')
  try {
    const catalogue = reader.whole()
    for (const [kind, text] of Object.entries(texts)) {
      const slices: number[] = []
      for (let from = 0; from < largeCount;) {
        const asked = { query: {}, text, fields, variations: false, from, before: largeCount }
        const start = performance.now()
        from = catalogue.moment(() => rowsThatMayShow(catalogue, asked)).next
        slices.push(performance.now() - start)
      }
      const start = performance.now()
      like.all(`%${text}%`, `%${text}%`)
      const yardstick = { name: 'LIKE over names and SKUs', value: performance.now() - start }
      const all = slices.reduce((sum, each) => sum + each, 0)
      report({ name: `${kind} found in the cells of the sheet, all rows`, value: all, yardstick, unit: 'ms' })
      report({
        name: `${kind} found in the cells of the sheet, a slice, p95`,
        value: percentile(slices, 0.95),
        yardstick,
        unit: 'ms',
        goal: { atMost: 25 },
      })
    }
  } finally {
    scan.close()
    reader.close()
  }
})
