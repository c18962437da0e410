import type { Facets } from '../shared/product-query'
import type { Db } from './database'
import { facetKey, type Facet } from './product-facts'
import type { Revisions } from './revisions'
import { createUntranslatedCounts } from './untranslated-counts'

const rememberedIds = 5000
const valuesPerName = 200

/** Attribute and option values, each stored once, and which products have them. */
export function createFacetsTable(db: Db, revisions: Revisions) {
  const findName = db.prepare('SELECT id FROM facet_names WHERE kind = ? AND name_key = ?')
  const insertName = db.prepare('INSERT INTO facet_names (kind, name_key, name) VALUES (?, ?, ?)')
  const find = db.prepare('SELECT id FROM facet_values WHERE name_id = ? AND value_key = ? AND type_key = ?')
  const insert = db.prepare(
    'INSERT INTO facet_values (name_id, value_key, type_key, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const link = db.prepare('INSERT INTO product_facets (facet_id, product_id) VALUES (?, ?)')
  const unlink = db.prepare('DELETE FROM product_facets WHERE facet_id = ? AND product_id = ?')
  const count = db.prepare('UPDATE facet_values SET total = total + ? WHERE id = ?')
  const names = db.prepare('SELECT id, kind, name FROM facet_names')
  const values = db.prepare(
    'SELECT value, total FROM facet_values WHERE name_id = ? AND total > 0 ORDER BY total DESC, value_key LIMIT ?',
  )
  const untranslated = createUntranslatedCounts(db)
  let ids = new Map<string, number>()
  let nameIds = new Map<string, number>()
  /** Products more or less of each value: hundreds of products have the same, and each writing moves it in an index. */
  const moved = new Map<number, number>()

  db.beforeCommit(() => {
    for (const [id, by] of moved) if (by !== 0) count.run(by, id)
    moved.clear()
  })
  const move = (id: number, by: number) => void moved.set(id, (moved.get(id) ?? 0) + by)

  function idOf({ kind, name, type, value }: Facet): number {
    const [nameKey, typeKey, valueKey] = [facetKey(name), facetKey(type), facetKey(value)]
    const key = [kind, nameKey, typeKey, valueKey].join('\n')
    const known = ids.get(key)
    if (known !== undefined) return known
    const nameId = idOfName(kind, nameKey, name)
    // What is not remembered is new most of the time, as a UPC is.
    const { changes, lastInsertRowid } = insert.run(nameId, valueKey, typeKey, value)
    const id =
      changes > 0 ? lastInsertRowid : (find.get<{ id: number }>(nameId, valueKey, typeKey)?.id ?? lastInsertRowid)
    // The common ones come round again at once; a store's UPCs never do and must not pile up.
    if (ids.size >= rememberedIds) ids = new Map()
    ids.set(key, id)
    return id
  }

  function idOfName(kind: Facet['kind'], nameKey: string, name: string): number {
    const key = `${kind}\n${nameKey}`
    const known = nameIds.get(key)
    if (known !== undefined) return known
    const id = findName.get<{ id: number }>(kind, nameKey)?.id ?? insertName.run(kind, nameKey, name).lastInsertRowid
    if (nameIds.size >= rememberedIds) nameIds = new Map()
    nameIds.set(key, id)
    return id
  }

  function listOf(kind: Facet['kind']): Facets['options'] {
    return names
      .all<{ id: number; kind: string; name: string }>()
      .filter((each) => each.kind === kind)
      .map(({ id, name }) => ({ name, values: values.all<{ value: string; total: number }>(id, valuesPerName) }))
      .filter((each) => each.values.length > 0)
      .sort((a, b) => sumOf(b.values) - sumOf(a.values))
      .map((each) => ({ name: each.name, values: each.values.map(({ value, total }) => ({ value, count: total })) }))
  }

  return {
    idsOf: (facets: readonly Facet[]): number[] => [...new Set(facets.map(idOf))].sort((a, b) => a - b),
    /** Belongs into a transaction: the totals are written at its end. */
    link(productId: number, added: readonly number[], removed: readonly number[]): void {
      for (const id of removed) {
        unlink.run(id, productId)
        move(id, -1)
      }
      for (const id of added) {
        link.run(id, productId)
        move(id, 1)
      }
      if (removed.length + added.length > 0) revisions.bump('facets')
    },
    /** Names and values with the number of products, the most frequent first; at most 200 values of a name. */
    list: (): Facets => ({
      attributes: listOf('attribute'),
      options: listOf('option'),
      untranslated: untranslated(),
    }),
    /** After a rollback: ids given inside the transaction are gone. */
    forget() {
      ids = new Map()
      nameIds = new Map()
      moved.clear()
    },
  }
}

const sumOf = (values: readonly { total: number }[]): number => values.reduce((sum, { total }) => sum + total, 0)
