import { setsThis } from '../../../electron/shared/change-address'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import type { Person } from './person'

export const isStockInDoubt = (change: ChangeRecord): boolean =>
  setsThis(change, 'quantity') && (change.state === 'sending' || change.state === 'unknown')

/** Differences of stock that will still be sent. */
export function openStock({ catalogue }: Person['client'], ecwidId: number): number[] {
  const id = catalogue.products.findByEcwidId(ecwidId)
  const open = id === undefined ? [] : catalogue.changes.openOf('product', id)
  const waiting = open.filter(({ field, state }) => field === 'quantity' && state === 'waiting')
  return waiting.map(({ before, after }) => Number(after) - Number(before))
}
