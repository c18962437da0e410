import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Db } from './database'

/** What things were, each content once, named by its hash. */
export function createSnapshotContents(db: Db) {
  const byHash = db.prepare('SELECT id FROM snapshot_contents WHERE hash = ?')
  const insert = db.prepare('INSERT INTO snapshot_contents (hash, packed) VALUES (?, ?)')
  const byId = db.prepare('SELECT packed FROM snapshot_contents WHERE id = ?')
  const letGo = db.prepare(
    `DELETE FROM snapshot_contents WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM snapshot_states WHERE content_id = ?1)
     RETURNING length(packed) AS bytes`,
  )
  return {
    /** `bytes`: what it takes on the disk, 0 where it was there already. */
    put(json: string): { id: number; bytes: number } {
      const hash = createHash('sha256').update(json).digest()
      const known = byHash.get<{ id: number }>(hash)
      if (known) return { id: known.id, bytes: 0 }
      const packed = deflateRawSync(json, { level: 3 })
      return { id: insert.run(hash, packed).lastInsertRowid, bytes: packed.length }
    },
    get(id: number): string {
      const found = byId.get<{ packed: Uint8Array }>(id)
      if (!found) throw new Error(`No content ${id}`)
      return inflateRawSync(found.packed).toString()
    },
    /** Unless something still is so; the bytes that are free then. */
    letGo: (id: number): number => letGo.get<{ bytes: number }>(id)?.bytes ?? 0,
  }
}
