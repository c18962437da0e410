import type { Db } from './database'

/** What the store last sent of products, looked at for the type that they are of and the attributes that they have values of. */
export function createProductsOfType(db: Db) {
  const found = db.prepare(
    `SELECT r.product_id AS id FROM json_each(?) wanted JOIN remotes r ON r.product_id = wanted.value
     WHERE r.json ->> '$.productClassId' = ? OR EXISTS (SELECT 1 FROM json_each(r.json, '$.attributes') a
       WHERE a.value ->> '$.id' IN (SELECT value FROM json_each(?)))`,
  )
  return {
    /** Those of these local ids that are of the type, or have a value of one of the attributes. `typeId` null: whichever type. */
    ofTypeOrWith: (ids: readonly number[], typeId: number | null, attributes: readonly number[]): number[] =>
      found.all<{ id: number }>(JSON.stringify(ids), typeId, JSON.stringify(attributes)).map(({ id }) => id),
  }
}
