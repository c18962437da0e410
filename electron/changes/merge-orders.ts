import { pictureOrderSchema, type ChangeRecord } from '../shared/change-record'
import { isEqual } from '../shared/fields/equal'
import { withoutHost } from './pictures'

type OrderMerge = { outcome: 'same' } | { outcome: 'send'; order: string[] } | { outcome: 'conflict' }
type WasThere = (name: string, upload: string) => boolean
type Order = Pick<ChangeRecord, 'before' | 'after' | 'state'>

/**
 * Three-way merge of the open orders of a product's pictures, oldest first, with the order in the store. Only pictures that
 * both sides know count: what was removed has no place, and what others appended keeps its own at the end. `wasThere`: whether a picture
 * was in the store before another one was uploaded from here. `arrived`: those whose answer was lost, and which the store follows.
 */
export function mergeOrders<One extends Order>(
  orders: readonly One[],
  theirs: readonly string[],
  wasThere: WasThere,
): { arrived: One[]; merge: OrderMerge } {
  const lost = orders.filter(({ state }) => state === 'unknown')
  const later = orders.filter(({ state }) => state !== 'unknown')
  const lostMerge = lost.length > 0 ? merged(lost, theirs, wasThere) : null
  if (lostMerge?.outcome !== 'same') return { arrived: [], merge: merged(orders, theirs, wasThere) }
  return { arrived: lost, merge: later.length > 0 ? merged(later, theirs, wasThere) : lostMerge }
}

function merged(orders: readonly Order[], theirs: readonly string[], wasThere: WasThere): OrderMerge {
  // A store that moves its pictures to another host has not arranged them.
  const names = (keys: unknown) => pictureOrderSchema.parse(keys).map(withoutHost)
  const [before, wanted, there] = [names(orders[0]?.before), names(orders.at(-1)?.after), names(theirs)]
  const [inBefore, inWanted] = [new Set(before), new Set(wanted)]
  const isKnown = (name: string) => inBefore.has(name) && inWanted.has(name)
  const now = there.filter(isKnown)
  const inNow = new Set(now)
  const mine = wanted.filter((name) => inNow.has(name))
  const seen = before.filter((name) => inNow.has(name))
  // Pictures that nobody here had seen stand where others put them; at the end, or before later uploads from here, they are no arrangement.
  const isArranged = there.some(
    (name, at) => !inBefore.has(name) && there.slice(at + 1).some((later) => isKnown(later) && !wasThere(name, later)),
  )
  if (isEqual(mine, now) || isEqual(mine, seen)) return { outcome: 'same' }
  return isEqual(now, seen) && !isArranged ? { outcome: 'send', order: wanted } : { outcome: 'conflict' }
}
