import type { Db, SqlValue } from './database'
import type { ChangeState, changeFilters, changeSources } from '../shared/change'
import { changeRecordSchema, sendTokenSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import type { ProductState } from '../shared/product-query'

export type ChangeSetRecord = {
  id: number
  source: (typeof changeSources)[number]
  label: string
  createdAt: number
  revertOf: number | null
}

type Settable = Partial<
  Pick<
    ChangeRecord,
    'state' | 'reason' | 'theirs' | 'attempts' | 'sentAt' | 'retryAt' | 'token' | 'before' | 'after' | 'field'
  >
>
type Filter = (typeof changeFilters)[number]

const columns = {
  state: 'state',
  reason: 'reason',
  theirs: 'theirs',
  attempts: 'attempts',
  sentAt: 'sent_at',
  retryAt: 'retry_at',
  token: 'token',
  before: 'before',
  after: 'after',
  field: 'field',
} satisfies Record<keyof Settable, string>

const jsonColumns = new Set<string>(['reason', 'theirs', 'token', 'before', 'after'])

/** Sets whose changes a tab of the Changes screen shows. */
const filters: Record<Filter, string> = {
  open: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state IN ('waiting', 'sending', 'unknown', 'conflict', 'refused'))`,
  refused: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state IN ('refused', 'conflict'))`,
  sent: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state = 'sent')`,
  all: '1',
}

/** Change sets and their changes: the queue, the undo list and the history are all read from here. */
export function createChangesTable(db: Db) {
  const statements = {
    insertSet: db.prepare('INSERT INTO change_sets (source, label, created_at, revert_of) VALUES (?, ?, ?, ?)'),
    set: db.prepare('SELECT * FROM change_sets WHERE id = ?'),
    insert: db.prepare(
      `INSERT INTO changes (set_id, product_id, product_name, kind, field, before, after, state, token)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    ),
    get: db.prepare('SELECT * FROM changes WHERE id = ?'),
    bySet: db.prepare('SELECT * FROM changes WHERE set_id = ? ORDER BY id'),
    open: db.prepare(`SELECT * FROM changes WHERE product_id = ? AND state NOT IN ('sent', 'dropped') ORDER BY id`),
    allOpen: db.prepare(`SELECT * FROM changes WHERE state NOT IN ('sent', 'dropped') ORDER BY id LIMIT ?`),
    openProducts: db.prepare(`SELECT DISTINCT product_id AS id FROM changes WHERE state NOT IN ('sent', 'dropped')`),
    due: db.prepare(
      `SELECT product_id AS id, min(id) AS first, max(kind NOT LIKE 'picture.%') AS quick FROM changes
       WHERE state IN ('waiting', 'unknown') AND (retry_at IS NULL OR retry_at <= ?)
         AND NOT EXISTS (SELECT 1 FROM changes held WHERE held.product_id = changes.product_id
           AND held.kind = 'create' AND held.state IN ('refused', 'conflict'))
       GROUP BY product_id HAVING quick = ? ORDER BY first LIMIT ?`,
    ),
    nextRetryAt: db.prepare(
      `SELECT min(retry_at) AS at FROM changes WHERE state IN ('waiting', 'unknown') AND retry_at > ?`,
    ),
    counts: db.prepare(
      `SELECT state, count(*) AS n FROM changes WHERE state NOT IN ('sent', 'dropped') GROUP BY state`,
    ),
    reverted: db.prepare('SELECT 1 FROM change_sets WHERE revert_of = ? LIMIT 1'),
    // Whatever was on the wire when the app ended may or may not have arrived.
    interrupt: db.prepare(`UPDATE changes SET state = 'unknown' WHERE state = 'sending'`),
    creates: db.prepare(
      `SELECT token FROM changes WHERE kind = 'create' AND state NOT IN ('sent', 'dropped') AND token IS NOT NULL`,
    ),
    move: db.prepare('UPDATE changes SET product_id = ? WHERE product_id = ?'),
    stagedSources: db.prepare(
      `SELECT before, after FROM changes WHERE kind IN ('picture.add', 'picture.remove', 'delete') AND state <> 'dropped'`,
    ),
  }

  function update(id: number, set: Settable): void {
    const names = Object.keys(set) as (keyof Settable)[]
    if (names.length === 0) return
    const values = names.map((name) => (jsonColumns.has(name) ? toJson(set[name]) : ((set[name] ?? null) as SqlValue)))
    const assignments = names.map((name) => `${columns[name]} = ?`).join(', ')
    db.prepare(`UPDATE changes SET ${assignments} WHERE id = ?`).run(...values, id)
  }

  return {
    insertSet(set: Omit<ChangeSetRecord, 'id'>): number {
      return Number(statements.insertSet.run(set.source, set.label, set.createdAt, set.revertOf).lastInsertRowid)
    },
    findSet(id: number): ChangeSetRecord | undefined {
      const row = statements.set.get(id)
      return row === undefined ? undefined : toSet(row as SetRow)
    },
    /** Adds a waiting change. Must share a transaction with whatever shows it. */
    insert(setId: number, change: NewChange): number {
      const { productId, productName, kind, field, before, after, token } = change
      const json = [toJson(before), toJson(after)]
      return Number(
        statements.insert.run(setId, productId, productName, kind, field, ...json, toJson(token ?? null))
          .lastInsertRowid,
      )
    },
    update,
    get(id: number): ChangeRecord | undefined {
      const row = statements.get.get(id)
      return row === undefined ? undefined : toRecord(row as Row)
    },
    ofSet: (setId: number): ChangeRecord[] => (statements.bySet.all(setId) as Row[]).map(toRecord),
    /** Open changes of one product, oldest first. */
    openOf: (productId: number): ChangeRecord[] => (statements.open.all(productId) as Row[]).map(toRecord),
    allOpen: (limit: number): ChangeRecord[] => (statements.allOpen.all(limit) as Row[]).map(toRecord),
    productsWithOpen: (): Set<number> =>
      new Set((statements.openProducts.all() as { id: number }[]).map(({ id }) => id)),
    /**
     * Products with something to send at this time, the longest waiting first. `quick`: more than pictures waits for them,
     * and a saved form must not stand behind a folder of uploads.
     */
    dueProducts: (now: number, { quick, limit }: { quick: boolean; limit: number }): number[] =>
      statements.due.all<{ id: number }>(now, quick ? 1 : 0, limit).map(({ id }) => id),
    /** The next time after `now` at which something becomes due. */
    nextRetryAt: (now: number): number | null => statements.nextRetryAt.get<{ at: number | null }>(now)?.at ?? null,
    counts(): Partial<Record<ChangeState, number>> {
      const rows = statements.counts.all() as { state: ChangeState; n: number }[]
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
    },
    isReverted: (setId: number): boolean => statements.reverted.get(setId) !== undefined,
    markInterrupted: (): number => statements.interrupt.run().changes,
    /** References of creates that are not known to have arrived. */
    openReferences(): Set<string> {
      const tokens = statements.creates
        .all<{ token: string }>()
        .map(({ token }) => sendTokenSchema.parse(fromJson(token)))
      return new Set(tokens.flatMap(({ reference }) => reference ?? []))
    },
    /** Two rows turned out to be one product. */
    moveProduct: (from: number, to: number): void => void statements.move.run(to, from),
    /** Content hashes that some change still needs the bytes of. */
    stagedHashes(): Set<string> {
      const rows = statements.stagedSources.all() as { before: string | null; after: string | null }[]
      return new Set(rows.flatMap(({ before, after }) => [...hashesIn(before), ...hashesIn(after)]))
    },
    list(filter: Filter, productId: number | undefined, offset: number, limit: number) {
      const ofProduct =
        productId === undefined ? '1' : 'EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.product_id = ?)'
      const where = `FROM change_sets s WHERE ${filters[filter]} AND ${ofProduct}`
      const args = productId === undefined ? [] : [productId]
      const { total } = db.prepare(`SELECT count(*) AS total ${where}`).get(...args) as { total: number }
      const rows = db.prepare(`SELECT s.* ${where} ORDER BY s.id DESC LIMIT ? OFFSET ?`).all(...args, limit, offset)
      return { total, sets: (rows as SetRow[]).map(toSet) }
    },
  }
}
export type ChangesTable = ReturnType<typeof createChangesTable>

