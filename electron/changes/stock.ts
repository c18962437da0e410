import { setsThis } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'

type StockEdit = Pick<ChangeRecord, 'before' | 'after'>

/** What the edits together add to the stock. */
export const stockDelta = (edits: readonly StockEdit[]): number =>
  edits.reduce((sum, { before, after }) => sum + Number(after) - Number(before), 0)

/** Whether a stock difference whose answer was lost is in the store's number. Others sell and restock meanwhile: only they know. */
export function stockArrived(sentFrom: number, delta: number, now: number): 'yes' | 'no' | 'unclear' {
  if (now === sentFrom + delta) return 'yes'
  return now === sentFrom ? 'no' : 'unclear'
}

/** Stock edits on the wire, or without an answer, that may be in the store's number: showing them again would count twice. */
export function shownStockEdits(open: readonly ChangeRecord[], quantity: number): ReadonlySet<number> {
  const sent = open.filter(
    (change) =>
      setsThis(change, 'quantity') &&
      change.token?.quantity !== undefined &&
      (change.state === 'sending' || change.state === 'unknown'),
  )
  const sentFrom = sent[0]?.token?.quantity
  if (sentFrom === undefined || stockArrived(sentFrom, stockDelta(sent), quantity) === 'no') return new Set()
  return new Set(sent.map(({ id }) => id))
}
