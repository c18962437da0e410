import { create } from 'zustand'
import type { OwnEdits, Variation } from '../../../stores/variation-edits'
import { usualColumns } from '../../../format/variation-columns'

/** By row and column of what is shown. */
export type Place = { row: number; column: number }

/** A box while something is typed into it: held by what it is of, because rows come and go meanwhile. */
export type Editor = {
  variationId: number
  path: string
  /** What was typed into the variation before it was opened, for the way back. */
  before: OwnEdits | undefined
  /** Whether a letter opened it, so that what is typed stands in place of what was there. */
  isAnew: boolean
  /** What stands in it now; no box is drawn for it. */
  latest: { text: string }
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
  /** A row that is to be seen: it was only just made. */
  shownRow: number | null
  /** The variation of which more is shown than the table has. */
  detailed: number | null
}

const start: Place = { row: 0, column: 0 }

export const useGridStore = create<GridState>(() => ({
  active: start,
  anchor: start,
  editor: null,
  columns: usualColumns,
  wanted: null,
  shownRow: null,
  detailed: null,
}))

export function goToCell(active: Place, isRange = false): void {
  useGridStore.setState(({ anchor }) => ({ active, anchor: isRange ? anchor : active, editor: null }))
}

export function openEditor(editor: Editor): void {
  useGridStore.setState(({ active }) => ({ editor, anchor: active }))
}

/** For a box that is mounted anew. */
export function noteTyped(text: string): void {
  const { editor } = useGridStore.getState()
  if (editor) editor.latest.text = text
}

export const closeEditor = (): void => useGridStore.setState({ editor: null })

export const leaveGrid = (): void =>
  useGridStore.setState({ active: start, anchor: start, editor: null, wanted: null, shownRow: null, detailed: null })

export function showColumns(columns: readonly string[]): void {
  useGridStore.setState({ columns, active: start, anchor: start, editor: null })
}

export const wantCell = (path: string | null): void => useGridStore.setState({ wanted: path })

export const showRow = (row: number | null): void => useGridStore.setState({ shownRow: row })

export const showDetails = (variationId: number | null): void => useGridStore.setState({ detailed: variationId })

export type Range = { top: number; bottom: number; left: number; right: number }

export const rangeOf = ({ active, anchor }: Pick<GridState, 'active' | 'anchor'>): Range => ({
  top: Math.min(active.row, anchor.row),
  bottom: Math.max(active.row, anchor.row),
  left: Math.min(active.column, anchor.column),
  right: Math.max(active.column, anchor.column),
})

type Row = Pick<Variation, 'id' | 'label'>

/** Rows came or went: what is chosen and typed into stays with its variation, also where the store gave that an id of its own. */
export function followRows(before: readonly Row[], now: readonly Row[]): void {
  const { active, anchor, editor } = useGridStore.getState()
  const rowNow = (was: Row | undefined): number => {
    const row = now.findIndex(({ id }) => id === was?.id)
    return row >= 0 ? row : now.findIndex(({ label }) => label === was?.label)
  }
  const follow = ({ row, column }: Place): Place => {
    const next = rowNow(before[row])
    return { row: next >= 0 ? next : Math.max(0, Math.min(row, now.length - 1)), column }
  }
  const typedInto = editor && now[rowNow(before.find(({ id }) => id === editor.variationId))]
  useGridStore.setState({
    active: follow(active),
    anchor: follow(anchor),
    editor: editor && typedInto ? { ...editor, variationId: typedInto.id } : null,
  })
}
