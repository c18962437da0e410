import type { DataEditorRef, Item } from '@glideapps/glide-data-grid'
import { useState, type RefObject } from 'react'
import type { SheetColumn } from './sheet-column'
import type { MenuAct, MenuPlace } from './SheetMenu'
import type { BlockAct } from './use-menu-acts'

type Parts = {
  grid: RefObject<DataEditorRef | null>
  columns: readonly SheetColumn[]
  /** So many columns are in sight always. */
  frozen: number
  /** The active one. */
  cell: Item | undefined
  onShow: (cell: Item) => void
  onFreeze: (count: number) => void
  onAct: (act: BlockAct) => void
}

/** The menu of cells: where it is, and what is chosen in it. */
export function useCellMenu({ grid, columns, frozen, cell, onShow, onFreeze, onAct }: Parts) {
  const [place, setPlace] = useState<MenuPlace | null>(null)
  const close = () => {
    setPlace(null)
    grid.current?.focus()
  }
  return {
    place,
    close,
    /** `within`: where in the cell. */
    open: ([at, row]: Item, within: { x: number; y: number }): void => {
      const bounds = grid.current?.getBounds(at, row)
      if (!bounds) return
      const column = columns[at]?.title ?? ''
      setPlace({ x: bounds.x + within.x, y: bounds.y + within.y, column, isFrozen: at > 0 && at < frozen })
    },
    choose: (wanted: MenuAct): void => {
      close()
      if (!cell) return
      if (wanted === 'show') onShow(cell)
      else if (wanted === 'freeze') onFreeze(cell[0] + 1)
      else if (wanted === 'unfreeze') onFreeze(1)
      else onAct(wanted)
    },
  }
}
