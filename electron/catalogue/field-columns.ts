import { listedColumn, listedFields } from '../shared/fields/listed-fields'
import type { Db } from './database'

/** Gives each field that lists are filtered or sorted by its column, so that one more needs no migration; `reindexWhatIsOld` fills it. */
export function addFieldColumns(db: Db): void {
  const known = new Set(
    db
      .prepare('PRAGMA table_info(products)')
      .all<{ name: string }>()
      .map(({ name }) => name),
  )
  const missing = listedFields.map(listedColumn).filter((column) => !known.has(column))
  if (missing.length === 0) return
  db.transaction(() => {
    for (const column of missing) {
      db.exec(`ALTER TABLE products ADD COLUMN ${column}`)
      db.exec(`CREATE INDEX products_by_${column} ON products(${column}, place) WHERE hidden = 0`)
    }
  })
}
