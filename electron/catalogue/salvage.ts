import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { openDatabase, type Db, type SqlValue } from './database'
import { addressOfKind } from './migrations/0011-change-addresses'
import { setLabelSchema, type SetLabel } from '../shared/set-label'
import { actSchema } from '../shared/change-address'
import { withNamesIn, type NameNow } from './names-in-change'
import type { createProductsTable } from './products-table'

export type Salvaged = {
  /** Local ids, in the new file, of the products whose changes came over. */
  productIds: number[]
  /** Everything there was could be read. */
  isWhole: boolean
}

type Row = Record<string, SqlValue>
type Products = Pick<ReturnType<typeof createProductsTable>, 'putRemote' | 'create' | 'attach'>
type Reader = { first: (sql: string, ...values: SqlValue[]) => Row | undefined; isWhole: () => boolean }

// What an earlier version called taken back is no more open than today.
const open = `state NOT IN ('sent', 'taken-back', 'dropped')`

/**
 * Carries changes that had not been sent, and drafts, from a damaged file into a fresh one, row by row as far as they can be
 * read, with the products they belong to. The damaged file itself stays as it is: a copy is read.
 */
export function salvage(file: string, into: Db, products: Products): Salvaged {
  const copy = `${file}.copy`
  try {
    for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
    const from = openDatabase(copy)
    try {
      return into.transaction(() => carryOver(tolerant(from), into, products))
    } finally {
      from.close()
    }
  } catch {
    // Not even its first page can be read.
    return { productIds: [], isWhole: false }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  }
}

function carryOver(from: Reader, into: Db, products: Products): Salvaged {
  const changes = rows(from, `SELECT * FROM changes WHERE ${open}`).map(withAddress)
  let isWhole = from.isWhole()
  const localIds = new Map<SqlValue, number>()
  const readable: Row[] = []
  for (const change of changes) {
    const productId = change.product_id ?? null
    const hasCreate = changes.some((other) => other.verb === 'create' && other.product_id === productId)
    const isReadable = jsonColumns.every(
      (name) => (change[name] ?? null) === null || jsonOf(change[name]) !== undefined,
    )
    const localId = isReadable
      ? (localIds.get(productId) ?? carryThing(from, into, products, productId, hasCreate))
      : undefined
    if (localId === undefined) {
      isWhole = false
      continue
    }
    localIds.set(productId, localId)
    readable.push(change)
  }
  // What names a product that is made here does so by its local id, which is another one now.
  const nameNow = namesIn(from, (id) => localIds.get(id))
  for (const change of readable) {
    carrySet(from, into, change.set_id ?? null)
    const values = {
      ...reasonsOf(change),
      entry: entryOf(change),
      product_id: localIds.get(change.product_id ?? null) ?? null,
    }
    insert(into, 'changes', { ...change, ...valuesOf(change, nameNow), ...values })
  }
  carryNames(from, into)
  for (const draft of rows(from, 'SELECT product_id AS id, * FROM drafts')) {
    const known = localIds.get(draft.product_id ?? null)
    const productId =
      draft.product_id === 0 ? 0 : (known ?? carryProduct(from, products, draft.product_id ?? null, false))
    if (productId !== undefined) insert(into, 'drafts', { ...draft, product_id: productId })
  }
  // Those of categories and product types are called by their local ids, which they keep.
  const ofShelves = `SELECT -CAST(substr(key, 10) AS INTEGER) AS id, key, value FROM meta WHERE key LIKE 'draft of -%'`
  for (const draft of rows(from, ofShelves)) insert(into, 'meta', draft)
  // What new products begin with is nobody else’s to know.
  for (const row of rows(from, `SELECT 1 AS id, key, value FROM meta WHERE key = 'new products'`))
    insert(into, 'meta', row)
  const areAppliesWhole = carryApplies(from, into, (id) => {
    const localId = localIds.get(id) ?? carryProduct(from, products, id, false)
    if (localId !== undefined) localIds.set(id, localId)
    return localId
  })
  return { productIds: [...localIds.values()], isWhole: isWhole && areAppliesWhole && from.isWhole() }
}

