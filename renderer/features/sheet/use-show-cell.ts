import { useEffect, useEffectEvent, useState } from 'react'
import type { SheetColumn } from './sheet-column'
import { useWantedPlace } from './sheet-place'

/** Goes to a cell that another part of the sheet leads to. */
export function useShowCell(
  columns: readonly SheetColumn[],
  show: (row: number, across: number, keepsFocus?: boolean) => void,
): void {
  const wanted = useWantedPlace()
  // What was wanted of an earlier sheet is over.
  const [before] = useState(wanted.times)
  const go = useEffectEvent(() => {
    const across = columns.findIndex(({ path }) => path === wanted.cell?.path)
    if (wanted.cell && across >= 0) show(wanted.cell.row, across, wanted.cell.keepsFocus)
  })
  useEffect(() => {
    if (wanted.times > before) go()
  }, [wanted.times, before])
}
