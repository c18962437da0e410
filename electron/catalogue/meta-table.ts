import type { z } from 'zod'
import type { Db } from './database'

/** Small facts about the local copy: the profile, the time of the last pull, where a full pull stopped. */
export function createMetaTable(db: Db) {
  const read = db.prepare('SELECT value FROM meta WHERE key = ?')
  const write = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const erase = db.prepare('DELETE FROM meta WHERE key = ?')
  const named = db.prepare('SELECT key FROM meta WHERE key > ? AND key < ? ORDER BY key')
  return {
    /** Of all that begin so. */
    keysFrom: (prefix: string): string[] => named.all<{ key: string }>(prefix, `${prefix}\uffff`).map(({ key }) => key),
    /** Undefined also for a value that an older version wrote in another shape. */
    get<T>(key: string, schema: z.ZodType<T>): T | undefined {
      const found = read.get<{ value: string }>(key)
      return found && schema.safeParse(JSON.parse(found.value)).data
    },
    set: (key: string, value: unknown): void => void write.run(key, JSON.stringify(value ?? null)),
    remove: (key: string): void => void erase.run(key),
  }
}
