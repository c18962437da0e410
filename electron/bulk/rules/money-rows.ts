import type { MoneyField } from '../../shared/price-rule'
import type { BulkProduct } from '../planner'
import type { Money } from './price-math'

/** The product, or one of its variations, with what it costs. */
export type MoneyRow = {
  variationId: number | null
  /** What counts for it; of a variation, its product's where it has nothing of its own. */
  now: Money
  /** As it is stored; of a variation, null where it has nothing of its own. */
  stored: Money
}

export function moneyRows({ fields, variations }: BulkProduct): [product: MoneyRow, ...variations: MoneyRow[]] {
  const ofProduct = each((field) => counting(field, fields[field]))
  return [
    { variationId: null, now: ofProduct, stored: each((field) => fields[field]) },
    ...variations.map(({ id, own }): MoneyRow => {
      const stored = each((field) => own[field] ?? null)
      const now = each((field) => (stored[field] === null ? ofProduct[field] : counting(field, stored[field])))
      return { variationId: id, now, stored }
    }),
  ]
}

/** A price of 0 is free; of the others 0 is none. */
const counting = (field: MoneyField, value: number | null): number | null =>
  value === 0 && field !== 'price' ? null : value

const each = (make: (field: MoneyField) => number | null): Money => ({
  price: make('price'),
  compareToPrice: make('compareToPrice'),
  costPrice: make('costPrice'),
})
