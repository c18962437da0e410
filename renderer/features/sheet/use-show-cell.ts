import { useEffect, useEffectEvent } from 'react'
import type { SheetColumn } from './sheet-column'
import { useWantedPlace } from './sheet-place'

/** Goes to a cell that another part of the sheet leads to. */
export function useShowCell(columns: readonly SheetColumn[], show: (row: number, across: number) => void): void {
  const wanted = useWantedPlace()
  const go = useEffectEvent(() => {
    const across = columns.findIndex(({ path }) => path === wanted.cell?.path)
    if (wanted.cell && across >= 0) show(wanted.cell.row, across)
  })
  useEffect(() => {
    if (wanted.times > 0) go()
  }, [wanted.times])
}
