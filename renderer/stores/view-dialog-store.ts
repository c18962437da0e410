import { create } from 'zustand'
import type { KeptView } from '../../electron/shared/kept-view'

/** A name for what is shown, another name for a view, or which view to go to. */
export type ViewQuestion = { kind: 'save' } | { kind: 'rename'; view: KeptView } | { kind: 'go' }

export const useViewDialog = create<{ asked: ViewQuestion | null }>(() => ({ asked: null }))
export const askAboutView = (asked: ViewQuestion): void => useViewDialog.setState({ asked })
export const closeViewDialog = (): void => useViewDialog.setState({ asked: null })
