import type { ChangeRecord } from '../shared/change-record'
import { productFields } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'

type StockEdit = Pick<ChangeRecord, 'before' | 'after'>
type SentEdit = StockEdit & Pick<ChangeRecord, 'token'>
type Token = NonNullable<ChangeRecord['token']>

/** A request is given up after half a minute; what is on its way by then arrives within moments. */
const arrivesWithinMs = 45_000

export const stockOf = (product: RemoteProduct): number => productFields.quantity.json.get(product)

/** What the edits together add to the stock. */
export const stockDelta = (edits: readonly StockEdit[]): number =>
  edits.reduce((sum, { before, after }) => sum + Number(after) - Number(before), 0)

/** What tells later whether a difference arrived that leaves now. `storeTime`: UNIX ms by the store's clock; null: not known. */
export const sentFrom = (product: RemoteProduct, storeTime: number | null): Token => ({
  quantity: stockOf(product),
  updatedAt: product.updateTimestamp,
  arrivesUntil: storeTime === null ? undefined : Math.floor((storeTime + arrivesWithinMs) / 1000),
})

/**
 * Whether stock differences whose answer was lost are in the store's number. Others sell and restock meanwhile, and may bring back the
 * number they were sent from, or make the one they were sent to: the first is believed only of a product that nobody has touched
 * since, the second only of one that was touched last while they were on the wire. Anything else only their owner knows.
 */
export function stockArrived(sent: readonly SentEdit[], product: RemoteProduct): 'yes' | 'no' | 'unclear' {
  const { quantity = NaN, updatedAt, arrivesUntil } = sent[0]?.token ?? {}
  const { updateTimestamp: touchedAt } = product
  const now = stockOf(product)
  if (now === quantity + stockDelta(sent)) return isAfter(touchedAt, arrivesUntil) ? 'unclear' : 'yes'
  return now === quantity && !isAfter(touchedAt, updatedAt) ? 'no' : 'unclear'
}

/** Where a store tells no times there is the number alone. */
const isAfter = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && one > other

/** Edits of one stock that are on the wire, or without an answer, that may be in the store's number: showing them again would count twice. */
export function shownStockEdits(open: readonly ChangeRecord[], product: RemoteProduct): ReadonlySet<number> {
  const sent = open.filter(
    (change) =>
      change.field === 'quantity' &&
      change.token?.quantity !== undefined &&
      (change.state === 'sending' || change.state === 'unknown'),
  )
  if (sent.length === 0 || stockArrived(sent, product) === 'no') return new Set()
  return new Set(sent.map(({ id }) => id))
}
