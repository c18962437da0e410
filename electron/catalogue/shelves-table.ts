import { remoteShelfSchema, type RemoteShelf } from '../shared/remote-shelf'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import type { Db } from './database'

/** `id`: below zero. `remote`: what the store last sent, with every field this program does not know; null when it never did. */
export type StoredShelf = { id: number; thing: ShelfThing; ecwidId: number | null; remote: RemoteShelf | null }
type Row = { id: number; thing: ShelfThing; ecwid_id: number | null; json: string | null }

/** Identity and the store's JSON of every category and product type. */
export function createShelvesTable(db: Db) {
  const byId = db.prepare('SELECT -id AS id, thing, ecwid_id, json FROM shelves WHERE id = -?')
  const byEcwidId = db.prepare('SELECT -id AS id FROM shelves WHERE thing = ? AND ecwid_id = ?')
  const all = db.prepare('SELECT -id AS id, thing, ecwid_id, json FROM shelves WHERE thing = ? ORDER BY shelves.id')
  const idsAbove = db.prepare('SELECT id FROM shelves WHERE thing = ? AND id > ? ORDER BY id')
  const byParent = db.prepare(
    "SELECT -id AS id FROM shelves WHERE thing = 'category' AND json_extract(json, '$.parentId') = ?",
  )
  const insert = db.prepare('INSERT INTO shelves (thing, ecwid_id, json) VALUES (?, ?, ?)')
  const insertAgain = db.prepare('INSERT INTO shelves (id, thing) VALUES (-?, ?)')
  const setJson = db.prepare('UPDATE shelves SET json = ? WHERE id = -?')
  const setEcwidId = db.prepare('UPDATE shelves SET ecwid_id = ? WHERE id = -?')
  const erase = db.prepare('DELETE FROM shelves WHERE id = -?')

  const findByEcwidId = (thing: ShelfThing, ecwidId: number): number | undefined =>
    byEcwidId.get<{ id: number }>(thing, ecwidId)?.id

  return {
    get(id: number): StoredShelf | undefined {
      const row = byId.get<Row>(id)
      if (!row) return undefined
      const { thing, ecwid_id: ecwidId, json } = row
      return { id, thing, ecwidId, remote: json === null ? null : remoteShelfSchema.parse(JSON.parse(json)) }
    },

    /** The store's JSON of each by its Ecwid id, as it was put. */
    sent: (thing: ShelfThing): Map<number, { id: number; json: string | null }> =>
      new Map(
        all.all<Row>(thing).flatMap(({ id, ecwid_id, json }) => (ecwid_id === null ? [] : [[ecwid_id, { id, json }]])),
      ),

    findByEcwidId,

    /** Local ids of categories that the store last sent as being right below this one. */
    below: (ecwidId: number): number[] => byParent.all<{ id: number }>(ecwidId).map(({ id }) => id),

    /** Without their sign, ascending. */
    numbersAfter: (thing: ShelfThing, number: number): number[] =>
      idsAbove.all<{ id: number }>(thing, number).map(({ id }) => id),

    /** One made here; it is in no list until it is indexed. */
    create: (thing: ShelfThing): number => -insert.run(thing, null, null).lastInsertRowid,

    /** An id that none has or gets, for one that is not here. */
    spareId(thing: ShelfThing): number {
      const number = insert.run(thing, null, null).lastInsertRowid
      erase.run(-number)
      return -number
    },

    /** One made here that was let go of is to be made again: what named it means it again. */
    createAgain: (thing: ShelfThing, id: number): void => void insertAgain.run(id, thing),

    /** One made here got its Ecwid id. */
    attach: (id: number, ecwidId: number): void => void setEcwidId.run(ecwidId, id),

    /** Keeps the store's JSON under its Ecwid id; the local id. */
    putRemote(thing: ShelfThing, remote: RemoteShelf): number {
      const json = JSON.stringify(remote)
      const known = findByEcwidId(thing, remote.id)
      if (known === undefined) return -insert.run(thing, remote.id, json).lastInsertRowid
      setJson.run(json, known)
      return known
    },

    remove: (id: number): void => void erase.run(id),
  }
}
