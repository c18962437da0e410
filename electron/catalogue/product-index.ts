import { z } from 'zod'
import type { ProductState } from '../shared/product-query'
import type { RemoteProduct } from '../shared/remote-product'
import { revisionTopics, type RevisionTopic } from '../shared/written'
import type { Db } from './database'
import type { createFacetsTable } from './facets-table'
import { derivedColumns, productColumns, type AttributeOf, type ProductColumns } from './product-columns'
import { indexedWords, productFacts, skuLine, type ProductFacts } from './product-facts'
import type { Revisions } from './revisions'

type Parts = {
  db: Db
  revisions: Revisions
  facets: ReturnType<typeof createFacetsTable>
  /** Whether the product types show an attribute; undefined: they do not know it. */
  isShown: (attributeId: number) => boolean | undefined
  /** Whether it is the one for UPC and EAN. */
  isBarcode: (attributeId: number) => boolean
  attributeOf: AttributeOf
  onSkus: (productId: number, lines: readonly string[]) => void
  /** The distinct words that the word index has for the product now, with spaces. */
  onWords: (productId: number, words: string) => void
}

type Standing = { state: ProductState; hidden: boolean; isNew?: boolean }

const watched = derivedColumns.filter((name): name is keyof ProductColumns & RevisionTopic =>
  revisionTopics.some((topic) => topic === name),
)
const idsSchema = z.array(z.number())

/** Writes what lists and searches read of a product. Only differences are written: most pulls change a price or a stock. */
export function createProductIndex({ db, revisions, facets, isShown, isBarcode, attributeOf, onSkus, onWords }: Parts) {
  const watchedOf = db.prepare(`SELECT ${watched.join(', ')} FROM products WHERE id = ?`)
  const update = db.prepare(
    `UPDATE products SET ${derivedColumns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
  )
  const factsOf = db.prepare('SELECT json, facet_ids FROM product_facts WHERE product_id = ?')
  const putFacts = db.prepare(
    `INSERT INTO product_facts (product_id, json, facet_ids) VALUES (?, ?, ?)
     ON CONFLICT (product_id) DO UPDATE SET json = excluded.json, facet_ids = excluded.facet_ids`,
  )
  const eraseFacts = db.prepare('DELETE FROM product_facts WHERE product_id = ?')
  const eraseWords = db.prepare('DELETE FROM product_words WHERE rowid = ?')
  const putWords = db.prepare('INSERT INTO product_words (rowid, words) VALUES (?, ?)')
  const eraseSkus = db.prepare('DELETE FROM product_skus WHERE product_id = ?')
  const putSku = db.prepare('INSERT INTO product_skus (product_id, sku, sku_key, line) VALUES (?, ?, ?, ?)')
  const putBarcode = db.prepare('INSERT OR IGNORE INTO product_barcodes (code, product_id) VALUES (?, ?)')
  const eraseBarcode = db.prepare('DELETE FROM product_barcodes WHERE code = ? AND product_id = ?')
  const putCategory = db.prepare('INSERT OR IGNORE INTO product_categories (category_id, product_id) VALUES (?, ?)')
  const eraseCategory = db.prepare('DELETE FROM product_categories WHERE category_id = ? AND product_id = ?')

  function writeColumns(id: number, columns: ProductColumns, isNew: boolean): void {
    const before = isNew ? undefined : watchedOf.get<Record<string, unknown>>(id)
    update.run(...derivedColumns.map((name) => columns[name]), id)
    const changed = watched.filter((name) => before?.[name] !== columns[name])
    if (changed.length > 0) revisions.bump(...changed)
  }

  /** Null: the product is in no list any more. */
  function writeFacts(id: number, after: ProductFacts | null, isNew = false): void {
    const stored = isNew ? undefined : factsOf.get<{ json: string; facet_ids: string }>(id)
    const json = after && JSON.stringify(after)
    if ((stored?.json ?? null) === json) return
    // This program wrote it in this shape; a new shape comes with a migration that empties the table.
    const before = stored ? (JSON.parse(stored.json) as ProductFacts) : undefined
    const facetsBefore = stored ? idsSchema.parse(JSON.parse(stored.facet_ids)) : []
    const facetsAfter = after ? facets.idsOf(after.facets) : []

    writeWords(id, before && indexedWords(before.texts), after && indexedWords(after.texts))
    writeSkus(id, before?.skus ?? [], after?.skus ?? [])
    writeBarcodes(id, before?.barcodes ?? [], after?.barcodes ?? [])
    writeCategories(id, before?.categories ?? [], after?.categories ?? [])
    facets.link(id, without(facetsAfter, facetsBefore), without(facetsBefore, facetsAfter))
    if (json === null) eraseFacts.run(id)
    else putFacts.run(id, json, JSON.stringify(facetsAfter))
  }

  function writeWords(id: number, before: string | undefined, after: string | null): void {
    if (before === (after ?? undefined)) return
    if (before !== undefined) eraseWords.run(id)
    if (after !== null) putWords.run(id, after)
    onWords(id, after ?? '')
    revisions.bump('words')
  }

  function writeSkus(id: number, before: readonly string[], after: readonly string[]): void {
    if (before.join('\n') === after.join('\n')) return
    if (before.length > 0) eraseSkus.run(id)
    for (const sku of after) putSku.run(id, sku, sku.toLowerCase(), skuLine(sku))
    onSkus(id, after.map(skuLine))
    revisions.bump('skus')
  }

  function writeBarcodes(id: number, before: readonly string[], after: readonly string[]): void {
    for (const code of without(after, before)) putBarcode.run(code, id)
    for (const code of without(before, after)) eraseBarcode.run(code, id)
  }

  function writeCategories(id: number, before: readonly number[], after: readonly number[]): void {
    const added = without(after, before)
    const removed = without(before, after)
    for (const category of added) putCategory.run(category, id)
    for (const category of removed) eraseCategory.run(category, id)
    if (added.length + removed.length > 0) revisions.bump('product_categories')
  }

  return {
    /** `current` is the store's JSON with the waiting changes laid over. `isNew`: nothing of it was written before. */
    index: (id: number, current: RemoteProduct, { state, hidden, isNew = false }: Standing): void => {
      db.transaction(() => {
        writeColumns(id, productColumns(current, { state, hidden, attributeOf }), isNew)
        writeFacts(id, hidden ? null : productFacts(current, isShown, isBarcode), isNew)
      })
    },
    /** Takes the product out of every list and search. */
    clear: (id: number): void => writeFacts(id, null),
  }
}

function without<Each>(from: readonly Each[], taken: readonly Each[]): Each[] {
  return taken.length === 0 ? [...from] : from.filter((each) => !taken.includes(each))
}
