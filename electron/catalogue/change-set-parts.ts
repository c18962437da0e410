import type { ChangeState } from '../shared/change'
import type { Thing, ThingRef } from '../shared/change-address'
import { bringsPicture } from './acts-sql'
import type { Db } from './database'

/** A change as far as it takes to decide what to do with it. */
export type ChangeOutline = { id: number; thing: Thing; productId: number; state: ChangeState }

/** What can be asked of a change set of thousands without reading its changes. */
export function createChangeSetParts(db: Db) {
  const outline = db.prepare(
    'SELECT id, thing, product_id AS productId, state FROM changes WHERE set_id = ? ORDER BY id',
  )
  const before = db.prepare(
    `SELECT id, thing, product_id AS productId, state FROM changes INDEXED BY changes_by_set
     WHERE set_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  )
  const ofThing = db.prepare(
    `SELECT id, thing, product_id AS productId, state FROM changes INDEXED BY changes_by_product
     WHERE product_id = ? AND thing = ? AND set_id = ? ORDER BY id`,
  )
  const things = db.prepare(
    'SELECT count(*) AS n FROM (SELECT DISTINCT thing, product_id FROM changes WHERE set_id = ?)',
  )
  const ids = db.prepare('SELECT DISTINCT product_id AS id FROM changes WHERE set_id = ? ORDER BY 1')
  const pageOfThings = db.prepare(
    `SELECT thing, product_id AS id FROM changes INDEXED BY changes_by_set WHERE set_id = ? AND state <> 'taken-back'
     GROUP BY 1, 2 ORDER BY min(changes.id) LIMIT ? OFFSET ?`,
  )
  const overtaken = db.prepare(
    `SELECT 1 FROM changes INDEXED BY changes_by_product
     WHERE product_id IN (SELECT value FROM json_each(?)) AND thing = 'product' AND set_id > ? AND state <> 'taken-back' LIMIT 1`,
  )
  const keepBack = db.prepare(
    `UPDATE changes SET state = 'held' WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(?)) RETURNING id`,
  )
  const letGo = db.prepare(
    `UPDATE changes SET state = 'waiting' WHERE state = 'held' AND id IN (SELECT value FROM json_each(?))
     RETURNING product_id AS productId`,
  )
  const undo = db.prepare(
    `SELECT coalesce(sum(back IS NULL), 0) AS standing, coalesce(sum(back = 0), 0) AS underWay, coalesce(sum(back = 1), 0) AS undone
     FROM (SELECT (SELECT max(r.state = 'sent') FROM changes r WHERE r.reverts = c.id AND r.state <> 'taken-back') AS back
       FROM changes c WHERE c.set_id = ? AND ${bringsPicture('c')} AND c.state = 'sent')`,
  )
  return {
    outlineOf: (setId: number): ChangeOutline[] => outline.all<ChangeOutline>(setId),
    /** A page of it, from its end. */
    outlineBefore: (setId: number, id: number, limit: number): ChangeOutline[] =>
      before.all<ChangeOutline>(setId, id, limit),
    outlineOfThing: (setId: number, { thing, id }: ThingRef): ChangeOutline[] =>
      ofThing.all<ChangeOutline>(id, thing, setId),
    /** Of how many things it has changes. */
    thingCountOf: (setId: number): number => things.get<{ n: number }>(setId)?.n ?? 0,
    /** Local ids of the things it changes. */
    idsOf: (setId: number): number[] => ids.all<{ id: number }>(setId).map(({ id }) => id),
    /** A page of the things it changes, in the order in which they were changed first; without what was taken back. */
    thingsOf: (setId: number, offset: number, limit: number): ThingRef[] =>
      pageOfThings.all<ThingRef>(setId, limit, offset),
    /** Whether a later set that stands changed one of these products. */
    isOvertaken: (setId: number, productIds: readonly number[]): boolean =>
      overtaken.get(JSON.stringify(productIds), setId) !== undefined,
    /** Keeps back what waits of these changes; which these are. */
    keepBack: (ids: readonly number[]): number[] =>
      keepBack.all<{ id: number }>(JSON.stringify(ids)).map(({ id }) => id),
    /** Lets those go again that are kept back; the products they belong to. */
    letGo: (ids: readonly number[]): number[] => [
      ...new Set(letGo.all<{ productId: number }>(JSON.stringify(ids)).map(({ productId }) => productId)),
    ],
    /** How many pictures that a set brought are in the store, on their way back, and back. */
    undoOf: (setId: number): { standing: number; underWay: number; undone: number } =>
      undo.get<{ standing: number; underWay: number; undone: number }>(setId) ?? {
        standing: 0,
        underWay: 0,
        undone: 0,
      },
  }
}
