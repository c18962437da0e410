import type { SheetLook } from '../../electron/shared/kept-sheet'
import { useOpenViewStore } from './open-view-store'
import { saveSettings, useSettingsStore } from './settings-store'
import type { VariationsAs } from './sheet-store'

/** What most shops look at together. */
const usualColumns = [
  'name',
  'sku',
  'price',
  'compareToPrice',
  'costPrice',
  'quantity',
  'enabled',
  'categoryIds',
  'weight',
]

const usual: SheetLook = {
  columns: usualColumns.map((path) => ({ path, width: null })),
  frozen: 1,
  unfolded: false,
  flat: false,
}

/** What its owner made of the sheet of all products; undefined: nothing. */
export const ownLook = (connectionId: string, { sheetLayouts } = useSettingsStore.getState()): SheetLook | undefined =>
  sheetLayouts.find((each) => each.connectionId === connectionId)

/** How the sheet of a store is arranged, or would be. */
export const sheetLook = (connectionId: string): SheetLook =>
  useOpenViewStore.getState().sheet ?? ownLook(connectionId) ?? usual

export function useSheetLook(connectionId: string): SheetLook {
  const ofView = useOpenViewStore(({ sheet }) => sheet)
  const own = useSettingsStore((settings) => ownLook(connectionId, settings))
  return ofView ?? own ?? usual
}

/** How the sheet of a store shows variations, or would. */
export function keptVariations(connectionId: string): VariationsAs {
  const { unfolded, flat } = sheetLook(connectionId)
  return flat ? 'flat' : unfolded ? 'below' : 'folded'
}

/** Arranges the sheet of the open view, which keeps it once it is saved, or that of all products. */
export function changeSheet(connectionId: string, change: (sheet: SheetLook) => Partial<SheetLook>): void {
  const { columns, frozen, unfolded, flat } = sheetLook(connectionId)
  const now = { columns, frozen, unfolded, flat }
  const next = { ...now, ...change(now) }
  if (useOpenViewStore.getState().viewId !== null) return useOpenViewStore.setState({ sheet: next })
  const others = useSettingsStore.getState().sheetLayouts.filter((each) => each.connectionId !== connectionId)
  const sheetLayouts = [...others, { connectionId, ...next }]
  // How wide a column is, is not worth a message: it is as it is shown until the window closes.
  useSettingsStore.setState({ sheetLayouts })
  saveSettings({ sheetLayouts }).catch(() => undefined)
}
