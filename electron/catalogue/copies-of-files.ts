import type { Db } from './database'

/** Copies of files for buyers that were taken before the files left the store. */
export function createCopiesOfFiles(db: Db) {
  const removed = db.prepare(
    `SELECT before ->> '$.hash' AS hash FROM changes
     WHERE thing = 'product' AND list = 'files' AND verb = 'remove' AND key = ? AND hash IS NOT NULL`,
  )
  const gone = db.prepare(
    `SELECT file.value ->> '$.hash' AS hash FROM changes c JOIN json_each(c.before, '$.files') file
     WHERE c.thing = 'product' AND c.verb = 'delete' AND c.before ->> '$.id' = ? AND file.value ->> '$.id' = ? AND hash IS NOT NULL`,
  )
  return {
    /** The content hash of a file, by Ecwid ids, that went by itself or with its product. Looks at every change. */
    copyOfFile: ({ productId, fileId }: { productId: number; fileId: number }): string | undefined =>
      (removed.get<{ hash: string }>(String(fileId)) ?? gone.get<{ hash: string }>(productId, fileId))?.hash,
  }
}
