import { isEqual } from '../shared/fields/equal'
import { readFields, type ProductFields } from '../shared/fields/product-fields'
import { stockArrived, stockDelta } from '../changes/stock'
import type { ChangeRecord } from '../shared/change-record'
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
  // Our own switch had arrived with its number. Any other number may be one that others sold or set since.
  const hasArrived = switching.some(({ state }) => state === 'unknown') && inDoubt.length > 0
  if (hasArrived && theirs.quantity === Number(inDoubt.at(-1)?.after)) {
    return { ...none, same: inDoubt, difference: edits.filter(({ state }) => state !== 'unknown') }
  }
  return theirs.quantity === mine ? { ...none, same: [...edits] } : { ...none, conflict: true }
}

/** PUT /products/{id}/inventory: +5 stays +5 although three were sold meanwhile. */
export async function pushStock(parts: PushParts, push: ProductPush, edits: readonly ChangeRecord[]): Promise<void> {
  const { quantity } = readFields(await push.fresh())
  const lost = edits.filter(({ state }) => state === 'unknown')
  const rest = edits.filter(({ state }) => state !== 'unknown')
  const arrived = lost.length > 0 ? stockArrived(Number(lost[0]?.token?.quantity), stockDelta(lost), quantity) : 'no'
  if (arrived === 'unclear') return push.ask(edits, quantity, { says: 'stock-in-doubt', delta: stockDelta(lost) })
  if (arrived === 'yes') {
    push.markFound(lost)
    return rest.length > 0 ? pushStock(parts, push, rest) : undefined
  }
  const delta = stockDelta(edits)
  if (delta === 0) return push.markFound(edits)
  const claim = push.claiming({ changes: edits, tokenOf: () => ({ quantity }) })
  await parts.ecwid.adjustStock(push.ecwidId(), delta, claim)
  push.markSent(edits, () => push.patchKnown({ quantity: quantity + delta, inStock: quantity + delta > 0 }))
  await push.keepConfirmed()
}
