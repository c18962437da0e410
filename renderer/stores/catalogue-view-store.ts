import { create } from 'zustand'

type CatalogueView = {
  /** The row that the keys act on, and the product in it once it is known: when rows move, the row follows its product. */
  activeIndex: number
  activeProductId: number | null
  isFilterOpen: boolean
}

const initial: CatalogueView = { activeIndex: 0, activeProductId: null, isFilterOpen: false }
export const useCatalogueViewStore = create<CatalogueView>(() => initial)

export function setActiveRow(activeIndex: number, activeProductId: number | null): void {
  useCatalogueViewStore.setState({ activeIndex, activeProductId })
}

export function setFilterOpen(isFilterOpen: boolean): void {
  useCatalogueViewStore.setState({ isFilterOpen })
}
