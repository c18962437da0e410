import type { ImportWhat } from '../shared/import'
import { isProposedProduct, proposedProductId } from '../shared/proposal'
import { deletes, type Imported, type Said } from '../shared/imported'
import type { Found, Match } from './match-row'

type NewRow = { row: number; sku: string; marks: readonly string[] }

const rowsNamed = 10

/** What the rows of a table say of each product, in the order in which they came; of new ones under the ids that their proposal gives them. */
export function createGathering() {
  const all = new Map<number, Imported>()
  const rows = new Set<string>()
  const made = new Set<string>()
  const withoutSku: number[] = []
  let added = 0
  return {
    /** What it is about, or why a row is not taken. */
    add({ productId, variationId }: Found, said: readonly Said[]): Match {
      const key = `${productId} ${variationId}`
      const imported = all.get(productId) ?? { own: [], variations: {} }
      // What goes takes its variations along: what a row says of one would be lost.
      if (variationId !== null && imported.own.some(isDelete)) return deleted
      if (said.some(isDelete) && Object.keys(imported.variations).length > 0) return stillSpokenOf
      if (rows.has(key)) return variationId === null ? twice : variationTwice
      rows.add(key)
      if (variationId === null) imported.own.push(...said)
      else imported.variations[variationId] = [...said]
      all.set(productId, imported)
      return { productId, variationId }
    },
    /** The same of a product that is not there; `marks`: by what it is told from others. */
    addNew({ row, sku, marks }: NewRow, said: readonly Said[]): Match {
      if (marks.some((mark) => made.has(mark))) return twice
      if (sku === '') withoutSku.push(row)
      const id = proposedProductId(added)
      added += 1
      for (const mark of marks) made.add(mark)
      all.set(id, { own: [...said], variations: {} })
      return { productId: id, variationId: null }
    },
    /** How many are here already, and how many would be new. */
    counts: () => ({
      products: all.size - added,
      added,
      withoutSku: { count: withoutSku.length, first: withoutSku.slice(0, rowsNamed) },
    }),
    /** Of those that are here, of new ones, or of both. */
    of: (what: ImportWhat): ReadonlyMap<number, Imported> =>
      new Map([...all].filter(([id]) => what === 'both' || (what === 'add') === isProposedProduct(id))),
  }
}

const isDelete = ({ path }: Said): boolean => path === deletes

const twice = { why: 'An earlier row is about the same product.' }
const variationTwice = { why: 'An earlier row is about the same variation.' }
const deleted = { why: 'An earlier row deletes its product, and this variation with it.' }
const stillSpokenOf = {
  why: 'Earlier rows are about variations of this product, so it is not deleted. Leave them out to delete it.',
}
