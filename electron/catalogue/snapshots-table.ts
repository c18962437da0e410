import { AppError } from '../shared/errors'
import { snapshotOccasionSchema, type Snapshot, type SnapshotOccasion } from '../shared/snapshot'
import type { Db } from './database'
import { createSnapshotContents } from './snapshot-contents'
import { createSnapshotPictures } from './snapshot-pictures'

type Row = { id: number; taken_at: number; occasion: string; products: number; bytes: number }
type State = { thing_id: number; content_id: number | null }

/**
 * How a store was at some times. Only what is another than in the snapshot before has a row of its own. Things are named by their local
 * ids, shelves by those below zero.
 */
export function createSnapshotsTable(db: Db) {
  const contents = createSnapshotContents(db)
  const insert = db.prepare('INSERT INTO snapshots (taken_at, occasion) VALUES (?, ?)')
  const finish = db.prepare(`UPDATE snapshots SET state = 'kept', products = ? WHERE id = ?`)
  const grow = db.prepare('UPDATE snapshots SET bytes = bytes + ? WHERE id = ?')
  const columns = 'id, taken_at, occasion, products, bytes'
  const kept = db.prepare(`SELECT ${columns} FROM snapshots WHERE state = 'kept' ORDER BY id DESC`)
  const byId = db.prepare(`SELECT ${columns} FROM snapshots WHERE id = ? AND state = 'kept'`)
  const isKept = db.prepare(`SELECT 1 FROM snapshots WHERE id = ? AND state = 'kept'`)
  const stayingIds = db.prepare(`SELECT id FROM snapshots WHERE state <> 'going' ORDER BY id DESC`)
  const unkept = db.prepare(`SELECT id FROM snapshots WHERE state <> 'kept' ORDER BY id`)
  const setGoing = db.prepare(`UPDATE snapshots SET state = 'going' WHERE id = ? AND state <> 'going'`)
  const after = db.prepare('SELECT min(id) AS id FROM snapshots WHERE id > ?')
  const remove = db.prepare('DELETE FROM snapshots WHERE id = ? RETURNING bytes')
  const newest = db.prepare(
    'SELECT content_id FROM snapshot_states WHERE thing_id = ? ORDER BY snapshot_id DESC LIMIT 1',
  )
  const stateAt = db.prepare(
    `SELECT thing_id, content_id FROM snapshot_states WHERE thing_id = ? AND snapshot_id <= ?
     ORDER BY snapshot_id DESC LIMIT 1`,
  )
  const thingsAt = db.prepare(
    // Of the columns that are not grouped, those of the row with the highest snapshot are taken.
    `SELECT thing_id, content_id, max(snapshot_id) FROM snapshot_states WHERE snapshot_id <= ?
     GROUP BY thing_id HAVING content_id IS NOT NULL ORDER BY thing_id`,
  )
  const changedAfter = db.prepare(
    `SELECT thing_id FROM snapshot_states WHERE snapshot_id > ? UNION SELECT thing_id FROM unsnapped ORDER BY thing_id DESC`,
  )
  const putState = db.prepare('INSERT INTO snapshot_states (thing_id, snapshot_id, content_id) VALUES (?, ?, ?)')
  const ownState = db.prepare('SELECT content_id FROM snapshot_states WHERE thing_id = ? AND snapshot_id = ?')
  const moveState = db.prepare('UPDATE snapshot_states SET snapshot_id = ? WHERE thing_id = ? AND snapshot_id = ?')
  const removeState = db.prepare('DELETE FROM snapshot_states WHERE thing_id = ? AND snapshot_id = ?')
  const someStates = db.prepare(
    'SELECT thing_id, content_id FROM snapshot_states WHERE snapshot_id = ? ORDER BY thing_id LIMIT ?',
  )
  const note = db.prepare('INSERT OR IGNORE INTO unsnapped (thing_id) VALUES (?)')
  const unnote = db.prepare('DELETE FROM unsnapped WHERE thing_id = ?')
  const unsnappedAfter = db.prepare('SELECT thing_id FROM unsnapped WHERE thing_id > ? ORDER BY thing_id LIMIT ?')
  const unsnappedCount = db.prepare('SELECT count(*) AS count FROM unsnapped')
  const pictures = createSnapshotPictures(db, newestWith)

  /** In which this thing has this text, the one that is being taken among them; null: in none. */
  function newestWith(thingId: number, text: string): number | null {
    const known = new Map<number, boolean>()
    const has = (content: number): boolean => {
      if (!known.has(content)) known.set(content, contents.get(content).includes(text))
      return known.get(content) ?? false
    }
    const found = stayingIds.all<{ id: number }>().find(({ id }) => {
      const content = stateAt.get<State>(thingId, id)?.content_id ?? null
      return content !== null && has(content)
    })
    return found?.id ?? null
  }

  /** Its place in the list of those that have to be looked at goes with it. False: it is as it was. */
  function put(id: number, thingId: number, json: string | null): boolean {
    unnote.run(thingId)
    // Whoever says the same thing twice means the last.
    const said = ownState.get<{ content_id: number | null }>(thingId, id)
    if (said) removeState.run(thingId, id)
    const isAnother = putAnew(id, thingId, json)
    if (said) free(id, said.content_id)
    return isAnother
  }

  function putAnew(id: number, thingId: number, json: string | null): boolean {
    const before = newest.get<{ content_id: number | null }>(thingId)?.content_id ?? null
    const content = json === null ? null : contents.put(json)
    if ((content?.id ?? null) === before) return false
    putState.run(thingId, id, content?.id ?? null)
    if (content && content.bytes > 0) grow.run(content.bytes, id)
    return true
  }

  function letGoState(id: number, next: number | null, { thing_id: thing, content_id: content }: State): void {
    if (next !== null && !ownState.get(thing, next)) return void moveState.run(next, thing, id)
    removeState.run(thing, id)
    // What is newest has to be looked at again.
    if (next === null) note.run(thing)
    free(id, content)
  }

  function free(id: number, content: number | null): void {
    const freed = content === null ? 0 : contents.letGo(content)
    if (freed > 0) grow.run(-freed, id)
  }

  function get(id: number): Snapshot {
    const row = byId.get<Row>(id)
    if (!row) throw isGone()
    return toSnapshot(row)
  }

  /** Asked for each of thousands of products. */
  function assertKept(id: number): void {
    if (!isKept.get(id)) throw isGone()
  }

  return {
    pictures,
    /** This thing may be another than in the newest. */
    note: (thingId: number): void => void note.run(thingId),
    /** What may have changed since the newest, in the order of ids. */
    unsnappedAfter: (thingId: number, limit: number): number[] =>
      unsnappedAfter.all<{ thing_id: number }>(thingId, limit).map((row) => row.thing_id),
    unsnapped: (): number => unsnappedCount.get<{ count: number }>()?.count ?? 0,

    /** Half of it is none: it is not in the list until it is finished. */
    begin: (takenAt: number, occasion: SnapshotOccasion): number =>
      insert.run(takenAt, JSON.stringify(occasion)).lastInsertRowid,
    put,
    finish: (id: number, products: number): void => void finish.run(products, id),

    /** What a thing was, as it was put; null: it was not there. */
    contentAt(id: number, thingId: number): string | null {
      const content = stateAt.get<State>(thingId, id)?.content_id ?? null
      return content === null ? null : contents.get(content)
    },

    /** What was there, ascending. */
    thingsAt: (id: number): number[] => thingsAt.all<{ thing_id: number }>(id).map((row) => row.thing_id),

    /** What may be another than it was then: the products made last first, then what they are filed in. */
    changedAfter: (id: number): number[] => changedAfter.all<{ thing_id: number }>(id).map((row) => row.thing_id),

    /** Of one that is let go of nothing can be said any more. Throws AppError 'not-found'. */
    get,
    assertKept,

    /** The newest first. */
    all: (): Snapshot[] => kept.all<Row>().map(toSnapshot),

    /** It is in the list no more; what it holds goes by `letGoSome`. */
    letGo: (id: number): void => void setGoing.run(id),
    /** Those that were begun and not finished, or let go of. */
    unkept: (): number[] => unkept.all<{ id: number }>().map(({ id }) => id),
    /** Some of what it holds goes, or to the one after it. False: nothing is left, and it is gone. */
    letGoSome(id: number, limit: number): boolean {
      // Nothing goes to itself where it was never finished.
      setGoing.run(id)
      if (pictures.letGoSome(id)) return true
      const next = after.get<{ id: number | null }>(id)?.id ?? null
      const states = someStates.all<State>(id, limit)
      for (const state of states) letGoState(id, next, state)
      if (states.length > 0) return true
      const { bytes = 0 } = remove.get<{ bytes: number }>(id) ?? {}
      if (next !== null) grow.run(bytes, next)
      return false
    },
  }
}

const isGone = () => new AppError('not-found', 'This snapshot is no longer there. Nothing was changed.')

const toSnapshot = ({ id, taken_at: takenAt, occasion, products, bytes }: Row): Snapshot => ({
  id,
  takenAt,
  occasion: snapshotOccasionSchema.parse(JSON.parse(occasion)),
  products,
  bytes,
})
