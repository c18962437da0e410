import type { ChangeState } from '../shared/change'
import type { ThingRef } from '../shared/change-address'
import { isAboutPictures } from './acts-sql'
import type { Db } from './database'

/** Things worked out anew at one look; a look at more of them goes on right after. */
const staleAtOnce = 500

/**
 * The changes of a thing go in order: nothing from one on that its owner holds back, nothing before the time at which one
 * that was just decided goes, and only its delete where the store refused to make it.
 */
const dueOf = `
  SELECT min(id) AS first, min(CASE WHEN NOT picture THEN due END) AS quick, min(CASE WHEN picture THEN due END) AS pictures
  FROM (SELECT id, ${isAboutPictures()} AS picture, max(coalesce(retry_at, 0), resting) AS due, state, waits_for, verb, held, stuck
    FROM (SELECT id, list, field, verb, state, waits_for, retry_at,
        max(CASE WHEN decision IS NOT NULL AND state = 'waiting' THEN coalesce(retry_at, 0) ELSE 0 END) OVER earlier AS resting,
        max(state = 'held') OVER earlier AS held,
        max(verb = 'create' AND state IN ('refused', 'conflict')) OVER () AS stuck
      FROM changes WHERE thing = ? AND product_id = ? AND state NOT IN ('sent', 'taken-back') WINDOW earlier AS (ORDER BY id)))
  WHERE state IN ('waiting', 'unknown') AND waits_for IS NULL AND NOT held AND (NOT stuck OR verb = 'delete')`

/** What is sent next, and when: kept beside the changes, because it is asked after every request. */
export function createQueueTable(db: Db) {
  const stale = db.prepare(`SELECT thing, local_id AS id FROM queue_stale LIMIT ${staleAtOnce}`)
  const due = db.prepare(dueOf)
  const put = db.prepare(
    'INSERT OR REPLACE INTO queue (thing, local_id, first, due_quick, due_pictures) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = db.prepare('DELETE FROM queue WHERE thing = ? AND local_id = ?')
  const settled = db.prepare('DELETE FROM queue_stale WHERE thing = ? AND local_id = ?')
  const queued = {
    quick: db.prepare('SELECT thing, local_id AS id FROM queue WHERE due_quick <= ? ORDER BY due_quick, first LIMIT ?'),
    pictures: db.prepare(
      'SELECT thing, local_id AS id FROM queue WHERE due_pictures <= ? ORDER BY due_pictures, first LIMIT ?',
    ),
  }
  const next = db.prepare(
    `SELECT min(at) AS at FROM (SELECT min(due_quick) AS at FROM queue WHERE due_quick > ?1
       UNION ALL SELECT min(due_pictures) FROM queue WHERE due_pictures > ?1)`,
  )
  const counts = db.prepare('SELECT state, n FROM change_counts WHERE n > 0')
  // What waits for one that needs its owner, or for one that waits for such, goes nowhere by itself. Behind a held one it is held as well.
  const behind = db.prepare(
    `WITH RECURSIVE behind(id, held) AS (
       SELECT c.id, earlier.state = 'held' FROM changes c JOIN changes earlier ON earlier.id = c.waits_for
       WHERE c.waits_for IS NOT NULL AND c.state = 'waiting' AND earlier.state IN ('refused', 'conflict', 'held')
       UNION SELECT c.id, held FROM behind JOIN changes c ON c.waits_for = behind.id WHERE c.state = 'waiting')
     SELECT count(*) AS n, coalesce(sum(held), 0) AS held FROM behind`,
  )

  /** Works out what has changed since the last look. False: there is more of it. */
  function catchUp(): boolean {
    const things = stale.all<ThingRef>()
    if (things.length === 0) return true
    db.repeatable(() => {
      for (const one of things) {
        workOut(one)
        settled.run(one.thing, one.id)
      }
    })
    return things.length < staleAtOnce
  }

  function workOut({ thing, id }: ThingRef): void {
    const found = due.get<{ first: number | null; quick: number | null; pictures: number | null }>(thing, id)
    const first = found?.first ?? null
    if (!found || first === null) return void remove.run(thing, id)
    const { quick, pictures } = found
    // What is due together goes together, in the quicker lane.
    put.run(thing, id, first, quick, pictures !== null && (quick === null || pictures < quick) ? pictures : null)
  }

  return {
    /**
     * Things with something to send at this time: what was never tried first, the oldest of it first. `quick`: more than
     * pictures waits for them, and a saved form must not stand behind a folder of uploads.
     */
    dueAt(now: number, { quick, limit }: { quick: boolean; limit: number }): ThingRef[] {
      catchUp()
      return queued[quick ? 'quick' : 'pictures'].all<ThingRef>(now, limit)
    },
    /** The next time after `now` at which something becomes due. */
    nextDueAt: (now: number): number | null =>
      catchUp() ? (next.get<{ at: number | null }>(now)?.at ?? null) : now + 1,
    /** Open changes by state, each by what keeps it: without those that wait for a refused one, and held behind a held one. */
    counts(): Partial<Record<ChangeState, number>> {
      const found = Object.fromEntries(
        counts.all<{ state: ChangeState; n: number }>().map(({ state, n }) => [state, n]),
      )
      const { waiting = 0, held = 0 } = found as Partial<Record<ChangeState, number>>
      const stuck = waiting > 0 ? behind.get<{ n: number; held: number }>() : undefined
      if (!stuck || stuck.n === 0) return found
      return { ...found, waiting: waiting - stuck.n, ...(stuck.held > 0 && { held: held + stuck.held }) }
    },
  }
}
