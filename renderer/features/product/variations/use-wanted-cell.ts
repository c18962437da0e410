import { useEffect } from 'react'
import type { Shown } from './grid-edits'
import { showColumns, showDetails, useGridStore, wantCell, type Place } from './grid-store'
import { useVariationColumns } from './use-variation-columns'
import { cellPath } from './variation-errors'

/** Goes to the box that the keys for problems lead to, and shows its column where that is not; what has none is beside the table. */
export function useWantedCell({ variations, columns }: Shown, goTo: (place: Place) => void): void {
  const all = useVariationColumns()
  const wanted = useGridStore((grid) => grid.wanted)
  useEffect(() => {
    if (wanted === null) return
    const row = variations.findIndex(({ id }) => wanted.startsWith(cellPath(id, '')))
    const isWanted = ({ path }: { path: string }) => wanted === cellPath(variations[row]?.id ?? 0, path)
    const column = columns.findIndex(isWanted)
    const hidden = column < 0 ? all.find(isWanted) : undefined
    if (hidden) return showColumns([...columns.map(({ path }) => path), hidden.path])
    wantCell(null)
    const variation = variations[row]
    if (!variation) return
    goTo({ row, column: Math.max(0, column) })
    if (column < 0) showDetails(variation.id)
  })
}
