import { bringsBytes, isOpen, isReverted } from './acts-sql'
import { fromJson, recordOf, rowColumns, type ChangeRow as Row } from './change-row'
import { createChangeSetParts } from './change-set-parts'
import { createConflictsTable } from './conflicts-table'
import { createCopiesOfFiles } from './copies-of-files'
import { createHoldingTable } from './holding-table'
import { createMadeAnew } from './made-anew'
import type { Db, SqlValue } from './database'
import { createNamesMadeHere } from './names-made-here'
import { createNamingChanges } from './naming-changes'
import { createPictureChanges } from './picture-changes'
import { createQueueTable } from './queue-table'
import { AppError } from '../shared/errors'
import type { ChangeState, changeFilters, changeSources } from '../shared/change'
import { exists, type Act, type Thing, type ThingRef } from '../shared/change-address'
import { sendTokenSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import type { ProductState } from '../shared/product-query'
import { setLabelSchema, type SetLabel } from '../shared/set-label'

export type ChangeSetRecord = {
  id: number
  source: (typeof changeSources)[number]
  label: SetLabel
  createdAt: number
  revertOf: number | null
}

type Settable = Partial<
  Pick<
    ChangeRecord,
    | 'state'
    | 'reason'
    | 'theirs'
    | 'attempts'
    | 'sentAt'
    | 'retryAt'
    | 'token'
    | 'before'
    | 'after'
    | 'key'
    | 'decision'
    | 'waitsFor'
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
  key: 'key',
  decision: 'decision',
  waitsFor: 'waits_for',
} satisfies Record<keyof Settable, string>

const jsonColumns = new Set<string>(['reason', 'theirs', 'token', 'before', 'after', 'decision'])

