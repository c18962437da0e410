import type { DataEditorRef, GridSelection } from '@glideapps/glide-data-grid'
import { useState, type RefObject } from 'react'
import { rowAt } from '../../stores/catalogue-pages'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { setActiveRow } from '../../stores/catalogue-view-store'
import { blockOf, selectionOf } from './blocks'
import { nothing } from './grid-settings'
import type { Block } from './paste'
import { placeAt, type RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import { useKeptPlace } from './use-kept-place'

type Parts = {
  grid: RefObject<DataEditorRef | null>
  layout: RowLayout
  columns: readonly SheetColumn[]
  onBlock: (block: Block | null) => void
}

/** The cells that are selected, and the way to others. Their row is the active one of the list. */
export function useSelectedCells({ grid, layout, columns, onBlock }: Parts) {
  const pages = useCatalogueStore((state) => state.pages)
  const [selection, setSelection] = useState(nothing)

  const select = (next: GridSelection) => {
    setSelection(next)
    onBlock(blockOf(next))
    const row = next.current?.cell[1]
    if (row === undefined) return
    const { index } = placeAt(layout, row)
    setActiveRow(index, rowAt(pages, index)?.id ?? null)
  }
  const selectBlock = (into: Block) => select(selectionOf(into))
  const show = (row: number, across: number, keepsFocus = false) => {
    const [top, left] = [clamp(row, layout.rows), clamp(across, columns.length)]
    selectBlock({ top, left, bottom: top, right: left })
    grid.current?.scrollTo(left, top)
    if (!keepsFocus) grid.current?.focus()
  }
  const reveal = (row: number) => grid.current?.scrollTo(selection.current?.cell[0] ?? 0, row)
  useKeptPlace({ layout, block: blockOf(selection), selectBlock, reveal })
  return { selection, block: blockOf(selection), cell: selection.current?.cell, select, selectBlock, show }
}

const clamp = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1))