type SetRow = { id: number; source: string; label: string; created_at: number; revert_of: number | null }
type Row = Record<'id' | 'set_id' | 'product_id' | 'attempts', number> &
  Record<'product_name' | 'kind' | 'state', string> &
  Record<'field' | 'before' | 'after' | 'reason' | 'theirs' | 'token', string | null> &
  Record<'sent_at' | 'retry_at', number | null>

const toJson = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
const fromJson = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

function toSet(row: SetRow): ChangeSetRecord {
  const source = row.source as ChangeSetRecord['source']
  return { id: row.id, source, label: row.label, createdAt: row.created_at, revertOf: row.revert_of }
}

function toRecord(row: Row): ChangeRecord {
  return changeRecordSchema.parse({
    id: row.id,
    setId: row.set_id,
    productId: row.product_id,
    productName: row.product_name,
    kind: row.kind,
    field: row.field,
    before: fromJson(row.before),
    after: fromJson(row.after),
    state: row.state,
    reason: fromJson(row.reason),
    theirs: fromJson(row.theirs),
    attempts: row.attempts,
    sentAt: row.sent_at,
    retryAt: row.retry_at,
    token: fromJson(row.token),
  })
}

const hashesIn = (json: string | null): string[] => json?.match(/(?<="hash":"|"staged:)[0-9a-f]{64}/g) ?? []

/** How a product stands, from its open changes: the worst of them. */
export function worstState(open: readonly Pick<ChangeRecord, 'state'>[]): ProductState {
  const states = new Set(open.map(({ state }) => state))
  if (states.has('conflict')) return 'conflict'
  if (states.has('refused')) return 'refused'
  if (states.has('sending')) return 'sending'
  if (states.has('waiting') || states.has('unknown')) return 'waiting'
  return 'synced'
}