/** Sets whose changes a tab of the Changes screen shows. */
const filters: Record<Filter, string> = {
  queue: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state IN ('waiting', 'held', 'sending', 'unknown'))`,
  open: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state NOT IN ('sent', 'taken-back'))`,
  conflict: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state = 'conflict')`,
  refused: `EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state = 'refused')`,
  sent: `s.source <> 'pull' AND EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state = 'sent')`,
  store: `s.source = 'pull'`,
  all: '1',
}

/** Change sets and their changes: the queue, the undo list and the history are all read from here. */
export function createChangesTable(db: Db) {
  const withNamesNow = createNamesMadeHere(db)
  const toRecord = (row: Row): ChangeRecord => withNamesNow(recordOf(row))
  const statements = {
    insertSet: db.prepare('INSERT INTO change_sets (source, label, created_at, revert_of) VALUES (?, ?, ?, ?)'),
    set: db.prepare('SELECT * FROM change_sets WHERE id = ?'),
    insert: db.prepare(
      `INSERT INTO changes (set_id, product_id, product_name, thing, list, key, field, verb, entry, before, after, state, sent_at,
         token, reverts, redoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    get: db.prepare('SELECT * FROM changes WHERE id = ?'),
    bySet: db.prepare('SELECT * FROM changes WHERE set_id = ? ORDER BY id'),
    pageOfSet: db.prepare('SELECT * FROM changes WHERE set_id = ? ORDER BY id LIMIT ? OFFSET ?'),
    statesOf: db.prepare('SELECT state, count(*) AS n FROM changes WHERE set_id = ? GROUP BY state'),
    restingOf: db.prepare(
      `SELECT id FROM changes WHERE set_id = ? AND state IN ('waiting', 'held', 'refused', 'conflict')
       ORDER BY id DESC LIMIT ?`,
    ),
    // As one text: each row costs libsql more to hand over than all of them to read. Asked for every product that is touched.
    open: db.prepare(
      `SELECT json_group_array(json_object(${rowColumns.map((name) => `'${name}', ${name}`).join()})) AS list FROM
         (SELECT * FROM changes WHERE product_id = ? AND thing = ? AND state NOT IN ('sent', 'taken-back') ORDER BY id)`,
    ),
    openStates: db.prepare(
      `SELECT DISTINCT state FROM changes WHERE product_id = ? AND thing = 'product' AND state NOT IN ('sent', 'taken-back')`,
    ),
    fieldsToSend: db.prepare(
      `SELECT 1 FROM changes WHERE product_id = ? AND thing = ? AND state IN ('waiting', 'unknown')
         AND list IS NULL AND verb = 'set' LIMIT 1`,
    ),
    alike: db.prepare(
      `SELECT * FROM changes WHERE product_id = ? AND thing = ? AND list IS ? AND key IS ? AND field IS ? AND verb = ?
       ORDER BY id`,
    ),
    allOpen: db.prepare(`SELECT * FROM changes WHERE state NOT IN ('sent', 'taken-back') ORDER BY id LIMIT ?`),
    // A delete and a decision that were not tried yet keep their rest.
    hurry: db.prepare(
      `UPDATE changes SET retry_at = NULL WHERE ${isOpen} AND state IN ('waiting', 'unknown') AND retry_at IS NOT NULL
         AND NOT (reason IS NULL AND (verb = 'delete' OR decision IS NOT NULL))`,
    ),
    unreverted: db.prepare(
      `SELECT 1 FROM changes c WHERE c.set_id = ? AND c.state NOT IN ('taken-back') AND NOT ${isReverted('c')} LIMIT 1`,
    ),
    revertedBy: db.prepare(`SELECT 1 FROM changes WHERE reverts = ? AND state <> 'taken-back' LIMIT 1`),
    revertsOf: db.prepare(
      `SELECT id FROM changes WHERE reverts = ? AND state NOT IN ('taken-back', 'refused', 'conflict')`,
    ),
    toRedo: db.prepare(
      `SELECT 1 FROM changes c WHERE c.set_id = ? AND c.state = 'taken-back' AND NOT EXISTS
         (SELECT 1 FROM changes r WHERE r.redoes = c.id AND r.state <> 'taken-back') LIMIT 1`,
    ),
    newestOwn: db.prepare(`SELECT id FROM change_sets WHERE source NOT IN ('pull', 'revert') ORDER BY id DESC LIMIT 1`),
    redoneBy: db.prepare('SELECT id FROM changes WHERE redoes = ? ORDER BY id DESC LIMIT 1'),
    namingVariations: db.prepare(
      `SELECT * FROM changes WHERE product_id = ? AND thing = 'product'
         AND (list = 'variations' AND verb <> 'set' OR list IS NULL AND field = 'options') ORDER BY id`,
    ),
    bringForward: db.prepare(`UPDATE changes SET retry_at = ? WHERE ${isOpen} AND retry_at > ?`),
    moveTimes: db.prepare(`UPDATE changes SET retry_at = retry_at + ? WHERE ${isOpen} AND retry_at IS NOT NULL`),
    newest: db.prepare('SELECT * FROM change_sets ORDER BY id DESC LIMIT 1'),
    relabel: db.prepare('UPDATE change_sets SET label = ? WHERE id = ?'),
    // The newest set of this person that is not taken back, also while it is on its way.
    lastUndoable: db.prepare(
      `SELECT * FROM change_sets s WHERE s.id < ? AND s.source NOT IN ('pull', 'revert') AND EXISTS
         (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.state <> 'taken-back' AND NOT ${isReverted('c')})
       ORDER BY s.id DESC LIMIT 1`,
    ),
    history: db.prepare(
      `SELECT c.*, s.source, s.label, s.created_at, EXISTS
         (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'taken-back') AS reverted
       FROM changes c JOIN change_sets s ON s.id = c.set_id
       WHERE c.product_id = ? AND c.thing = ? AND c.state <> 'taken-back' ORDER BY c.id DESC LIMIT ? OFFSET ?`,
    ),
    historyTotal: db.prepare(
      `SELECT count(*) AS total FROM changes WHERE product_id = ? AND thing = ? AND state <> 'taken-back'`,
    ),
    oldPulled: db.prepare(
      `SELECT id FROM change_sets WHERE source = 'pull' AND id <= coalesce((SELECT id FROM change_sets
         WHERE source = 'pull' ORDER BY id DESC LIMIT 1 OFFSET ?), -1)
         AND NOT EXISTS (SELECT 1 FROM change_sets later WHERE later.revert_of = change_sets.id) LIMIT 100`,
    ),
    removeChanges: db.prepare('DELETE FROM changes WHERE set_id = ?'),
    removeSet: db.prepare('DELETE FROM change_sets WHERE id = ?'),
    // Whatever was on the wire when the app ended may or may not have arrived.
    interrupt: db.prepare(
      `UPDATE changes SET state = iif(token ->> '$.isHeld' AND token ->> '$.step' IS NOT NULL, 'held', 'unknown'),
         token = iif(token ->> '$.step' IS NOT NULL, json_remove(token, '$.isHeld'), token)
       WHERE state = 'sending'`,
    ),
    creates: db.prepare(
      `SELECT token FROM changes WHERE verb = 'create' AND state NOT IN ('sent', 'taken-back') AND token IS NOT NULL`,
    ),
    waitingFor: db.prepare('SELECT DISTINCT product_id AS id FROM changes WHERE waits_for = ?'),
    createdNames: db.prepare(
      `SELECT after ->> '$.name' AS name FROM changes WHERE thing = ? AND verb = 'create' AND state IN ('sending', 'unknown')`,
    ),
    move: db.prepare(`UPDATE changes SET product_id = ? WHERE product_id = ? AND thing = 'product'`),
    renameVariation: db.prepare(
      `UPDATE changes SET key = ? WHERE product_id = ? AND thing = 'product' AND list = 'variations' AND key = ?`,
    ),
    stagedSources: db.prepare(
      // A folder's pictures are too much to keep once they are in the store; its undo needs only what they replaced.
      `SELECT before, CASE WHEN state = 'sent' AND EXISTS
         (SELECT 1 FROM picture_job_files f WHERE f.change_id = changes.id) THEN NULL ELSE after END AS after
       FROM changes WHERE (${bringsBytes()} OR verb IN ('remove', 'delete')) AND state <> 'taken-back'`,
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
    ...createChangeSetParts(db),
    ...createConflictsTable(db, toRecord),
    ...createMadeAnew(db),
    ...createCopiesOfFiles(db),
    ...createQueueTable(db),
    ...createHoldingTable(db),
    ...createNamingChanges(db),
    ...createPictureChanges(db, toRecord),
    insertSet(set: Omit<ChangeSetRecord, 'id'>): number {
      return Number(
        statements.insertSet.run(set.source, toJson(set.label), set.createdAt, set.revertOf).lastInsertRowid,
      )
    },
    findSet(id: number): ChangeSetRecord | undefined {
      const row = statements.set.get(id)
      return row === undefined ? undefined : toSet(row as SetRow)
    },
    /** Adds a change that waits, or with `sentAt` one that is in the store. Must share a transaction with whatever shows it. */
    insert(setId: number, change: NewChange, sentAt: number | null = null): number {
      if (!exists(change)) throw new AppError('internal', 'This change is about nothing that there is.')
      const { productId, productName, thing, list, key, field, verb, entry = null, before, after } = change
      const { token, reverts, redoes } = change
      const values = [
        setId,
        productId,
        productName,
        thing,
        list,
        key,
        field,
        verb,
        entry,
        toJson(before),
        toJson(after),
      ]
      const state = sentAt === null ? 'waiting' : 'sent'
      const links = [toJson(token ?? null), reverts ?? null, redoes ?? null]
      return statements.insert.run(...values, state, sentAt, ...links).lastInsertRowid
    },
    update,
    get(id: number): ChangeRecord | undefined {
      const row = statements.get.get(id)
      return row === undefined ? undefined : toRecord(row as Row)
    },
    /** How many changes of a set are in which state. */
    statesOf: (setId: number): Partial<Record<ChangeState, number>> =>
      Object.fromEntries(
        statements.statesOf.all<{ state: ChangeState; n: number }>(setId).map((row) => [row.state, row.n]),
      ),
    /** Changes of a set that can be taken back: neither on the wire nor settled. */
    restingOf: (setId: number, limit: number): number[] =>
      statements.restingOf.all<{ id: number }>(setId, limit).map(({ id }) => id),
    pageOfSet: (setId: number, offset: number, limit: number): ChangeRecord[] =>
      statements.pageOfSet.all<Row>(setId, limit, offset).map(toRecord),
    ofSet: (setId: number): ChangeRecord[] => (statements.bySet.all(setId) as Row[]).map(toRecord),
    /** Open changes of one thing, by its local id, oldest first. */
    openOf: (thing: Thing, id: number): ChangeRecord[] =>
      (JSON.parse(statements.open.get<{ list: string }>(id, thing)?.list ?? '[]') as Row[]).map(toRecord),
    /** In which states they are, of a product. */
    openStates: (productId: number): { state: ChangeState }[] => statements.openStates.all(productId),
    /** Whether a field of the thing itself is to be sent: what is held, refused or asked about is not. */
    hasFieldsToSend: ({ thing, id }: ThingRef): boolean => statements.fieldsToSend.get(id, thing) !== undefined,
    /** All changes that do the same as this one, settled or not. */
    alike: ({
      productId,
      thing,
      list,
      key,
      field,
      verb,
    }: Pick<ChangeRecord, 'productId' | keyof Act>): ChangeRecord[] =>
      statements.alike.all<Row>(productId, thing, list, key, field, verb).map(toRecord),
    allOpen: (limit: number): ChangeRecord[] => (statements.allOpen.all(limit) as Row[]).map(toRecord),
    /** What rests after a failure is due now. */
    hurry: (): void => void statements.hurry.run(),
    /** Whether some of its changes were not taken back yet. */
    hasUnreverted: (setId: number): boolean => statements.unreverted.get(setId) !== undefined,
    withoutReverted: (changes: ChangeRecord[]): ChangeRecord[] =>
      changes.filter(({ id }) => statements.revertedBy.get(id) === undefined),
    /** The changes that take this one back, unless they could not. */
    revertsOf: (id: number): number[] => statements.revertsOf.all<{ id: number }>(id).map((row) => row.id),
    /** The change that does this one again. */
    redoneBy: (id: number): number | null => statements.redoneBy.get<{ id: number }>(id)?.id ?? null,
    /** Whether some of its changes were taken out of the queue and not done again. */
    hasToRedo: (setId: number): boolean => statements.toRedo.get(setId) !== undefined,
    /** The newest set that this person made; 0 when there is none. */
    newestOwn: (): number => statements.newestOwn.get<{ id: number }>()?.id ?? 0,
    /** All that made and removed variations of a product, or renamed what they are made of, settled or not. */
    namingVariations: (productId: number): ChangeRecord[] =>
      statements.namingVariations.all<Row>(productId).map(toRecord),
    /** Nothing rests beyond this time: the clock was set back while the app was closed. */
    bringForward: (latest: number, at: number): void => void statements.bringForward.run(at, latest),
    /** The clock was set: what rests goes on resting as long as it was meant to. */
    moveTimes: (ms: number): void => void statements.moveTimes.run(ms),
    lastUndoable(before = Number.MAX_SAFE_INTEGER): ChangeSetRecord | undefined {
      const row = statements.lastUndoable.get<SetRow>(before)
      return row && toSet(row)
    },
    /** The newest set, when others made it: what else they did in the same minute belongs to it. */
    newestByOthers(): ChangeSetRecord | undefined {
      const row = statements.newest.get<SetRow>()
      return row?.source === 'pull' ? toSet(row) : undefined
    },
    relabel: (setId: number, label: SetLabel): void => void statements.relabel.run(toJson(label), setId),
    /** Everything that happened to a thing, newest first, except what was taken back before it was sent. */
    history({ thing, id }: ThingRef, offset: number, limit: number): { total: number; entries: HistoryRecord[] } {
      const total = statements.historyTotal.get<{ total: number }>(id, thing)?.total ?? 0
      const rows = statements.history.all<HistoryRow>(id, thing, limit, offset)
      return { total, entries: rows.map((row) => toHistory(row, toRecord(row))) }
    },
    /** Forgets what others changed beyond the newest `kept` sets; what somebody took back of them stays. */
    forgetPulled(kept: number): void {
      for (const { id } of statements.oldPulled.all<{ id: number }>(kept)) {
        statements.removeChanges.run(id)
        statements.removeSet.run(id)
      }
    },
    markInterrupted: (): number => statements.interrupt.run().changes,
    /** References of creates that are not known to have arrived. */
    openReferences(): Set<string> {
      const tokens = statements.creates
        .all<{ token: string }>()
        .map(({ token }) => sendTokenSchema.parse(fromJson(token)))
      return new Set(tokens.flatMap(({ reference }) => reference ?? []))
    },
    /** Local ids of things with changes that cannot go before this one. */
    waitingFor: (id: number): number[] => statements.waitingFor.all<{ id: number }>(id).map((row) => row.id),
    /** Names of such things that may be in the store without that it is known. */
    openNames: (thing: Act['thing']): Set<string> =>
      new Set(statements.createdNames.all<{ name: string }>(thing).map(({ name }) => name)),
    /** A variation that was made here has its id in the store; whatever named it does so by that. */
    renameVariation: (productId: number, from: string, to: string): void =>
      void statements.renameVariation.run(to, productId, from),
    /** Two rows turned out to be one product. */
    moveProduct: (from: number, to: number): void => void statements.move.run(to, from),
    /** Content hashes that some change still needs the bytes of. */
    stagedHashes(): Set<string> {
      const rows = statements.stagedSources.all() as { before: string | null; after: string | null }[]
      return new Set(rows.flatMap(({ before, after }) => [...hashesIn(before), ...hashesIn(after)]))
    },
    list(filter: Filter, about: ThingRef | undefined, offset: number, limit: number) {
      const ofThing =
        about === undefined
          ? '1'
          : 'EXISTS (SELECT 1 FROM changes c WHERE c.set_id = s.id AND c.product_id = ? AND c.thing = ?)'
      const where = `FROM change_sets s WHERE ${filters[filter]} AND ${ofThing}`
      const args = about === undefined ? [] : [about.id, about.thing]
      const { total } = db.prepare(`SELECT count(*) AS total ${where}`).get(...args) as { total: number }
      // The queue in the order it goes, history from its end.
      const order = filter === 'queue' || filter === 'open' ? 'ASC' : 'DESC'
      const rows = db.prepare(`SELECT s.* ${where} ORDER BY s.id ${order} LIMIT ? OFFSET ?`).all(...args, limit, offset)
      return { total, sets: (rows as SetRow[]).map(toSet) }
    },
  }
}

