import { pictureOrderSchema, type ChangeRecord } from '../shared/change-record'
import { sameKey } from './pictures'

type OrderMerge = { outcome: 'same' } | { outcome: 'send'; order: string[] } | { outcome: 'conflict' }
type Order = Pick<ChangeRecord, 'before' | 'after' | 'state'>

/**
 * Three-way merge of the open orders of a product's pictures, oldest first, with the order in the store. Only pictures that
 * both sides know count: what was removed has no place, and what others appended keeps its own at the end. `arrived`: those
 * whose answer was lost, and which the store follows.
 */
export function mergeOrders<One extends Order>(
  orders: readonly One[],
  theirs: readonly string[],
): { arrived: One[]; merge: OrderMerge } {
  const lost = orders.filter(({ state }) => state === 'unknown')
  const later = orders.filter(({ state }) => state !== 'unknown')
  const lostMerge = lost.length > 0 ? merged(lost, theirs) : null
  if (lostMerge?.outcome !== 'same') return { arrived: [], merge: merged(orders, theirs) }
  return { arrived: lost, merge: later.length > 0 ? merged(later, theirs) : lostMerge }
}

function merged(orders: readonly Order[], theirs: readonly string[]): OrderMerge {
  const before = pictureOrderSchema.parse(orders[0]?.before)
  const wanted = pictureOrderSchema.parse(orders.at(-1)?.after)
  const isKnown = (key: string) => has(before, key) && has(wanted, key)
  const now = theirs.filter(isKnown)
  const mine = wanted.filter((key) => has(now, key))
  const seen = before.filter((key) => has(now, key))
  // Pictures that nobody here had seen stand where others put them; at the end they are no arrangement.
  const added = theirs.findIndex((key) => !isKnown(key))
  const isArranged = added >= 0 && theirs.slice(added).some(isKnown)
  if (isSame(mine, now) || isSame(mine, seen)) return { outcome: 'same' }
  return isSame(now, seen) && !isArranged ? { outcome: 'send', order: wanted } : { outcome: 'conflict' }
}

const has = (keys: readonly string[], key: string): boolean => keys.some((each) => sameKey(each, key))
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => sameKey(key, other[at] ?? ''))
