import { useMemo } from 'react'
import type { SheetLayout } from '../../../electron/shared/kept-sheet'
import { useStoreWords } from '../../stores/store-words'
import { changeSheet } from '../../stores/sheet-looks'
import type { SheetColumn } from './sheet-column'
import { sheetColumnsOf } from './sheet-columns'

export type Layout = { columns: readonly SheetColumn[]; widths: Readonly<Record<string, number>> }

/** All columns that the sheet of a store may show. */
export function useSheetColumns(): readonly SheetColumn[] {
  const { productTypes } = useStoreWords()
  return useMemo(() => sheetColumnsOf(productTypes), [productTypes])
}

/** Which of them a sheet shows, in their order. */
export const useSheetLayout = (kept: SheetLayout, all: readonly SheetColumn[]): Layout =>
  useMemo(() => layoutOf(kept, all), [kept, all])

/** A column that is not known, as of an attribute that went, is left out, and comes back with it. */
export function layoutOf(kept: SheetLayout, all: readonly SheetColumn[]): Layout {
  const columns = kept.flatMap(({ path }) => all.find((each) => each.path === path) ?? [])
  const widths = Object.fromEntries(kept.flatMap(({ path, width }) => (width === null ? [] : [[path, width]])))
  return { columns, widths }
}

export const withWidth = (layout: SheetLayout, path: string, width: number): SheetLayout =>
  layout.map((each) => (each.path === path ? { path, width: Math.round(width) } : each))

/** The column of the first path comes to where that of the second is; some of the layout may not be shown. */
export function withMoved(layout: SheetLayout, path: string, to: string): SheetLayout {
  const from = layout.findIndex((each) => each.path === path)
  const at = layout.findIndex((each) => each.path === to)
  const moved = layout[from]
  return moved && at >= 0 ? layout.toSpliced(from, 1).toSpliced(at, 0, moved) : layout
}

/** Shown beside the others, in the order of the form; or not any more, unless it is the last one. */
export function withToggled(layout: SheetLayout, path: string, all: readonly SheetColumn[]): SheetLayout {
  const others = layout.filter((each) => each.path !== path)
  if (others.length < layout.length) return others.length > 0 ? others : layout
  const placeOf = (each: string) => all.findIndex((column) => column.path === each)
  const at = layout.findIndex((each) => placeOf(each.path) > placeOf(path))
  return layout.toSpliced(at < 0 ? layout.length : at, 0, { path, width: null })
}

export const changeLayout = (connectionId: string, change: (layout: SheetLayout) => SheetLayout): void =>
  changeSheet(connectionId, ({ columns }) => ({ columns: change(columns) }))
