import { create } from 'zustand'

type CatalogueView = {
  /** The row that the keys act on, and the product in it once it is known: when rows move, the row follows its product. */
  activeIndex: number
  activeProductId: number | null
  isFilterOpen: boolean
  /** A row that the list is to bring into sight, each time anew. */
  revealed: { index: number } | null
}

const initial: CatalogueView = { activeIndex: 0, activeProductId: null, isFilterOpen: false, revealed: null }
export const useCatalogueViewStore = create<CatalogueView>(() => initial)

export function setActiveRow(activeIndex: number, activeProductId: number | null): void {
  useCatalogueViewStore.setState({ activeIndex, activeProductId })
}

export function revealRow(activeIndex: number, activeProductId: number): void {
  useCatalogueViewStore.setState({ activeIndex, activeProductId, revealed: { index: activeIndex } })
}

export function setFilterOpen(isFilterOpen: boolean): void {
  useCatalogueViewStore.setState({ isFilterOpen })
}
