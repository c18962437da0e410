import type { Thing } from '../shared/change-address'
import type { Db } from './database'

type Tables = { products: { spareId(): number }; shelves: { spareId(thing: Exclude<Thing, 'product'>): number } }

/** Local ids for things that are not here, the same one each time that the same thing is met: it may have come back under it. */
export function createSpareIds(db: Db, { products, shelves }: Tables) {
  const known = db.prepare('SELECT local_id AS id FROM spare_ids WHERE thing = ? AND ecwid_id = ?')
  const remove = db.prepare('DELETE FROM spare_ids WHERE thing = ? AND ecwid_id = ?')
  const note = db.prepare('INSERT INTO spare_ids (thing, ecwid_id, local_id) VALUES (?, ?, ?)')
  const find = (thing: Thing, ecwidId: number): number | undefined => known.get<{ id: number }>(thing, ecwidId)?.id
  return {
    find,
    /** `onNew`: it had none before. */
    of(thing: Thing, ecwidId: number, onNew = () => {}): number {
      const before = find(thing, ecwidId)
      if (before !== undefined) return before
      const id = thing === 'product' ? products.spareId() : shelves.spareId(thing)
      note.run(thing, ecwidId, id)
      onNew()
      return id
    },
    /** Nothing names it by that. */
    forget: (thing: Thing, ecwidId: number): void => void remove.run(thing, ecwidId),
  }
}