type SetRow = { id: number; source: string; label: string; created_at: number; revert_of: number | null }
type HistoryRow = Row & { source: string; label: string; created_at: number; reverted: number }

export type HistoryRecord = ChangeRecord & Omit<ChangeSetRecord, 'id' | 'revertOf'> & { isReverted: boolean }

const toJson = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
const toLabel = (text: string): SetLabel => setLabelSchema.parse(JSON.parse(text))

function toSet(row: SetRow): ChangeSetRecord {
  const source = row.source as ChangeSetRecord['source']
  return { id: row.id, source, label: toLabel(row.label), createdAt: row.created_at, revertOf: row.revert_of }
}

function toHistory(row: HistoryRow, record: ChangeRecord): HistoryRecord {
  const source = row.source as ChangeSetRecord['source']
  const set = { source, label: toLabel(row.label), createdAt: row.created_at }
  return { ...record, ...set, isReverted: row.reverted === 1 }
}

const hashesIn = (json: string | null): string[] => json?.match(/(?<="hash":"|"staged:)[0-9a-f]{64}/g) ?? []

/** How a product stands, from its open changes: the worst of them. */
export function worstState(open: readonly Pick<ChangeRecord, 'state'>[]): ProductState {
  const states = new Set(open.map(({ state }) => state))
  if (states.has('conflict')) return 'conflict'
  if (states.has('refused')) return 'refused'
  if (states.has('sending')) return 'sending'
  if (states.has('waiting') || states.has('held') || states.has('unknown')) return 'waiting'
  return 'synced'
}
