import type { Entry } from '../fields/kind'
import { entriesOf } from '../fields/list-kind'
import { fieldOf } from '../fields/product-fields'
import type { Target } from './column-names'
import { titles } from './titles'

// A column of each quantity from which a wholesale price counts: `Wholesale price from 10`.

const field = 'wholesalePrices'
/** Of the price in such a column. */
export const tierKind = fieldOf(field).kind.list?.fields['price']?.kind ?? null

const tierPath = (quantity: number): string => `${field}.${quantity}`

/** The quantity of a path; null: it is of something else. */
export function tierOf(path: string): number | null {
  const [, quantity] = /^wholesalePrices\.(\d{1,9})$/.exec(path) ?? []
  return quantity === undefined ? null : Number(quantity)
}

/** Those that columns are called by: which quantities a store has is known from its products alone. */
export function tierTargets(columns: readonly string[]): Target[] {
  const quantities = columns.flatMap((column) => /^wholesale price from (\d{1,9})$/i.exec(column.trim())?.[1] ?? [])
  return [...new Set(quantities.map(Number))].map((quantity) => ({
    path: tierPath(quantity),
    title: titles.tier(quantity),
  }))
}

/** By their quantities, those that have one. */
export const tiersIn = (value: unknown): Map<number, Entry> =>
  new Map(
    entriesOf(value).flatMap((entry) =>
      typeof entry['quantity'] === 'number' ? [[entry['quantity'], entry] as const] : [],
    ),
  )

/** With another price from a quantity on, in the order of quantities; null: with none. The others stay. */
export function withTier(value: unknown, quantity: number, price: unknown): Entry[] {
  const tiers = tiersIn(value)
  if (price === null) tiers.delete(quantity)
  else tiers.set(quantity, { ...tiers.get(quantity), quantity, price })
  return [...tiers].toSorted(([one], [other]) => one - other).map(([, entry]) => entry)
}
