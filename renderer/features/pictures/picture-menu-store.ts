import { create } from 'zustand'

/** At which picture, where in the window, and whether it is about all that are selected. */
type PictureMenuPlace = { id: string; isOfMany: boolean; x: number; y: number }

/** The menu that the right button opens; null: it is closed. */
export const usePictureMenuStore = create<{ at: PictureMenuPlace | null }>(() => ({ at: null }))

export function openPictureMenu(at: PictureMenuPlace): void {
  usePictureMenuStore.setState({ at })
}

export function closePictureMenu(): void {
  usePictureMenuStore.setState({ at: null })
}
