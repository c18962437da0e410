import { existsSync, statSync } from 'node:fs'
import Database from 'libsql'
import { asStorageError, storageProblemOf } from './storage-error'

export type SqlValue = string | number | null | Uint8Array
export type Statement = {
  get<Row>(...values: SqlValue[]): Row | undefined
  all<Row>(...values: SqlValue[]): Row[]
  run(...values: SqlValue[]): { changes: number; lastInsertRowid: number }
}
export type Db = ReturnType<typeof openDatabase>

const slowMs = 40

/**
 * One connection, used synchronously. WAL, and an fsync at every commit (synchronous=FULL): with NORMAL a crash of the app
 * loses nothing either, but a power cut could take back the last commits, and what a person saved must not go with it.
 * What can be read or done again does not wait for the disk: see `repeatable`.
 */
export function openDatabase(
  file: string,
  log: (message: string) => void = () => {},
  onDamaged: () => void = () => {},
) {
  const raw = guarded(() => new Database(file))
  const statements = new Map<string, Statement>()
  const rollbackListeners: (() => void)[] = []
  const commitListeners: (() => void)[] = []
  let depth = 0

  try {
    exec('PRAGMA busy_timeout = 1000')
    exec('PRAGMA journal_mode = WAL')
    exec('PRAGMA synchronous = FULL')
    exec('PRAGMA foreign_keys = ON')
    // KiB. Enough for the search index of a large store to stay in memory between two keystrokes.
    exec('PRAGMA cache_size = -65536')
    exec('PRAGMA temp_store = MEMORY')
    // Pages. A full pull writes the same index pages again and again: fewer checkpoints write each of them less often.
    exec('PRAGMA wal_autocheckpoint = 4000')
  } catch (error) {
    raw.close()
    throw error
  }

  function exec(sql: string): void {
    timed(sql, () => raw.exec(sql))
  }

  function timed<T>(sql: string, work: () => T): T {
    const start = performance.now()
    try {
      return guarded(work)
    } catch (error) {
      if (storageProblemOf(error) === 'damaged') onDamaged()
      throw error
    } finally {
      const ms = performance.now() - start
      // The statement without its values: those are the shop's data.
      if (ms > slowMs) log(`Slow query, ${Math.round(ms)} ms: ${sql.replace(/\s+/g, ' ').trim().slice(0, 300)}`)
    }
  }

  function prepare(sql: string): Statement {
    let statement = statements.get(sql)
    if (!statement) {
      const inner = guarded(() => raw.prepare<SqlValue[][]>(sql))
      statement = {
        get: <Row>(...values: SqlValue[]) => timed(sql, () => inner.get(bindable(values))) as Row | undefined,
        all: <Row>(...values: SqlValue[]) => timed(sql, () => inner.all(bindable(values))) as Row[],
        run: (...values) => {
          const { changes, lastInsertRowid } = timed(sql, () => inner.run(bindable(values)))
          return { changes, lastInsertRowid: Number(lastInsertRowid) }
        },
      }
      statements.set(sql, statement)
    }
    return statement
  }

  /** All or nothing, on disk when it returns. A nested call joins the outer one. */
  function transaction<T>(work: () => T): T {
    if (depth > 0) return work()
    exec('BEGIN IMMEDIATE')
    depth += 1
    try {
      const result = work()
      commitListeners.forEach((listener) => listener())
      exec('COMMIT')
      return result
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (raw.inTransaction) exec('ROLLBACK')
      rollbackListeners.forEach((listener) => listener())
      throw error
    } finally {
      depth -= 1
    }
  }

  /** All or nothing within a transaction: what fails leaves what was done before it. */
  function attempt<T>(work: () => T): T {
    if (depth === 0) return transaction(work)
    const name = `attempt_${(depth += 1)}`
    exec(`SAVEPOINT ${name}`)
    try {
      return work()
    } catch (error) {
      if (raw.inTransaction) exec(`ROLLBACK TO ${name}`)
      rollbackListeners.forEach((listener) => listener())
      throw error
    } finally {
      if (raw.inTransaction) exec(`RELEASE ${name}`)
      depth -= 1
    }
  }

  /** All that is read in it is of one moment, whatever another connection writes meanwhile. */
  function snapshot<T>(read: () => T): T {
    if (raw.inTransaction) return read()
    exec('BEGIN')
    try {
      return read()
    } finally {
      exec('COMMIT')
    }
  }

  /**
   * All or nothing as well, but the disk is not waited for: a power cut, and nothing less, may take it back as if it had
   * not been done yet, together with what was repeatable after it. The next `transaction` makes it last. For what can be
   * read or done again. Inside a transaction it is a part of that.
   */
  function repeatable<T>(work: () => T): T {
    if (depth > 0) return work()
    exec('PRAGMA synchronous = NORMAL')
    try {
      return transaction(work)
    } finally {
      exec('PRAGMA synchronous = FULL')
    }
  }

  return {
    exec,
    /** Prepared once per text. */
    prepare,
    transaction,
    attempt,
    repeatable,
    snapshot,
    /** Called at the end of each transaction, still inside it: the place to write what was counted on the way. */
    beforeCommit: (listener: () => void) => void commitListeners.push(listener),
    /** Called after a rollback: what was remembered from inside the transaction is not true. */
    onRollback: (listener: () => void) => void rollbackListeners.push(listener),
    /** Bytes on disk. */
    size: () => [file, `${file}-wal`].reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0),
    close: () => {
      statements.clear()
      // libsql keeps prepared statements alive until they are collected, and with them the log: empty it while we can.
      try {
        exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch {
        // A full disk or another reader: the log is read again at the next start.
      }
      raw.close()
    },
  }
}

/** libsql ends the whole process when a boolean is bound, so a wrong value must not get that far. */
function bindable(values: SqlValue[]): SqlValue[] {
  for (const value of values as unknown[]) {
    const ok = value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array
    if (!ok) throw new TypeError(`SQLite cannot store ${typeof value}`)
  }
  return values
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error)
  }
}