/** A product that the store has by now is called by its Ecwid id; one that did not come over is named by nothing. */
function namesIn(from: Reader, idNow: (id: number) => number | undefined): NameNow {
  return ({ thing, id }) => {
    if (thing !== 'product' || id >= 0) return id
    const now = idNow(-id)
    const known = Number(from.first('SELECT ecwid_id FROM products WHERE id = ?', -id)?.ecwid_id ?? 0)
    return known || (now === undefined ? null : -now)
  }
}

/** Whatever it is about, with the names that there are now. */
function valuesOf(change: Row, nameNow: NameNow): Row {
  const act = actSchema.safeParse({ ...change, list: change.list ?? null }).data
  if (!act) return {}
  const renamed = (json: SqlValue | undefined): SqlValue =>
    typeof json === 'string' ? JSON.stringify(withNamesIn(act, jsonOf(json), nameNow)) : null
  return act.verb === 'create'
    ? { after: renamed(change.after) }
    : act.verb === 'set'
      ? { before: renamed(change.before), after: renamed(change.after), theirs: renamed(change.theirs) }
      : {}
}

/** What was asked for in long lists and is not made yet. False: some of it is about products that nobody can tell any more. */
function carryApplies(from: Reader, into: Db, idNow: (id: number) => number | undefined): boolean {
  if (!from.first(`SELECT 1 AS found FROM sqlite_master WHERE name = 'applies'`)) return true
  let isWhole = true
  for (const row of rows(from, 'SELECT * FROM applies WHERE ended_at IS NULL')) {
    const asked = asObject(jsonOf(row.asked))
    const operations = Array.isArray(asked?.operations) ? asked.operations : []
    const ahead = jsonOf(row.ahead)
    const isDone = (at: number) => at < Number(row.done) || (Array.isArray(ahead) && ahead.includes(at))
    const left = operations.flatMap((operation: unknown, at): unknown[] => {
      const known = isDone(at) ? null : asObject(operation)
      if (typeof known?.productId !== 'number') return known ? [known] : []
      const productId = idNow(known.productId)
      isWhole &&= productId !== undefined
      return productId === undefined ? [] : [{ ...known, productId }]
    })
    const isKnown = into.prepare('SELECT 1 FROM change_sets WHERE id = ?').get(row.set_id ?? null) !== undefined
    const over = {
      asked: JSON.stringify({ ...asked, operations: left }),
      set_id: isKnown ? (row.set_id ?? null) : null,
    }
    if (asked === null) isWhole = false
    else insert(into, 'applies', over)
  }
  return isWhole
}

/** What a change cannot do without. */
const jsonColumns = ['before', 'after', 'theirs', 'token']

/** An older version wrote sentences; one that cannot be read is let go of, and the change stays. */
function reasonsOf(change: Row): Row {
  const decision = asObject(jsonOf(change.decision))
  const decided = decision && { ...decision, reason: withCode(asObject(decision.reason)) }
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null)
  return { reason: json(withCode(asObject(jsonOf(change.reason)))), decision: json(decided) }
}

function withCode(old: Record<string, unknown> | null): Record<string, unknown> | null {
  // Names of fields only: what the store said of each stood beside them.
  const fields = asObject(old?.fields)
  const reason = old && fields && !Array.isArray(fields) ? { ...old, fields: Object.keys(fields) } : old
  if (!reason || !('message' in reason) || typeof reason.message !== 'string') return reason
  const { message, ...rest } = reason
  return { ...rest, sentence: { says: 'text', text: message } }
}

const asObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null

/** A version that knew kinds of changes may have written the file. */
function withAddress(change: Row): Row {
  const address = addressOfKind[String(change.kind)]
  if (!address) return change
  const { list, verb, field = null, named } = address
  const old = change.field ?? null
  return {
    ...change,
    list: list ?? null,
    verb,
    key: named === 'key' ? old : null,
    field: named === 'field' ? old : field,
  }
}

/** An earlier version named the variation of a picture in its values. */
function entryOf({ entry, list, before, after }: Row): SqlValue {
  if (list !== 'variations') return entry ?? null
  const named = [after, before].map((json) => asObject(typeof json === 'string' ? JSON.parse(json) : null)?.label)
  return entry ?? named.find((label) => typeof label === 'string') ?? null
}

