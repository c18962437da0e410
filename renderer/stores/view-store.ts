import { create } from 'zustand'
import type { changeFilters } from '../../electron/shared/change'

/** Which screen is open. The list keeps its place while a product is open beside it. */
export type Screen = 'catalogue' | 'review' | 'changes' | 'pictures' | 'categories' | 'types' | 'snapshots' | 'settings'

export const productTabs = [
  'general',
  'prices',
  'attributes',
  'options',
  'shipping',
  'seo',
  'related',
  'media',
  'history',
] as const
export type ProductTab = (typeof productTabs)[number]

export type ChangesTab = (typeof changeFilters)[number]

type View = {
  screen: Screen
  /** The store shown; null on first start, which shows the two doors. */
  connectionId: string | null
  /** Open product: local id, 'new', or none. */
  product: number | 'new' | null
  productTab: ProductTab
  /** In which the texts of a product are shown beside the store's first language, by its code; null: in none. */
  language: string | null
  /** Part of the Changes screen; null: what needs its owner first. */
  changesTab: ChangesTab | null
}

export const initialView: View = {
  screen: 'catalogue',
  connectionId: null,
  product: null,
  productTab: 'general',
  language: null,
  changesTab: null,
}
export const useViewStore = create<View>(() => initialView)

export function showScreen(screen: Screen): void {
  useViewStore.setState({ screen })
}

export function showConnection(connectionId: string | null): void {
  useViewStore.setState({ ...initialView, connectionId })
}

export function showProduct(product: number | 'new', productTab?: ProductTab): void {
  useViewStore.setState(productTab ? { screen: 'catalogue', product, productTab } : { screen: 'catalogue', product })
}

export function showProductTab(productTab: ProductTab): void {
  useViewStore.setState({ productTab })
}

export function showLanguage(language: string | null): void {
  useViewStore.setState({ language })
}

export function closeProduct(): void {
  useViewStore.setState({ product: null })
}

export function showChangesTab(changesTab: ChangesTab): void {
  useViewStore.setState({ screen: 'changes', changesTab })
}
