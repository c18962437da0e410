import { create } from 'zustand'
import type { AltEdit, AltScope, AltSelection, AltTyped } from '../../electron/shared/alt-text'
import type { ProductQuery } from '../../electron/shared/product-query'
import { useCatalogueStore } from './catalogue-store'

/** Which products' pictures are described, and what is wished for them. Any screen may open it. */
type AltTexts = {
  /** Null: closed. */
  about: { connectionId: string; query: ProductQuery } | null
  scope: AltScope
  pattern: string
  /** What main found for it; null until then. */
  selection: AltSelection | null
  /** Typed by hand, by product and picture. Main keeps it over a crash. */
  edits: AltEdits
  /** What of it main knows. */
  told: AltEdits
}
export type AltEdits = Readonly<Record<string, AltEdit>>

const initial: AltTexts = { about: null, selection: null, scope: 'missing', pattern: '{name}', edits: {}, told: {} }

export const useAltTextsStore = create<AltTexts>(() => initial)
const { getState, setState } = useAltTextsStore

/** The pattern stays from one time to the next. */
export function openAltTexts(connectionId: string, query: ProductQuery): void {
  setState({ about: { connectionId, query }, selection: null, scope: 'missing', edits: {}, told: {} })
}

/** For the products that the list of this store shows. */
export function openAltTextsOfList(connectionId: string): void {
  const { connectionId: listed, filters, sort } = useCatalogueStore.getState()
  if (listed !== connectionId) return openAltTexts(connectionId, {})
  openAltTexts(connectionId, sort === null ? filters : { ...filters, sort })
}

export function closeAltTexts(): void {
  setState({ about: null, selection: null, edits: {}, told: {} })
}

/** What was typed before the app ended is there again. */
export function noteAltSelection(selection: AltSelection): void {
  const told = Object.fromEntries(selection.typed.map((edit) => [altEditKey(edit), edit]))
  setState({ selection, told, edits: { ...told, ...getState().edits } })
}

export const setAltScope = (scope: AltScope): void => setState({ scope })
export const setAltPattern = (pattern: string): void => setState({ pattern })

export const altEditKey = ({ productId, picture }: Pick<AltEdit, 'productId' | 'picture'>): string =>
  `${productId} ${picture}`

export function typeAlt(edit: AltEdit): void {
  setState({ edits: { ...getState().edits, [altEditKey(edit)]: edit } })
}

/** Back to what the pattern says. */
export function untypeAlt(edit: Pick<AltEdit, 'productId' | 'picture'>): void {
  const { [altEditKey(edit)]: _, ...edits } = getState().edits
  setState({ edits })
}

/** What was typed, and taken back, that main does not know yet. */
export function untoldAlts(edits: AltEdits): AltTyped[] {
  const { told } = getState()
  const typed = Object.entries(edits).flatMap(([key, edit]) => (told[key] === edit ? [] : [edit]))
  const untyped = Object.entries(told).flatMap(([key, edit]) => (edits[key] ? [] : [{ ...edit, alt: null }]))
  return [...typed, ...untyped]
}

export const noteTold = (told: AltEdits): void => setState({ told })
