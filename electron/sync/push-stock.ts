import { isEqual } from '../changes/merge'
import { readFields } from '../changes/product-fields'
import { stockArrived, stockDelta } from '../changes/stock'
import type { ChangeRecord } from '../shared/change-record'
import type { ProductFields } from '../shared/product'
import type { RemoteProduct } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'

/**
 * What becomes of the waiting stock edits. same: the store has it. number: it goes with the other fields, because there is no
 * number in the store to differ from. difference: it is added to whatever the store has. conflict: both sides set a number.
 */
type StockPlan = {
  same: ChangeRecord[]
  number: number | null
  difference: ChangeRecord[]
  conflict: boolean
}

/** `switching`: edits that turn unlimited stock on or off, and travel with the number. */
export function planStock(
  edits: readonly ChangeRecord[],
  switching: readonly ChangeRecord[],
  theirs: ProductFields,
): StockPlan {
  const none = { same: [], number: null, difference: [], conflict: false }
  const mine = Number(edits.at(-1)?.after)
  if (edits.length === 0) return none
  if (switching.at(-1)?.after === true) return { ...none, same: [...edits] }
  if (theirs.unlimited) {
    // Made unlimited by somebody else, unless nothing stood there before.
    const isFree = switching.length > 0 || isEqual(edits[0]?.before, theirs.quantity)
    return isFree ? { ...none, number: mine } : { ...none, conflict: true }
  }
  if (switching.length === 0) return { ...none, difference: [...edits] }
  const inDoubt = edits.filter(({ state }) => state === 'unknown')
  const sent = Number(inDoubt.at(-1)?.after)
  // Our own switch had arrived with its number, from which something may have been sold since.
  if (switching.some(({ state }) => state === 'unknown') && inDoubt.length > 0 && theirs.quantity <= sent) {
    return { ...none, same: inDoubt, difference: edits.filter(({ state }) => state !== 'unknown') }
  }
  return theirs.quantity === mine ? { ...none, same: [...edits] } : { ...none, conflict: true }
}

/** PUT /products/{id}/inventory: +5 stays +5 although three were sold meanwhile. */
export async function pushStock(
  parts: PushParts,
  push: ProductPush,
  edits: readonly ChangeRecord[],
  remote: RemoteProduct,
): Promise<void> {
  const { catalogue, ecwid } = parts
  const delta = stockDelta(edits)
  const quantity = readFields(remote).quantity
  const lost = edits.filter(({ state }) => state === 'unknown')
  const sentFrom = lost[0]?.token?.quantity
  if (delta === 0 && lost.length === 0) return push.markSent(edits)
  if (sentFrom !== undefined) {
    const arrived = stockArrived(sentFrom, stockDelta(lost), quantity)
    if (arrived === 'unclear') return ask(catalogue, push, edits, stockDelta(lost), quantity)
    if (arrived === 'yes') {
      push.markSent(lost)
      const rest = edits.filter(({ state }) => state !== 'unknown')
      return rest.length > 0 ? pushStock(parts, push, rest, remote) : undefined
    }
  }
  push.markSending(edits, { quantity })
  await ecwid.adjustStock(push.ecwidId(), delta)
  push.markSent(edits, () => push.keep({ ...remote, quantity: quantity + delta, inStock: quantity + delta > 0 }))
  await push.refresh()
}

function ask(
  catalogue: PushParts['catalogue'],
  push: ProductPush,
  edits: readonly ChangeRecord[],
  lostDelta: number,
  theirs: number,
): void {
  const signed = lostDelta > 0 ? `+${lostDelta}` : String(lostDelta)
  const message = `The answer to a stock change of ${signed} was lost, and the stock moved meanwhile. Check the number, then choose.`
  push.write(() => {
    for (const { id } of edits) {
      catalogue.changes.update(id, { state: 'conflict', theirs, reason: { code: 'conflict', message } })
    }
  })
}
