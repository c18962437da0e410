import type { ActionOf } from '../../shared/bulk-action'
import { editSays, type EditReason } from '../../shared/edit-reason'
import { decimalsOf, type SaleStart } from '../../shared/price-rule'
import type { Planner, ProposedEdit } from '../planner'
import { moneyRows, type MoneyRow } from './money-rows'
import { reckon, type Money, type Reckoned } from './price-math'

/** Shoppers see the compare-to price struck through above a lower one. */
const isOnSale = ({ price, compareToPrice }: Money): boolean => (compareToPrice ?? 0) > (price ?? 0)

/**
 * The price becomes the compare-to price, and a lower one is asked. Variations with a price of their own have a sale of their own, with
 * a compare-to price of their own: that of their product says nothing about them.
 */
export const planSaleStart: Planner<ActionOf<'start-sale'>> = (product, { sale }, { words }) => {
  const decimals = decimalsOf(words.profile)
  const [main, ...variations] = moneyRows(product)
  const started = startOf(main, sale, decimals)
  if (started.some(isLeft)) return [...started, ...variations.flatMap((row) => ownStart(row, sale, decimals))]
  return [
    ...started,
    ...variations.flatMap((row) => {
      const own = ownStart(row, sale, decimals)
      return own.length > 0 && !own.some(isLeft) ? own : [...own, ...besideSale(row)]
    }),
  ]
}

const isLeft = ({ reason }: ProposedEdit): boolean => reason !== undefined

const ownStart = (row: MoneyRow, sale: SaleStart, decimals: number): ProposedEdit[] =>
  row.stored.price === null ? [] : startOf(row, sale, decimals)

function startOf(row: MoneyRow, sale: SaleStart, decimals: number): ProposedEdit[] {
  const { now, stored, variationId } = row
  const wasOnSale = isOnSale(now) && (variationId === null || stored.compareToPrice !== null)
  if (wasOnSale && sale.onSale === 'leave') return [left(row, editSays('on-sale-already'))]
  const from = wasOnSale && sale.onSale === 'anew' ? { ...now, price: now.compareToPrice } : now
  const old = wasOnSale ? now.compareToPrice : now.price
  const reckoned = lower(reckon(sale, from, decimals), old)
  if ('why' in reckoned) return [left(row, reckoned.why)]
  const price: ProposedEdit = { variationId, field: 'price', before: stored.price, after: reckoned.value }
  return stored.compareToPrice === old ? [price] : [comparedWith(row, old), price]
}

function lower(reckoned: Reckoned, old: number | null): Reckoned {
  if ('why' in reckoned || reckoned.value < (old ?? 0)) return reckoned
  return { why: editSays('sale-not-below-price') }
}

/** Of a variation whose product is on sale now, and which has no start of its own. */
function besideSale(row: MoneyRow): ProposedEdit[] {
  const { now, stored } = row
  // It costs less with its product: what it is compared with is at least what it cost.
  if (stored.price === null)
    return stored.compareToPrice === null || isOnSale(now) ? [] : [comparedWith(row, now.price)]
  // It keeps its price: the compare-to price of its product would say that it was higher. What is free has none: 0 is no such price.
  return stored.compareToPrice === null && stored.price > 0 ? [comparedWith(row, stored.price)] : []
}

/** The price before the sale comes back, and nothing is compared any more. */
export const planSaleEnd: Planner<ActionOf<'end-sale'>> = (product) => {
  const [main, ...variations] = moneyRows(product)
  const ended = [
    ...(isOnSale(main.now) ? endOf(main) : []),
    // The compare-to price of its product is not what a variation cost before.
    ...variations.flatMap((row) => (row.stored.compareToPrice === null ? [] : endOf(row))),
  ]
  return ended.length > 0 ? ended : [left(main, editSays('not-on-sale'))]
}

function endOf(row: MoneyRow): ProposedEdit[] {
  const { variationId, now, stored } = row
  const isOver = isOnSale(now) || (variationId !== null && now.compareToPrice === now.price)
  if (!isOver) return []
  if (stored.price === null || now.compareToPrice === now.price) return [comparedWith(row, null)]
  return [{ variationId, field: 'price', before: stored.price, after: now.compareToPrice }, comparedWith(row, null)]
}

const comparedWith = ({ variationId, stored }: MoneyRow, after: number | null): ProposedEdit => ({
  variationId,
  field: 'compareToPrice',
  before: stored.compareToPrice,
  after,
})

const left = ({ variationId, stored }: MoneyRow, reason: EditReason): ProposedEdit => ({
  variationId,
  field: 'price',
  before: stored.price,
  after: stored.price,
  reason,
})
