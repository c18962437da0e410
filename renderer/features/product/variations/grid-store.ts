import { create } from 'zustand'
import { usualColumns } from './variation-columns'

/** By row and column of what is shown. */
export type Place = { row: number; column: number }
type Editor = {
  /** What it starts with in place of what stands there; null: what stands there. */
  text: string | null
}

type GridState = {
  active: Place
  /** The corner that a range started from; where nothing is chosen beside it, the active box. */
  anchor: Place
  editor: Editor | null
  /** Paths of the columns that are shown, for as long as the window is open. */
  columns: readonly string[]
  /** The path of a box that the keys for problems lead to. */
  wanted: string | null
}

const start: Place = { row: 0, column: 0 }

export const useGridStore = create<GridState>(() => ({
  active: start,
  anchor: start,
  editor: null,
  columns: usualColumns,
  wanted: null,
}))

export function goToCell(active: Place, isRange = false): void {
  useGridStore.setState(({ anchor }) => ({ active, anchor: isRange ? anchor : active, editor: null }))
}

export function openEditor(text: string | null): void {
  useGridStore.setState(({ active }) => ({ editor: { text }, anchor: active }))
}

export const closeEditor = (): void => useGridStore.setState({ editor: null })

export const leaveGrid = (): void => useGridStore.setState({ active: start, anchor: start, editor: null, wanted: null })

export function showColumns(columns: readonly string[]): void {
  useGridStore.setState({ columns, active: start, anchor: start, editor: null })
}

export const wantCell = (path: string | null): void => useGridStore.setState({ wanted: path })

export type Range = { top: number; bottom: number; left: number; right: number }

export const rangeOf = ({ active, anchor }: Pick<GridState, 'active' | 'anchor'>): Range => ({
  top: Math.min(active.row, anchor.row),
  bottom: Math.max(active.row, anchor.row),
  left: Math.min(active.column, anchor.column),
  right: Math.max(active.column, anchor.column),
})
