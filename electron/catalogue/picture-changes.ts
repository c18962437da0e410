import type { ChangeRecord } from '../shared/change-record'
import type { Db } from './database'

/** What was done to the pictures and files of one product. */
export function createPictureChanges<Row>(db: Db, toRecord: (row: Row) => ChangeRecord) {
  const ofPictures = `product_id = ? AND thing = 'product' AND list = 'pictures'`
  const all = db.prepare(`SELECT * FROM changes WHERE ${ofPictures} ORDER BY id`)
  const files = db.prepare(
    `SELECT * FROM changes WHERE product_id = ? AND thing = 'product' AND list = 'files' ORDER BY id`,
  )
  const own = db.prepare(
    `SELECT * FROM changes
     WHERE product_id = ? AND thing = 'product' AND list = 'variations' AND field = 'image' AND state <> 'taken-back' ORDER BY id DESC`,
  )
  const arrived = db.prepare(
    `SELECT id, after ->> '$.key' AS key FROM changes
     WHERE ${ofPictures} AND verb = 'add' AND state = 'sent' AND after ->> '$.key' IS NOT NULL`,
  )
  return {
    /** All changes of a product's pictures, settled or not, oldest first. */
    picturesOf: (productId: number): ChangeRecord[] => all.all<Row>(productId).map(toRecord),
    /** The same of its files for buyers. */
    filesOf: (productId: number): ChangeRecord[] => files.all<Row>(productId).map(toRecord),
    /** What was done to the pictures that its variations have of their own, newest first. */
    variationPicturesOf: (productId: number): ChangeRecord[] => own.all<Row>(productId).map(toRecord),
    /** Uploads that have arrived, with the store's name for each. */
    uploadsArrived: (productId: number): { id: number; key: string }[] =>
      arrived.all<{ id: number; key: string }>(productId),
  }
}
