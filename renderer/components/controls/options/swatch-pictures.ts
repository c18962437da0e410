import { createContext, useContext } from 'react'

/** A picture that a swatch can show: its name, where it is, and what it is called among the others. */
export type SwatchPicture = { key: string; src: string; label: string }

/** The pictures of the product that are in the store, in their order; none where the control knows of no product. */
export const SwatchPicturesContext = createContext<readonly SwatchPicture[]>([])
export const useSwatchPictures = (): readonly SwatchPicture[] => useContext(SwatchPicturesContext)
