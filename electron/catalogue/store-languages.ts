import type { Db } from './database'

/** The languages of the store, its first one first; none while its profile is not known. Asked for every product that is read. */
export function createStoreLanguages(db: Db) {
  const stored = db.prepare(
    `SELECT json_extract(value, '$.defaultLanguage') AS main, json_extract(value, '$.languages') AS languages
     FROM meta WHERE key = 'profile'`,
  )
  let known: readonly string[] | null = null

  function read(): string[] {
    const row = stored.get<{ main: string | null; languages: string | null }>()
    if (!row?.main) return []
    const all: unknown = JSON.parse(row.languages ?? '[]')
    const others = Array.isArray(all) ? all.filter((one): one is string => typeof one === 'string') : []
    return [...new Set([row.main, ...others])]
  }

  return {
    now: (): readonly string[] => (known ??= read()),
    forget(): void {
      known = null
    },
  }
}
