import type { ActionOf } from '../../shared/bulk-action'
import { editSays } from '../../shared/edit-reason'
import { skuKey } from '../../shared/sku-key'
import type { StockLine, StockRule } from '../../shared/stock-rule'
import type { BulkProduct, Planner, ProposedEdit } from '../planner'

/** What is counted by itself: a product, or a variation with a stock of its own. */
type Row = { variationId: number | null; sku: string; unlimited: boolean; quantity: number }

/** From one number to another: what is sold meanwhile stays sold, because a stock travels as a difference. */
export const planStock: Planner<ActionOf<'stock'>> = (product, { rule }) =>
  rowsOf(product, rule).flatMap((row) => {
    const amount = amountFor(row, rule)
    return amount === undefined ? [] : editsOf(row, rule, amount)
  })

function rowsOf({ fields, variations }: BulkProduct, rule: StockRule): Row[] {
  const { sku, unlimited, quantity } = fields
  const own = variations.flatMap(({ id, own: has }): Row[] => {
    if (has.quantity === undefined) return []
    return [{ variationId: id, sku: has.sku ?? '', unlimited: has.unlimited ?? false, quantity: has.quantity }]
  })
  const withVariations = rule.variations || typeof rule.amount !== 'number'
  return [{ variationId: null, sku, unlimited, quantity }, ...(withVariations ? own : [])]
}

function amountFor({ sku }: Row, { amount }: StockRule): number | undefined {
  if (typeof amount === 'number') return amount
  return sku.trim() === '' ? undefined : bySku(amount).get(skuKey(sku))
}

const known = new WeakMap<readonly StockLine[], ReadonlyMap<string, number>>()

/** Once for all products of an action. */
function bySku(lines: readonly StockLine[]): ReadonlyMap<string, number> {
  const made = known.get(lines) ?? new Map(lines.map(({ sku, amount }) => [skuKey(sku), amount]))
  known.set(lines, made)
  return made
}

function editsOf({ variationId, unlimited, quantity }: Row, rule: StockRule, amount: number): ProposedEdit[] {
  const stock = { variationId, field: 'quantity', before: quantity } as const
  const isCounted = rule.by === 'set' && rule.countUnlimited
  if (unlimited && !isCounted) return [{ ...stock, after: quantity, reason: editSays('stock-unlimited') }]
  const after = rule.by === 'set' ? amount : quantity + (rule.by === 'add' ? amount : -amount)
  // What was sold beyond the stock is below zero already, and may come nearer to it.
  if (after < 0 && after < quantity) {
    return [{ ...stock, after: quantity, reason: { says: 'only-in-stock', count: quantity } }]
  }
  const counted = { variationId, field: 'unlimited', before: true, after: false } as const
  return [...(unlimited ? [counted] : []), { ...stock, after }]
}
