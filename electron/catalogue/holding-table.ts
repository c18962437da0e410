import { isOpen } from './acts-sql'
import type { ThingRef } from '../shared/change-address'
import type { Db } from './database'

/** It goes in several requests, of which the first may be in the store: what is still to go can be held. */
const goesInSteps = `token ->> '$.step' IS NOT NULL`

/** What its owner keeps back of the queue. */
export function createHoldingTable(db: Db) {
  const hold = db.prepare(
    `UPDATE changes SET state = 'held' WHERE set_id = ? AND (state = 'waiting' OR state = 'unknown' AND ${goesInSteps})`,
  )
  // Whatever becomes of what is on the wire or in doubt, it does not go again.
  const holdNext = db.prepare(
    `UPDATE changes SET token = json_set(coalesce(token, '{}'), '$.isHeld', json('true'))
     WHERE set_id = ? AND state IN ('sending', 'unknown')`,
  )
  // What of it has arrived is looked up, as after every step.
  const release = db.prepare(
    `UPDATE changes SET state = iif(${goesInSteps}, 'unknown', 'waiting') WHERE set_id = ? AND state = 'held'`,
  )
  const releaseNext = db.prepare(
    `UPDATE changes SET token = json_remove(token, '$.isHeld') WHERE set_id = ? AND token ->> '$.isHeld'`,
  )
  const rest = db.prepare(
    `UPDATE changes SET state = iif(state IN ('waiting', 'unknown'), 'held', state), token = json_remove(token, '$.isHeld')
     WHERE product_id = ? AND ${isOpen} AND state <> 'sending' AND token ->> '$.isHeld' AND (state <> 'unknown' OR ${goesInSteps})`,
  )
  const betweenSteps = db.prepare(
    `SELECT 1 FROM changes WHERE set_id = ? AND state IN ('sending', 'unknown') AND ${goesInSteps}
       AND token ->> '$.isHeld' IS NULL LIMIT 1`,
  )
  const heldNext = db.prepare(
    `SELECT 1 FROM changes WHERE set_id = ? AND state IN ('sending', 'unknown') AND token ->> '$.isHeld' LIMIT 1`,
  )
  // Mostly nothing is held: then no change of the set is looked at.
  const behind = db.prepare(
    `SELECT c.id FROM changes c WHERE EXISTS (SELECT 1 FROM change_counts WHERE state = 'held' AND n > 0)
       AND c.set_id = ? AND c.state = 'waiting' AND EXISTS
       (SELECT 1 FROM changes h WHERE h.product_id = c.product_id AND h.thing = c.thing AND h.id < c.id
          AND h.state NOT IN ('sent', 'taken-back') AND h.state = 'held')`,
  )
  const resting = db.prepare(
    `SELECT id FROM changes WHERE product_id = ? AND thing = ? AND ${isOpen}
       AND (state = 'held' OR state = 'waiting' AND decision IS NOT NULL AND retry_at > ?) ORDER BY id LIMIT 1`,
  )
  return {
    /** The first of a thing that is held, or rests because it was just decided: what follows does not go before it. */
    firstResting: ({ thing, id }: ThingRef, now: number): number | null =>
      resting.get<{ id: number }>(id, thing, now)?.id ?? null,
    /** What waits of a set behind a held change of the same thing: the changes of a thing go in order. */
    behindHeld: (setId: number): number[] => behind.all<{ id: number }>(setId).map(({ id }) => id),
    /** Keeps back what waits of a set, or lets it go again. What goes in several requests rests before its next one. */
    hold(setId: number, isHeld: boolean): void {
      for (const each of isHeld ? [hold, holdNext] : [release, releaseNext]) each.run(setId)
    },
    /** Of one thing, what was held while it was on the wire and is there no more. */
    restHeld: (id: number): void => void rest.run(id),
    /** Whether requests of a set are still to go that others of the same change have gone before. */
    isBetweenSteps: (setId: number): boolean => betweenSteps.get(setId) !== undefined,
    /** Whether some of a set was held while it was on the wire or in doubt. */
    isHeldOnItsWay: (setId: number): boolean => heldNext.get(setId) !== undefined,
  }
}
