import { create } from 'zustand'
import type { ProductSelection } from '../../electron/shared/proposal'
import { listQuery, productIdsAt, useCatalogueStore } from './catalogue-store'

/** Products that were pointed at one by one, or all that the list finds but some. Neither costs more with more products. */
type Picked = { kind: 'some'; ids: ReadonlySet<number> } | { kind: 'found'; except: ReadonlySet<number> }

type SelectionState = {
  picked: Picked
  /** Where a range begins, and what was selected when it began. */
  anchor: { index: number; before: Picked } | null
}

/** More than anybody points at one by one. */
export const mostPicked = 5000

const nothing: Picked = { kind: 'some', ids: new Set() }
const initial: SelectionState = { picked: nothing, anchor: null }
export const useProductSelection = create<SelectionState>(() => initial)
const { getState, setState } = useProductSelection

export const isPicked = (picked: Picked, productId: number): boolean =>
  picked.kind === 'some' ? picked.ids.has(productId) : !picked.except.has(productId)

/** `total`: how many the list finds. */
export const pickedCount = (picked: Picked, total: number): number =>
  picked.kind === 'some' ? picked.ids.size : Math.max(0, total - picked.except.size)

/** Takes one in or out; the next range begins there. */
export function togglePicked(productId: number, index: number): void {
  const { picked } = getState()
  const next = withPicked(picked, [productId], !isPicked(picked, productId))
  setState({ picked: next, anchor: { index, before: next } })
}

/** Everything from where the range began up to this place, also rows that are not here. False: they are too many. */
export async function pickUpTo(index: number): Promise<boolean> {
  const { picked } = getState()
  const anchor = getState().anchor ?? { index, before: picked }
  const [first, last] = [Math.min(anchor.index, index), Math.max(anchor.index, index)]
  if (last - first >= mostPicked) return false
  const ids = await productIdsAt(first, last)
  const next = withPicked(anchor.before, ids, true)
  if (next.kind === 'some' && next.ids.size > mostPicked) return false
  setState({ picked: next, anchor })
  return true
}

/** Where a range begins that the mouse draws. */
export function beginRangeAt(index: number): void {
  setState(({ picked }) => ({ anchor: { index, before: picked } }))
}

/** Where a range begins that the keys draw. */
export function anchorAt(index: number): void {
  const { picked, anchor } = getState()
  if (!anchor) setState({ anchor: { index, before: picked } })
}

export function pickAllFound(): void {
  setState({ picked: { kind: 'found', except: new Set() }, anchor: null })
}

export function clearPicked(): void {
  setState(initial)
}

/** For whoever does something with it. */
export function pickedProducts(): ProductSelection {
  const { picked } = getState()
  if (picked.kind === 'some') return { ids: [...picked.ids] }
  return { query: listQuery(), except: [...picked.except] }
}

function withPicked(picked: Picked, ids: readonly number[], isIn: boolean): Picked {
  const next = new Set(picked.kind === 'some' ? picked.ids : picked.except)
  for (const id of ids) {
    if (isIn === (picked.kind === 'some')) next.add(id)
    else next.delete(id)
  }
  return picked.kind === 'some' ? { kind: 'some', ids: next } : { kind: 'found', except: next }
}

// Another store has other products; "all that is found" means the question that was on the screen. An order changes neither.
useCatalogueStore.subscribe((now, before) => {
  const isOther = now.connectionId !== before.connectionId
  const isAsked = now.filters !== before.filters
  if (isOther || (isAsked && getState().picked.kind === 'found')) clearPicked()
  else if (isAsked || now.sort !== before.sort) setState({ anchor: null })
})
