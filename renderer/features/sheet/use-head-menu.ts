import type { DataEditorRef, Rectangle } from '@glideapps/glide-data-grid'
import { useState, type RefObject } from 'react'
import { hasColumnHead } from '../../format/column-filter'
import type { SheetColumn } from './sheet-column'

type Parts = { grid: RefObject<DataEditorRef | null>; columns: readonly SheetColumn[] }

/** The head of a column that is open, by a click on its sign or by Alt+Down from a cell. */
export function useHeadMenu({ grid, columns }: Parts) {
  const [at, setAt] = useState<{ column: SheetColumn; bounds: Rectangle } | null>(null)
  const open = (across: number, bounds: Rectangle | undefined = grid.current?.getBounds(across, -1)): void => {
    const column = columns[across]
    if (column && bounds && hasColumnHead(column)) setAt({ column, bounds })
  }
  return {
    at,
    open,
    close: (): void => {
      setAt(null)
      grid.current?.focus()
    },
  }
}
