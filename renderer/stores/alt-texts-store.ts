import { create } from 'zustand'
import type { AltEdit, AltScope, AltSelection, AltTyped } from '../../electron/shared/alt-text'
import type { ProductQuery } from '../../electron/shared/product-query'
import { listQuery, useCatalogueStore } from './catalogue-store'

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
  /** What main was told and has not answered: it knows of it or not. */
  unanswered: Readonly<Record<string, AltTyped>>
}
export type AltEdits = Readonly<Record<string, AltEdit>>

const nothingTyped = { selection: null, edits: {}, told: {}, unanswered: {} }
const initial: AltTexts = { about: null, scope: 'missing', pattern: '{name}', ...nothingTyped }

export const useAltTextsStore = create<AltTexts>(() => initial)
const { getState, setState } = useAltTextsStore

/** The pattern stays from one time to the next. */
export function openAltTexts(connectionId: string, query: ProductQuery): void {
  setState({ about: { connectionId, query }, scope: 'missing', ...nothingTyped })
}

/** For the products that the list of this store shows. */
export function openAltTextsOfList(connectionId: string): void {
  const { connectionId: listed } = useCatalogueStore.getState()
  openAltTexts(connectionId, listed === connectionId ? listQuery() : {})
}

export function closeAltTexts(): void {
  setState({ about: null, ...nothingTyped })
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

/** What main is to be told of what was typed and taken back. Until it is `heard`, main may know of it or not, and is told again. */
export function tellAlts(edits: AltEdits): { typed: AltTyped[]; heard: () => void } {
  const { told, unanswered } = getState()
  const keys = Object.keys({ ...edits, ...told, ...unanswered }).filter(
    (key) => key in unanswered || told[key]?.alt !== edits[key]?.alt,
  )
  const news = keys.flatMap((key): [string, AltTyped][] => {
    const known = told[key] ?? unanswered[key]
    const typed = edits[key] ?? (known && { ...known, alt: null })
    return typed ? [[key, typed]] : []
  })
  setState({ unanswered: { ...unanswered, ...Object.fromEntries(news) } })
  return { typed: news.map(([, typed]) => typed), heard: () => noteHeard(news) }
}

/** What was told otherwise since is not known by this. */
function noteHeard(news: readonly (readonly [string, AltTyped])[]): void {
  const { told, unanswered } = getState()
  const heard = new Map(news.filter(([key, typed]) => unanswered[key] === typed))
  const others = <Known>(all: Readonly<Record<string, Known>>) => Object.entries(all).filter(([key]) => !heard.has(key))
  const known = [...heard].flatMap(([key, { alt, ...at }]) => (alt === null ? [] : [[key, { ...at, alt }] as const]))
  setState({
    told: Object.fromEntries([...others(told), ...known]),
    unanswered: Object.fromEntries(others(unanswered)),
  })
}
