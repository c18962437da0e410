import type { Db } from './database'
import { migrations } from './migrations/all'
import { storageError } from './storage-error'

/**
 * Brings the database to the newest schema, each step whole or not at all; all of them as one where there was nothing before.
 * Refuses one that a newer version wrote. `before` is called when one with data of an older version is about to change.
 */
export function migrate(
  db: Db,
  steps: readonly string[] = migrations,
  before: (version: number) => void = () => {},
): void {
  const version = db.prepare('PRAGMA user_version').get<{ user_version: number }>()?.user_version ?? 0
  if (version > steps.length) throw storageError('newer')
  if (version > 0 && version < steps.length) before(version)
  const take = () =>
    steps.slice(version).forEach((sql, index) =>
      db.transaction(() => {
        db.exec(sql)
        db.exec(`PRAGMA user_version = ${version + index + 1}`)
      }),
    )
  if (version > 0) take()
  else db.transaction(take)
}
