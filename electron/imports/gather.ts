import type { Imported, Said } from '../shared/imported'
import type { Match } from './match-row'

type Found = Exclude<Match, { why: string }>

/** What the rows of a table say of each product, in the order in which they came. */
export function createGathering() {
  const all = new Map<number, Imported>()
  const rows = new Set<string>()
  return {
    /** Null, or why a row is not taken. */
    add({ productId, variationId }: Found, said: readonly Said[]): string | null {
      const key = `${productId} ${variationId}`
      if (rows.has(key)) return 'An earlier row is about the same product.'
      rows.add(key)
      const imported = all.get(productId) ?? { own: [], variations: {} }
      if (variationId === null) imported.own.push(...said)
      else imported.variations[variationId] = [...said]
      all.set(productId, imported)
      return null
    },
    all: (): ReadonlyMap<number, Imported> => all,
  }
}
