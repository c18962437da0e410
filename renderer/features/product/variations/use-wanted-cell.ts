import { useEffect } from 'react'
import type { Shown } from './grid-edits'
import { showColumns, useGridStore, wantCell, type Place } from './grid-store'
import { variationColumns } from './variation-columns'
import { cellPath } from './variation-errors'

/** Goes to the box that the keys for problems lead to, and shows its column where that is not. */
export function useWantedCell({ variations, columns }: Shown, goTo: (place: Place) => void): void {
  const wanted = useGridStore((grid) => grid.wanted)
  useEffect(() => {
    if (wanted === null) return
    const row = variations.findIndex(({ id }) => wanted.startsWith(cellPath(id, '')))
    const isWanted = ({ path }: { path: string }) => wanted === cellPath(variations[row]?.id ?? 0, path)
    const column = columns.findIndex(isWanted)
    const hidden = column < 0 ? variationColumns.find(isWanted) : undefined
    if (hidden) return showColumns([...columns.map(({ path }) => path), hidden.path])
    wantCell(null)
    if (row >= 0 && column >= 0) goTo({ row, column })
  })
}
