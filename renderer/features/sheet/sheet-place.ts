import { create } from 'zustand'

/** A cell by its row in the sheet and the path of its column. */
export type CellPlace = { row: number; path: string }
type Wanted = CellPlace & {
  /** The keys stay where they are. */
  keepsFocus?: boolean
}

/** The cell that is to be shown and selected; `times` tells one wish from the same one before. */
export const useWantedPlace = create<{ cell: Wanted | null; times: number }>(() => ({ cell: null, times: 0 }))

export const showCell = (cell: Wanted): void => useWantedPlace.setState(({ times }) => ({ cell, times: times + 1 }))
