import { create } from 'zustand'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useSheetStore } from '../../stores/sheet-store'
import { showCell, type CellPlace } from './sheet-place'

type Refused = {
  cells: readonly CellPlace[]
  /** How many others took it. */
  done: string
  /** Which one is looked at; null: none yet. */
  at: number | null
}
const none: Refused = { cells: [], done: '', at: null }

/** Cells that did not take what was put into them last, to be looked at one after the other. */
export const useRefusedCells = create<Refused>(() => none)

export const noteRefused = (cells: readonly CellPlace[], done: string): void =>
  useRefusedCells.setState({ cells, done, at: null })
export const forgetRefused = (): void => useRefusedCells.setState(none)

/** To the next one, or the one before; round and round. */
export function stepRefused(by: 1 | -1): void {
  const { cells, at } = useRefusedCells.getState()
  const next = at === null ? 0 : (at + by + cells.length) % cells.length
  const cell = cells[next]
  if (!cell) return
  useRefusedCells.setState({ at: next })
  showCell(cell)
}

const forgetIf = (isOther: boolean): void => {
  if (isOther && useRefusedCells.getState().cells.length > 0) forgetRefused()
}

// They are known by their rows, which another question, order or store makes others of, and variations that are unfolded.
useCatalogueStore.subscribe((now, before) =>
  forgetIf(now.connectionId !== before.connectionId || now.filters !== before.filters || now.sort !== before.sort),
)
useSheetStore.subscribe((now, before) => forgetIf(now.unfolding !== before.unfolding))
// With a step that was taken back they may stand as they did before.
useSheetStore.subscribe((now, before) => forgetIf(now.undone.length > before.undone.length))
