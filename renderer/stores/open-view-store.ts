import { create } from 'zustand'
import type { SheetLook } from '../../electron/shared/kept-sheet'
import type { KeptView } from '../../electron/shared/kept-view'
import type { CatalogueFace } from '../../electron/shared/settings'
import { saveSettings, useSettingsStore } from './settings-store'

/** The view that a store is shown as, and what its owner makes of its looks until it is saved. */
type OpenView = {
  /** Null: all products, whose looks the settings keep. */
  viewId: string | null
  face: CatalogueFace
  /** Null: as in the sheet of all products. */
  sheet: SheetLook | null
  /** Rises with every view that is opened, also with the same one again. */
  opened: number
}

export const useOpenViewStore = create<OpenView>(() => ({ viewId: null, face: 'list', sheet: null, opened: 0 }))
const { getState, setState } = useOpenViewStore

const faceOf = ({ sheet }: Pick<KeptView, 'sheet'>): CatalogueFace => (sheet ? 'sheet' : 'list')

/** What is shown is this view from now on, with its looks as they were saved. */
export const becomeView = (view: KeptView): void => setState({ viewId: view.id, face: faceOf(view), sheet: view.sheet })

/** Opens one; null: all products, with the looks that the settings keep. */
export function beginWithView(view: KeptView | null): void {
  const { viewId, opened } = getState()
  // All products after all products is nothing new: what was unfolded stays so.
  if (view === null && viewId === null) return
  setState({ viewId: null, sheet: null, opened: opened + 1 })
  if (view) becomeView(view)
}

/** The view that was open when the store was shown last. */
export const rememberedView = (connectionId: string): KeptView | null =>
  useSettingsStore.getState().views.find((view) => view.connectionId === connectionId && view.isOpen) ?? null

/** As what the products are shown. */
export function useFace(): CatalogueFace {
  const face = useOpenViewStore((open) => (open.viewId === null ? null : open.face))
  const usual = useSettingsStore((settings) => settings.catalogueFace)
  return face ?? usual
}

export const faceNow = (): CatalogueFace =>
  getState().viewId === null ? useSettingsStore.getState().catalogueFace : getState().face

export function chooseFace(face: CatalogueFace): void {
  if (getState().viewId !== null) return setState({ face })
  // Not worth a message: it is as it is shown until the window closes.
  useSettingsStore.setState({ catalogueFace: face })
  saveSettings({ catalogueFace: face }).catch(() => undefined)
}
