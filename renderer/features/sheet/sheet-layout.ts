import { useMemo } from 'react'
import type { KeptSheet, SheetLayout } from '../../../electron/shared/settings'
import { useStoreWords } from '../../stores/store-words'
import { saveSettings, useSettingsStore } from '../../stores/settings-store'
import type { VariationsAs } from '../../stores/sheet-store'
import type { SheetColumn } from './sheet-column'
import { sheetColumnsOf, usualColumns } from './sheet-columns'

const usual: SheetLayout = usualColumns.map((path) => ({ path, width: null }))

export type Layout = { columns: readonly SheetColumn[]; widths: Readonly<Record<string, number>> }

const usualOf = (connectionId: string): KeptSheet => ({
  connectionId,
  columns: usual,
  frozen: 1,
  unfolded: false,
  flat: false,
})
const among = (kept: readonly KeptSheet[], connectionId: string): KeptSheet | undefined =>
  kept.find((each) => each.connectionId === connectionId)

/** What is remembered of the sheet of a store. */
const keptSheet = (connectionId: string): KeptSheet =>
  among(useSettingsStore.getState().sheetLayouts, connectionId) ?? usualOf(connectionId)

/** How the variations of a store were shown last. */
export function keptVariations(connectionId: string): VariationsAs {
  const { unfolded, flat } = keptSheet(connectionId)
  return flat ? 'flat' : unfolded ? 'below' : 'folded'
}

/** So many columns from the left stay in sight. */
export const useFrozen = (connectionId: string): number =>
  useSettingsStore(({ sheetLayouts }) => among(sheetLayouts, connectionId)?.frozen ?? 1)

/** All columns that the sheet of a store may show. */
export function useSheetColumns(): readonly SheetColumn[] {
  const { productTypes } = useStoreWords()
  return useMemo(() => sheetColumnsOf(productTypes), [productTypes])
}

/** Which of them the sheet of a store shows, in their order. */
export function useSheetLayout(connectionId: string, all: readonly SheetColumn[]): Layout {
  const kept = useSettingsStore(({ sheetLayouts }) => among(sheetLayouts, connectionId)?.columns)
  return useMemo(() => layoutOf(kept ?? usual, all), [kept, all])
}

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

export function changeSheet(connectionId: string, change: (sheet: KeptSheet) => Partial<KeptSheet>): void {
  const now = keptSheet(connectionId)
  const others = useSettingsStore.getState().sheetLayouts.filter((each) => each.connectionId !== connectionId)
  const sheetLayouts = [...others, { ...now, ...change(now) }]
  // How wide a column is, is not worth a message: it is as it is shown until the window closes.
  useSettingsStore.setState({ sheetLayouts })
  saveSettings({ sheetLayouts }).catch(() => undefined)
}

export const changeLayout = (connectionId: string, change: (layout: SheetLayout) => SheetLayout): void =>
  changeSheet(connectionId, ({ columns }) => ({ columns: change(columns) }))
