import { useEffect } from 'react'
import { indexOfProduct, rowAt } from '../../stores/catalogue-pages'
import { catalogueRow, useCatalogueStore } from '../../stores/catalogue-store'
import { setActiveRow, useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { useCommand } from '../../stores/command-store'
import { showProduct, useViewStore } from '../../stores/view-store'

/** Keeps the active row where it belongs and answers "next product". Returns what moves it to another place of the list. */
export function useActiveRow(scrollTo: (index: number) => void): (index: number) => void {
  const total = useCatalogueStore((state) => state.total ?? 0)
  const pages = useCatalogueStore((state) => state.pages)
  const open = useViewStore((view) => view.product)

  // Rows came, went or moved: the active row stays with its product, or where it was when the product is gone.
  useEffect(() => {
    const { activeIndex, activeProductId } = useCatalogueViewStore.getState()
    const here = rowAt(pages, activeIndex)
    if (here && here.id === activeProductId) return
    const moved = activeProductId === null ? -1 : indexOfProduct(pages, activeProductId)
    if (moved >= 0) setActiveRow(moved, activeProductId)
    else if (here) setActiveRow(activeIndex, here.id)
    else if (total > 0 && activeIndex >= total) setActiveRow(total - 1, null)
  }, [pages, total])

  // A product opened from elsewhere, such as a fresh copy, becomes the active row as soon as it is in the list.
  useEffect(() => {
    if (typeof open !== 'number' || useCatalogueViewStore.getState().activeProductId === open) return
    const index = indexOfProduct(pages, open)
    if (index >= 0) setActiveRow(index, open)
  }, [open, pages])

  const moveTo = (index: number) => {
    setActiveRow(index, catalogueRow(index)?.id ?? null)
    scrollTo(index)
  }
  const openBeside = (step: 1 | -1) => {
    const { activeIndex } = useCatalogueViewStore.getState()
    const next = useViewStore.getState().product === null ? activeIndex : activeIndex + step
    if (next < 0 || next >= total) return
    moveTo(next)
    const row = catalogueRow(next)
    if (row) showProduct(row.id)
  }
  useCommand('next-product', () => openBeside(1))
  useCommand('previous-product', () => openBeside(-1))
  return moveTo
}
