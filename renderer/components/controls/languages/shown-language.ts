import { createContext, useContext } from 'react'

/** The language that stands beside the store's first one, by its code; null: none. */
export const ShownLanguageContext = createContext<string | null>(null)
export const useShownLanguage = (): string | null => useContext(ShownLanguageContext)
