import type { Db } from './database'

/** What goes from the store: a category or product type by Ecwid's number, attributes by theirs. */
export type Going = { fields: readonly string[]; id: number | null; attributes: readonly number[] }

/** Changes that are about what others do or make: edits of products that name what is to go, removals, ways back. */
export function createNamingChanges(db: Db) {
  // What is held, refused or behind such a one does not go by itself: nothing waits for that.
  const before = db.prepare(
    `SELECT 1 FROM changes c INDEXED BY changes_open WHERE +c.id < ?1 AND c.thing = 'product' AND c.state NOT IN ('sent', 'taken-back')
       AND (c.state = 'sending' OR c.state IN ('waiting', 'unknown') AND c.waits_for IS NULL
         AND EXISTS (SELECT 1 FROM queue q WHERE q.thing = c.thing AND q.local_id = c.product_id))
       AND (
         (c.verb = 'create' OR c.field IN (SELECT value FROM json_each(?2))) AND EXISTS (SELECT 1 FROM json_tree(c.after) WHERE atom = ?3)
         OR c.field IN ('attributes', 'attributesTranslated', 'attributesShown') AND EXISTS
           (SELECT 1 FROM json_each(c.after) WHERE CAST(key AS INTEGER) IN (SELECT value FROM json_each(?4))))
     LIMIT 1`,
  )
  const removal = db.prepare(
    `SELECT 1 FROM changes a JOIN changes r ON r.product_id = a.product_id AND r.thing = a.thing
     WHERE a.id = ? AND a.verb = 'add' AND r.verb = 'remove' AND r.list = a.list AND r.state <> 'taken-back'
       AND r.key IN ('local:' || a.id, '-' || a.id) LIMIT 1`,
  )
  const back = db.prepare('SELECT 1 FROM changes WHERE reverts = ? LIMIT 1')
  return {
    /** Whether a change was made that leads back from this one, whatever became of it. */
    isLedBack: (change: number): boolean => back.get(change) !== undefined,
    /** Whether this change made an entry that a later removal took away, here or in the store. */
    isRemovedAfter: (add: number): boolean => removal.get(add) !== undefined,
    /** Whether edits from before this change are still to go that name it. */
    isNamedBefore: (change: number, { fields, id, attributes }: Going): boolean =>
      before.get(change, JSON.stringify(fields), id, JSON.stringify(attributes)) !== undefined,
  }
}