/** A category or product type keeps its local id: products may call it by that. */
function carryThing(from: Reader, into: Db, products: Products, id: SqlValue, hasCreate: boolean): number | undefined {
  if (Number(id) >= 0) return carryProduct(from, products, id, hasCreate)
  const row = from.first('SELECT * FROM shelves WHERE id = -?', id)
  if (!row) return undefined
  insert(into, 'shelves', row)
  return Number(id)
}

/** Which category of the store was made here under which local id: edits may call it by that. The rest of it is read again. */
function carryNames(from: Reader, into: Db): void {
  if (!from.first(`SELECT 1 AS found FROM sqlite_master WHERE name = 'shelves'`)) return
  const named = rows(from, 'SELECT id, thing, ecwid_id FROM shelves WHERE ecwid_id IS NOT NULL')
  for (const row of named) insert(into, 'shelves', row)
}

/** The product under a new local id; undefined: nobody can tell which product of the store it was. */
function carryProduct(from: Reader, products: Products, id: SqlValue, hasCreate: boolean): number | undefined {
  const remote = parsed(from.first('SELECT json FROM remotes WHERE product_id = ?', id)?.json)
  if (remote) return products.putRemote(remote)
  const row = from.first('SELECT ecwid_id FROM products WHERE id = ?', id)
  const ecwidId = Number(row?.ecwid_id ?? 0)
  if (!ecwidId && !(row && hasCreate)) return undefined
  const localId = products.create()
  if (ecwidId) products.attach(localId, ecwidId)
  return localId
}

function carrySet(from: Reader, into: Db, id: SqlValue): void {
  if (into.prepare('SELECT 1 FROM change_sets WHERE id = ?').get(id)) return
  const lost: Row = { id, source: 'form', created_at: 0 }
  const found = from.first('SELECT * FROM change_sets WHERE id = ?', id)
  // The set it takes back may not have come over.
  insert(into, 'change_sets', { ...lost, ...found, label: JSON.stringify(labelOf(found?.label)), revert_of: null })
}

/** An older version wrote sentences. */
function labelOf(label: SqlValue | undefined): SetLabel {
  if (typeof label !== 'string') return { code: 'salvaged' }
  const known = setLabelSchema.safeParse(jsonOf(label))
  return known.success ? known.data : { code: 'text', text: label }
}

/** Only the columns there are: an older version may have written the file. */
function insert(into: Db, table: string, row: Row): void {
  const columns = into.prepare(`PRAGMA table_info(${table})`).all<{ name: string }>()
  const names = columns.flatMap(({ name }) => (row[name] === undefined ? [] : [name]))
  const places = names.map(() => '?').join(', ')
  const values = names.map((name) => row[name] ?? null)
  into.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...values)
}

/** Rows by id, one after the other from both ends: an unreadable page hides only what lies on it. */
function rows(from: Reader, select: string): Row[] {
  const walk = (order: 'ASC' | 'DESC', until: SqlValue) => {
    const found: Row[] = []
    const past = order === 'ASC' ? '>' : '<'
    for (let at: SqlValue = order === 'ASC' ? -1 : Number.MAX_SAFE_INTEGER; ;) {
      const row = from.first(`SELECT * FROM (${select}) WHERE id ${past} ? ORDER BY id ${order} LIMIT 1`, at)
      if (!row || (until !== null && row.id === until)) return found
      found.push(row)
      at = row.id ?? null
    }
  }
  const up = walk('ASC', null)
  if (from.isWhole()) return up
  const last = up.at(-1)?.id ?? -1
  return [...up, ...walk('DESC', last).reverse()]
}

function tolerant(db: Db): Reader {
  let whole = true
  return {
    isWhole: () => whole,
    first(sql, ...values) {
      try {
        return db.prepare(sql).get<Row>(...values)
      } catch {
        whole = false
        return undefined
      }
    },
  }
}

function parsed(json: SqlValue | undefined): { id: number } | undefined {
  const value = jsonOf(json)
  return typeof value === 'object' && value !== null && 'id' in value ? (value as { id: number }) : undefined
}

function jsonOf(json: SqlValue | undefined): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return undefined
  }
}
