import type { ImportWhat } from '../shared/import'
import type { Pair } from '../shared/fields/renamed-variations'
import { foldText } from '../shared/fold-text'
import { isProposedProduct, newVariationId, proposedProductId, shelfInProposal } from '../shared/proposal'
import { deletes, optionsPath, type Imported, type Said } from '../shared/imported'
import { rowSays, type RowReason } from '../shared/row-reason'
import { pairsKey } from '../shared/variations/choosable'
import { withPictures } from './listed-pictures'
import type { Found, Match } from './match-row'

type NewRow = { row: number; sku: string; marks: readonly string[] }

type NewVariation = { row: number; options: readonly Pair[]; said: readonly Said[]; absent?: RowReason }

const rowsNamed = 10

/** What the rows of a table say of each product, in the order in which they came; of new ones under the ids that their proposal gives them. */
export function createGathering() {
  const all = new Map<number, Imported>()
  /** By what they are about: the first of each. */
  const rows = new Map<string, number>()
  const made = new Map<string, number>()
  const withoutSku: number[] = []
  let added = 0
  /** Products that are here and of which something is said. */
  const updated = new Set<number>()
  const gone = new Set<number>()
  const categories = new Map<number, Imported>()
  const categoryRows = new Map<number, number>()
  let variations = 0
  let variationsOfNew = 0

  function of(productId: number): Imported {
    const imported = all.get(productId) ?? { own: [], variations: {} }
    all.set(productId, imported)
    return imported
  }

  return {
    /** What it is about, or why a row is not taken. */
    add({ productId, variationId }: Found, said: readonly Said[], row: number): Match {
      const key = `${productId} ${variationId}`
      const imported = all.get(productId) ?? { own: [], variations: {} }
      // What goes takes its variations along: what a row says of one would be lost.
      if (variationId !== null && imported.own.some(isDelete)) return deleted
      if (said.some(isDelete) && isSpokenOfBelow(imported)) return stillSpokenOf
      const before = rows.get(key)
      if (before !== undefined)
        return { why: { says: variationId === null ? 'product-twice' : 'variation-twice', row: before } }
      rows.set(key, row)
      if (said.some(isDelete)) gone.add(productId)
      if (variationId === null) imported.own.push(...said)
      else imported.variations[variationId] = [...said]
      all.set(productId, imported)
      updated.add(productId)
      return { productId, variationId }
    },
    /** Of an option of it: as many rows as it has choices. */
    addOption(productId: number, said: readonly Said[]): Match {
      const imported = all.get(productId) ?? { own: [], variations: {} }
      if (gone.has(productId)) return optionOfDeleted
      imported.own.push(...said)
      all.set(productId, imported)
      if (!isProposedProduct(productId)) updated.add(productId)
      return { productId, variationId: null }
    },
    /** Of a variation that its product does not have. `absent`: why it is nothing where no new ones are asked for. */
    addVariation(productId: number, { row, options, said, absent }: NewVariation): Match {
      const key = `${productId} ${pairsKey(options.map(({ name, value }) => ({ name: foldText(name), value: foldText(value) })))}`
      if (gone.has(productId)) return deleted
      const before = rows.get(key)
      if (before !== undefined) return { why: { says: 'variation-twice', row: before } }
      rows.set(key, row)
      const id = newVariationId(variations + variationsOfNew)
      if (isProposedProduct(productId)) variationsOfNew += 1
      else variations += 1
      const imported = of(productId)
      if (isProposedProduct(productId)) imported.own = withPrice(imported.own, said)
      imported.added ??= []
      imported.added.push({ id, options: [...options], said: [...said] })
      return { productId, variationId: id, ...(absent && { absent }) }
    },
    /** More pictures of a product. */
    addPictures(productId: number, said: readonly Said[]): void {
      if (said.length === 0) return
      const imported = of(productId)
      imported.own = withPictures(imported.own, said)
      if (!isProposedProduct(productId)) updated.add(productId)
    },
    /** The same of a product that is not there; `marks`: by what it is told from others. */
    addNew({ row, sku, marks }: NewRow, said: readonly Said[]): Match {
      const before = marks.map((mark) => made.get(mark)).find((each) => each !== undefined)
      if (before !== undefined) return { why: { says: 'product-twice', row: before } }
      if (sku === '') withoutSku.push(row)
      const id = proposedProductId(added)
      added += 1
      for (const mark of marks) made.set(mark, row)
      all.set(id, { own: [...said], variations: {} })
      return { productId: id, variationId: null }
    },
    /** What the row of a category that is here says else. */
    addCategory(localId: number, said: readonly Said[], row: number): Match {
      const id = shelfInProposal(localId)
      const before = categoryRows.get(id)
      if (before !== undefined) return { why: { says: 'category-twice', row: before } }
      categoryRows.set(id, row)
      categories.set(id, { own: [...said], variations: {} })
      return { productId: id, variationId: null }
    },
    /** How many are here already, and how many would be new. */
    counts: () => ({
      products: updated.size,
      categories: categories.size,
      added,
      variations,
      withoutSku: { count: withoutSku.length, first: withoutSku.slice(0, rowsNamed) },
    }),
    /** Of those that are here, of new ones, or of both; categories first. */
    of(what: ImportWhat): ReadonlyMap<number, Imported> {
      const ofProducts = [...all].flatMap(([id, imported]): [number, Imported][] => {
        if (what === 'both') return [[id, imported]]
        if (isProposedProduct(id)) return what === 'add' ? [[id, imported]] : []
        const { added: more, ...known } = imported
        if (what === 'update') return updated.has(id) ? [[id, known]] : []
        return more ? [[id, { own: [], variations: {}, added: more }]] : []
      })
      return new Map([...(what === 'add' ? [] : categories), ...ofProducts])
    },
  }
}

/** Others have no price of a product that has variations: it has that of the first. */
function withPrice(own: readonly Said[], ofVariation: readonly Said[]): Said[] {
  const price = ofVariation.find(({ path, odd }) => path === 'price' && odd === null)
  return price && !own.some(({ path }) => path === 'price') ? [...own, price] : [...own]
}

const isDelete = ({ path }: Said): boolean => path === deletes

const isSpokenOfBelow = ({ own, variations, added }: Imported): boolean =>
  Object.keys(variations).length > 0 || added !== undefined || own.some(({ path }) => path === optionsPath)

const deleted = { why: rowSays('variation-of-deleted') }
const optionOfDeleted = { why: rowSays('option-of-deleted') }
const stillSpokenOf = { why: rowSays('still-spoken-of') }
