import type { Db } from './database'

/** In how many products a text is missing, by language; those hidden here are not counted. */
export function createUntranslatedCounts(db: Db): () => Record<string, number> {
  // The index alone answers for all of them, and those hidden, which it does not tell apart, are few.
  const counted = db.prepare(
    `SELECT untranslated AS languages, count(*) AS total FROM products WHERE untranslated <> '' GROUP BY untranslated
     UNION ALL SELECT untranslated, -count(*) FROM products WHERE hidden = 1 GROUP BY untranslated`,
  )
  return () => {
    const totals = new Map<string, number>()
    for (const { languages, total } of counted.all<{ languages: string; total: number }>()) {
      const each = languages.split(' ').filter((language) => language !== '')
      for (const language of each) totals.set(language, (totals.get(language) ?? 0) + total)
    }
    return Object.fromEntries([...totals].filter(([, total]) => total > 0))
  }
}
