import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/catalogue/database'
import { addFieldColumns } from '../../electron/catalogue/field-columns'
import { migrate } from '../../electron/catalogue/migrate'
import { migrations } from '../../electron/catalogue/migrations/all'
import { indexedWords, type ProductFacts } from '../../electron/catalogue/product-facts'

/** Tables of products and the column that names theirs, parents first. */
const byProduct = [
  ['products', 'id'],
  ['remotes', 'product_id'],
  ['product_facts', 'product_id'],
  ['product_skus', 'product_id'],
  ['product_barcodes', 'product_id'],
  ['product_categories', 'product_id'],
  ['product_facets', 'product_id'],
] as const

/**
 * Seconds of processor time that SQLite takes to write the rows of a pulled copy into an empty one, a page of products at a
 * time as a pull does: no network, no JSON, nothing folded, and each row written once. What no program above it can save.
 */
export function copyRows(from: string, pageSize: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const db = openDatabase(join(folder, 'copy.sqlite'))
  try {
    migrate(db, migrations, () => {})
    addFieldColumns(db)
    db.exec(`ATTACH '${from}' AS old`)
    const ids = db.prepare('SELECT id FROM old.products ORDER BY id').all<{ id: number }>()
    const facts = db
      .prepare('SELECT product_id, json FROM old.product_facts')
      .all<{ product_id: number; json: string }>()
    const wordsOf = new Map(
      // Written by product-index.ts in this shape.
      facts.map(({ product_id, json }) => [product_id, indexedWords((JSON.parse(json) as ProductFacts).texts)]),
    )
    for (const [table, column] of byProduct) {
      db.exec(`CREATE TEMP TABLE rows_of_${table} AS SELECT * FROM old.${table}`)
      db.exec(`CREATE INDEX temp.rows_of_${table}_by_product ON rows_of_${table}(${column})`)
    }
    for (const table of ['facet_names', 'facet_values']) db.exec(`INSERT INTO main.${table} SELECT * FROM old.${table}`)
    const copies = byProduct.map(([table, column]) =>
      db.prepare(`INSERT INTO main.${table} SELECT * FROM temp.rows_of_${table} WHERE ${column} BETWEEN ? AND ?`),
    )
    const putWords = db.prepare('INSERT INTO product_words (rowid, words) VALUES (?, ?)')
    const before = process.cpuUsage()
    for (let at = 0; at < ids.length; at += pageSize) {
      const page = ids.slice(at, at + pageSize)
      db.repeatable(() => {
        for (const copy of copies) copy.run(page[0]?.id ?? 0, page.at(-1)?.id ?? 0)
        for (const { id } of page) putWords.run(id, wordsOf.get(id) ?? '')
      })
    }
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
