import { create } from 'zustand'

type PictureSelection = {
  /** By what the pictures were made as, which they keep when they arrive in the store. */
  ids: ReadonlySet<string>
  /** Where a range begins, and what was selected when it began. */
  anchor: { id: string; before: ReadonlySet<string> } | null
  /** The picture that is being moved; those that are selected with it go along. */
  moving: string | null
}

const nothing: PictureSelection = { ids: new Set(), anchor: null, moving: null }

/** The pictures that were pointed at, of the product whose Media tab is open. */
export const usePictureSelection = create<PictureSelection>(() => nothing)
const { getState, setState } = usePictureSelection

export function selectOnly(id: string): void {
  setState({ ids: new Set([id]), anchor: { id, before: new Set() } })
}

/** Takes one in or out; the next range begins there. */
export function toggleSelected(id: string): void {
  const ids = new Set(getState().ids)
  if (!ids.delete(id)) ids.add(id)
  setState({ ids, anchor: { id, before: ids } })
}

/** From where the range began up to this one, in the order shown; `isMore`: beside what was selected before. */
export function selectUpTo(order: readonly string[], id: string, isMore: boolean): void {
  const { anchor } = getState()
  const begun = anchor && order.includes(anchor.id) ? anchor : { id, before: new Set<string>() }
  const [from, to] = [order.indexOf(begun.id), order.indexOf(id)]
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  setState({ ids: new Set(isMore ? [...begun.before, ...range] : range), anchor: begun })
}

/** The keys begin a range at the picture that they leave. */
export function beginRangeAt(id: string): void {
  const { anchor, ids } = getState()
  if (!anchor) setState({ anchor: { id, before: ids } })
}

export function selectAll(order: readonly string[]): void {
  setState({ ids: new Set(order), anchor: null })
}

export function selectNothing(): void {
  setState({ ids: nothing.ids, anchor: null })
}

/** A picture that is taken up, or null when it is put down. */
export function noteMoving(moving: string | null): void {
  setState({ moving })
}

/** What is not among the pictures any more is not selected either. */
export function forgetGone(order: readonly string[]): void {
  const { ids, anchor } = getState()
  const here = new Set(order)
  const isHere = (id: string) => here.has(id)
  if ([...ids, ...(anchor?.before ?? [])].every(isHere)) return
  const before = new Set([...(anchor?.before ?? [])].filter(isHere))
  setState({ ids: new Set([...ids].filter(isHere)), anchor: anchor && { ...anchor, before } })
}

export function forgetSelection(): void {
  setState(nothing)
}

/** The pictures that an act at this one is about, in the order shown: all that are selected where it is one of them. */
export function actedOn(order: readonly string[], id: string): readonly string[] {
  const { ids } = getState()
  return ids.has(id) ? order.filter((each) => ids.has(each)) : [id]
}
