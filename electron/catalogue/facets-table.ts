import type { Facets } from '../shared/product-query'
import type { Db } from './database'
import { facetKey, type Facet } from './product-facts'
import type { Revisions } from './revisions'

const rememberedIds = 5000
const valuesPerName = 200

type FacetRecord = { kind: string; name_key: string; name: string; value: string; total: number }

/** Attribute and option values, each stored once, and which products have them. */
export function createFacetsTable(db: Db, revisions: Revisions) {
  const find = db.prepare(
    'SELECT id FROM facet_values WHERE kind = ? AND name_key = ? AND type_key = ? AND value_key = ?',
  )
  const insert = db.prepare(
    'INSERT INTO facet_values (kind, name_key, type_key, value_key, name, value) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const link = db.prepare(
    'INSERT OR IGNORE INTO product_facets (facet_id, product_id) SELECT value, ? FROM json_each(?)',
  )
  const unlink = db.prepare(
    'DELETE FROM product_facets WHERE product_id = ? AND facet_id IN (SELECT value FROM json_each(?))',
  )
  const counts = db.prepare(
    `SELECT v.kind, v.name_key, v.name, v.value, c.total
     FROM (SELECT facet_id, count(*) AS total FROM product_facets GROUP BY facet_id) c
     JOIN facet_values v ON v.id = c.facet_id
     ORDER BY c.total DESC, v.value_key`,
  )
  let ids = new Map<string, number>()
  let answer: { revision: number; facets: Facets } | undefined

  function idOf({ kind, name, type, value }: Facet): number {
    const keys = [kind, facetKey(name), facetKey(type), facetKey(value)] as const
    const key = keys.join('\n')
    const known = ids.get(key)
    if (known !== undefined) return known
    const id = find.get<{ id: number }>(...keys)?.id ?? insert.run(...keys, name, value).lastInsertRowid
    // The common ones come round again at once; a store's UPCs never do and must not pile up.
    if (ids.size >= rememberedIds) ids = new Map()
    ids.set(key, id)
    return id
  }

  return {
    idsOf: (facets: readonly Facet[]): number[] => [...new Set(facets.map(idOf))].sort((a, b) => a - b),
    link(productId: number, added: readonly number[], removed: readonly number[]): void {
      if (removed.length > 0) unlink.run(productId, JSON.stringify(removed))
      if (added.length > 0) link.run(productId, JSON.stringify(added))
      if (removed.length + added.length > 0) revisions.bump('facets')
    },
    /** Names and values with the number of products, the most frequent first; at most 200 values of a name. */
    list: (): Facets => {
      const revision = revisions.of(['facets'])
      if (answer?.revision === revision) return answer.facets
      const facets = group(counts.all<FacetRecord>())
      answer = { revision, facets }
      return facets
    },
    /** After a rollback: ids given inside the transaction are gone. */
    forget() {
      ids = new Map()
      answer = undefined
    },
  }
}

function group(records: FacetRecord[]): Facets {
  const groups = { attribute: new Map<string, Named>(), option: new Map<string, Named>() }
  for (const { kind, name_key, name, value, total } of records) {
    const names = kind === 'attribute' ? groups.attribute : groups.option
    let named = names.get(name_key)
    if (!named) names.set(name_key, (named = { name, total: 0, values: [] }))
    named.total += total
    if (named.values.length < valuesPerName) named.values.push({ value, count: total })
  }
  const byTotal = (names: Map<string, Named>) =>
    [...names.values()].sort((a, b) => b.total - a.total).map(({ name, values }) => ({ name, values }))
  return { attributes: byTotal(groups.attribute), options: byTotal(groups.option) }
}

type Named = { name: string; total: number; values: { value: string; count: number }[] }
