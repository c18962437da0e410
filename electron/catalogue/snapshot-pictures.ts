import { withoutHost } from '../shared/picture-key'
import type { Db } from './database'

type Row = { thing_id: number; name: string; hash: string }
type First = { id: number; bytes: number }
type Kept = { thingId: number; key: string; hash: string; bytes: number }

/** Each is looked for in all snapshots, so that some tens take as long as hundreds of what a snapshot holds. */
const picturesAtOnce = 25

/** Copies of pictures that left the store, each with a snapshot that names it. `covering`: the newest one whose thing names it. */
export function createSnapshotPictures(db: Db, covering: (thingId: number, text: string) => number | null) {
  const put = db.prepare(
    'INSERT INTO snapshot_pictures (thing_id, name, snapshot_id, hash, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  const move = db.prepare('UPDATE snapshot_pictures SET snapshot_id = ? WHERE thing_id = ? AND name = ?')
  const remove = db.prepare('DELETE FROM snapshot_pictures WHERE thing_id = ? AND name = ?')
  const firstOf = db.prepare(
    'SELECT snapshot_id AS id, bytes FROM snapshot_pictures WHERE hash = ? ORDER BY snapshot_id LIMIT 1',
  )
  const grow = db.prepare('UPDATE snapshots SET bytes = bytes + ? WHERE id = ?')
  const some = db.prepare('SELECT thing_id, name, hash FROM snapshot_pictures WHERE snapshot_id = ? LIMIT ?')
  const one = db.prepare('SELECT hash FROM snapshot_pictures WHERE thing_id = ? AND name = ?')
  const ofSnapshot = db.prepare('SELECT DISTINCT hash FROM snapshot_pictures WHERE snapshot_id = ?')
  const all = db.prepare('SELECT DISTINCT hash FROM snapshot_pictures')
  const hashes = (rows: { hash: string }[]): string[] => rows.map(({ hash }) => hash)
  /** As it ends a text of the thing's JSON. */
  const inJson = (name: string): string => JSON.stringify(name).slice(1)

  /** Kept by several, it is counted once: with the first of them. */
  function counted(hash: string, write: () => void): void {
    const before = firstOf.get<First>(hash)
    write()
    const after = firstOf.get<First>(hash)
    if (before?.id === after?.id) return
    if (before) grow.run(-before.bytes, before.id)
    if (after) grow.run(after.bytes, after.id)
  }

  const hashOf = (thingId: number, name: string): string | null =>
    one.get<{ hash: string }>(thingId, name)?.hash ?? null

  return {
    /** Before it leaves the store; where no snapshot names it, nobody needs it for one. */
    keep({ thingId, key, hash, bytes }: Kept): void {
      const name = withoutHost(key)
      const snapshotId = covering(thingId, inJson(name))
      if (snapshotId === null) return
      const known = hashOf(thingId, name)
      if (known !== null) counted(known, () => remove.run(thingId, name))
      counted(hash, () => put.run(thingId, name, snapshotId, hash, bytes))
    },
    hashOf: (thingId: number, key: string): string | null => hashOf(thingId, withoutHost(key)),
    /** Some of what one that goes has kept are another's that names them, or go. False: there are none. */
    letGoSome(snapshotId: number): boolean {
      const kept = some.all<Row>(snapshotId, picturesAtOnce)
      for (const { thing_id: thingId, name, hash } of kept) {
        const other = covering(thingId, inJson(name))
        counted(hash, () => (other === null ? remove.run(thingId, name) : move.run(other, thingId, name)))
      }
      return kept.length > 0
    },
    of: (snapshotId: number): string[] => hashes(ofSnapshot.all<Row>(snapshotId)),
    /** Content hashes that some snapshot needs the bytes of. */
    stagedHashes: (): string[] => hashes(all.all<Row>()),
  }
}
