import type { Thing } from '../shared/change-address'
import { lostSchema, type Lost } from '../shared/change-record'
import type { Db } from './database'

type Deletion = { id: number; localId: number; was: number | null; made: number | null; now: number | null }

/** What was deleted in the store, and what an undo or a put-back has made of it: Ecwid gives no id twice. */
export function createMadeAnew(db: Db) {
  const deletions = db.prepare(
    `SELECT deleted.id, deleted.product_id AS localId, deleted.before ->> '$.id' AS was, made.id AS made, made.product_id AS now
     FROM changes deleted LEFT JOIN changes made ON made.reverts = deleted.id AND made.verb = 'create' AND made.state <> 'taken-back'
     WHERE deleted.thing = ? AND deleted.verb = 'delete' AND deleted.state = 'sent' ORDER BY deleted.id`,
  )
  const unanswered = db.prepare(
    `SELECT id FROM changes deleted WHERE product_id = ? AND thing = ? AND verb = 'delete' AND state = 'sent'
       AND NOT EXISTS (SELECT 1 FROM changes made WHERE made.reverts = deleted.id AND made.state <> 'taken-back')
     ORDER BY id DESC LIMIT 1`,
  )
  const attributes = db.prepare(
    `SELECT product_id AS typeId, CASE verb WHEN 'delete' THEN before ->> '$.id' END AS was,
       CASE verb WHEN 'delete' THEN before -> '$.attributes' ELSE before END AS list
     FROM changes WHERE thing = 'productType' AND (verb = 'delete' OR field = 'attributes') AND state = 'sent' ORDER BY id`,
  )
  const lost = db.prepare(
    `SELECT lost.value FROM changes, json_each(changes.token, '$.lost') lost
     WHERE thing = 'productType' AND state <> 'taken-back' AND lost.value ->> '$.id' = ? ORDER BY changes.id DESC`,
  )

  const deletedProducts = db.prepare(
    `SELECT before FROM changes WHERE thing = 'product' AND verb = 'delete' AND state IN ('sending', 'unknown', 'sent')
       AND (EXISTS (SELECT 1 FROM json_each(before, '$.categoryIds') WHERE value = ?1)
         OR before ->> '$.productClassId' = ?2
         OR EXISTS (SELECT 1 FROM json_each(before, '$.attributes') WHERE value ->> '$.id' IN (SELECT value FROM json_each(?3))))`,
  )

  return {
    /** In JSON, products that were deleted or are about to be, in this category or of this type, or with one of these attributes. */
    deletedProductsWith: (named: {
      category: number | null
      type: number | null
      attributes: readonly number[]
    }): string[] =>
      deletedProducts
        .all<{ before: string }>(named.category, named.type, JSON.stringify(named.attributes))
        .map(({ before }) => before),

    /** What removals of product types and their attributes have noted of a product, by its Ecwid id, newest first. */
    lostWithTypes: (ecwidId: number): Lost[] =>
      lost.all<{ value: string }>(ecwidId).map(({ value }) => lostSchema.parse(JSON.parse(value))),

    /** Attributes that product types had once, by the local id of the type; `was`: the id of a type that was deleted with them. */
    attributesOnce: (): { typeId: number; was: number | null; list: string | null }[] =>
      attributes.all<{ typeId: number; was: number | null; list: string | null }>(),

    /** The change that deleted what had this local id, unless something brought it back since. */
    deletionOf: (thing: Thing, localId: number): number | undefined =>
      unanswered.get<{ id: number }>(localId, thing)?.id,

    /** Ecwid ids of what was deleted -> the local id that it had when it was deleted last. Looks at every deletion. */
    deletedAs: (thing: Thing): Map<number, number> =>
      new Map(deletions.all<Deletion>(thing).flatMap(({ was, localId }) => (was === null ? [] : [[was, localId]]))),

    /** Ecwid ids of what was deleted -> the local id of what it is now; null: it was not made anew. Looks at every deletion. */
    madeAnew(thing: Thing): Map<number, number | null> {
      const all = deletions.all<Deletion>(thing)
      const ofLocalId = new Map<number, Deletion[]>()
      for (const one of all) ofLocalId.set(one.localId, [...(ofLocalId.get(one.localId) ?? []), one])
      // A local id may be given again: what became of one is told by what came after it.
      const nowOf = ({ made, now }: Deletion): number | null => {
        if (made === null || now === null) return null
        const again = ofLocalId.get(now)?.find(({ id }) => id > made)
        return again ? nowOf(again) : now
      }
      const known = new Map<number, number | null>()
      // It may have been noted twice, as deleted from here and found gone in the store: one of them was undone.
      for (const one of all) {
        const now = nowOf(one)
        if (one.was !== null && (now !== null || !known.has(one.was))) known.set(one.was, now)
      }
      return known
    },
  }
}
