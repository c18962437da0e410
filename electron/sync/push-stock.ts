import { isEqual } from '../shared/fields/equal'
import { readFields } from '../shared/fields/product-fields'
import { sentFrom, stockArrived, stockDelta, stockOf } from '../changes/stock'
import type { ChangeRecord } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { says, type Sentence } from '../shared/sentence'
import type { ProductPush, PushParts } from './product-push'

/**
 * What becomes of the waiting stock edits. same: the store has it. missing: it has not, though it was sent. number: it goes with the
 * other fields, because there is no number in the store to differ from. difference: it is added to whatever the store has. asked: both
 * sides set a number, or nobody can know whether it arrived.
 */
type StockPlan = {
  same: ChangeRecord[]
  missing: ChangeRecord[]
  number: number | null
  difference: ChangeRecord[]
  asked: Sentence | null
}
const nothing: StockPlan = { same: [], missing: [], number: null, difference: [], asked: null }
const bothSet = says('both-changed')

/** `switching`: edits that turn unlimited stock on or off, and travel with the number. */
export function planStock(
  edits: readonly ChangeRecord[],
  switching: readonly ChangeRecord[],
  remote: RemoteProduct,
): StockPlan {
  const mine = Number(edits.at(-1)?.after)
  const theirs = readFields(remote)
  if (edits.length === 0) return nothing
  if (switching.at(-1)?.after === true) return { ...nothing, same: [...edits] }
  if (theirs.unlimited) {
    // Made unlimited by somebody else, unless nothing stood there before.
    const isFree = switching.length > 0 || isEqual(edits[0]?.before, theirs.quantity)
    return isFree ? { ...nothing, number: mine } : { ...nothing, asked: bothSet }
  }
  if (switching.length === 0) return planDifference(edits, remote)
  const inDoubt = edits.filter(({ state }) => state === 'unknown')
  // Our own switch had arrived with its number. Any other number may be one that others sold or set since.
  const hasArrived = switching.some(({ state }) => state === 'unknown') && inDoubt.length > 0
  if (hasArrived && theirs.quantity === Number(inDoubt.at(-1)?.after)) {
    return { ...nothing, same: inDoubt, difference: edits.filter(({ state }) => state !== 'unknown') }
  }
  return theirs.quantity === mine ? { ...nothing, same: [...edits] } : { ...nothing, asked: bothSet }
}

/** Judged by a read from before anything else of this product is sent, because that touches it as well. */
function planDifference(edits: readonly ChangeRecord[], remote: RemoteProduct): StockPlan {
  const lost = edits.filter(({ state }) => state === 'unknown')
  const rest = edits.filter(({ state }) => state !== 'unknown')
  if (lost.length === 0) return { ...nothing, difference: rest }
  switch (stockArrived(lost, remote)) {
    case 'yes':
      return { ...nothing, same: lost, difference: rest }
    case 'no':
      return { ...nothing, missing: lost, difference: [...lost.map(notInDoubt), ...rest] }
    case 'unclear':
      return { ...nothing, asked: { says: 'stock-in-doubt', delta: stockDelta(lost) } }
  }
}

const notInDoubt = (change: ChangeRecord): ChangeRecord => ({ ...change, state: 'waiting', token: null })

/** PUT /products/{id}/inventory: +5 stays +5 although three were sold meanwhile. */
export async function pushStock(parts: PushParts, push: ProductPush, edits: readonly ChangeRecord[]): Promise<void> {
  const product = await push.fresh()
  const quantity = stockOf(product)
  const delta = stockDelta(edits)
  if (delta === 0) return push.markFound(edits)
  const claim = push.claiming({ changes: edits, tokenOf: () => sentFrom(product, parts.ecwid.storeTime()) })
  await parts.ecwid.adjustStock(push.ecwidId(), delta, claim)
  push.markSent(edits, () => push.patchKnown({ quantity: quantity + delta, inStock: quantity + delta > 0 }))
  await push.keepConfirmed()
}
