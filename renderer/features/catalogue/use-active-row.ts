import { useEffect, useEffectEvent, useRef } from 'react'
import { indexOfProduct, rowAt } from '../../stores/catalogue-pages'
import { catalogueRow, useCatalogueStore } from '../../stores/catalogue-store'
import { setActiveRow, useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { useCommand } from '../../stores/command-store'
import { productBeside, showBeside } from '../../stores/list-walk'
import { useViewStore } from '../../stores/view-store'

/** Keeps the active row where it belongs and answers "next product". Returns what moves it to another place of the list. */
export function useActiveRow(scrollTo: (index: number) => void): (index: number) => void {
  const total = useCatalogueStore((state) => state.total ?? 0)
  const pages = useCatalogueStore((state) => state.pages)
  const open = useViewStore((view) => view.product)
  const followed = useRef<number | 'new' | null>(null)
  const moveTo = (index: number) => {
    setActiveRow(index, catalogueRow(index)?.id ?? null)
    scrollTo(index)
  }
  const follow = useEffectEvent(moveTo)

  // Rows came, went or moved: the active row stays with its product, or where it was when the product is gone. Until somebody
  // chooses another, it is the first.
  useEffect(() => {
    const { activeIndex, activeProductId } = useCatalogueViewStore.getState()
    const here = rowAt(pages, activeIndex)
    if (here && here.id === activeProductId) return
    const moved = activeProductId === null ? -1 : indexOfProduct(pages, activeProductId)
    if (moved >= 0) setActiveRow(moved, activeProductId)
    else if (here && (activeIndex > 0 || activeProductId !== null)) setActiveRow(activeIndex, here.id)
    else if (total > 0 && activeIndex >= total) setActiveRow(total - 1, null)
  }, [pages, total])

  // A product opened from elsewhere, such as a fresh copy, becomes the active row, in sight, as soon as it is in the list.
  useEffect(() => {
    if (open === followed.current || typeof open !== 'number') return
    const isActive = useCatalogueViewStore.getState().activeProductId === open
    const index = isActive ? -1 : indexOfProduct(pages, open)
    if (index >= 0) follow(index)
    // From then on the keys may take the active row elsewhere.
    if (isActive || index >= 0) followed.current = open
  }, [open, pages])

  const revealed = useCatalogueViewStore((view) => view.revealed)
  const seen = useRef(revealed)
  const reveal = useEffectEvent(scrollTo)
  useEffect(() => {
    if (revealed && revealed !== seen.current) reveal(revealed.index)
    seen.current = revealed
  }, [revealed])

  // A form has its own way to the next.
  const openActive = async () => {
    const beside = await productBeside(1)
    if (beside) showBeside(beside)
  }
  useCommand('next-product', open === null ? () => void openActive() : null)
  useCommand('previous-product', open === null ? () => void openActive() : null)
  return moveTo
}
