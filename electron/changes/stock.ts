import type { ChangeRecord } from '../shared/change-record'

type StockEdit = Pick<ChangeRecord, 'before' | 'after'>

/** What the edits together add to the stock. */
export const stockDelta = (edits: readonly StockEdit[]): number =>
  edits.reduce((sum, { before, after }) => sum + Number(after) - Number(before), 0)

/** Whether a stock difference whose answer was lost is in the store's number; sales in between only ever lower it. */
export function stockArrived(sentFrom: number, delta: number, now: number): 'yes' | 'no' | 'unclear' {
  if (now === sentFrom + delta) return 'yes'
  if (now === sentFrom) return 'no'
  if (delta > 0) return now > sentFrom ? 'yes' : 'unclear'
  return now > sentFrom + delta ? 'no' : 'unclear'
}

/** Stock edits on the wire, or without an answer, that are in the store's number already: showing them again would count twice. */
export function shownStockEdits(open: readonly ChangeRecord[], quantity: number): ReadonlySet<number> {
  const sent = open.filter(
    ({ field, state, token }) =>
      field === 'quantity' && token?.quantity !== undefined && (state === 'sending' || state === 'unknown'),
  )
  const sentFrom = sent[0]?.token?.quantity
  if (sentFrom === undefined || stockArrived(sentFrom, stockDelta(sent), quantity) !== 'yes') return new Set()
  return new Set(sent.map(({ id }) => id))
}
