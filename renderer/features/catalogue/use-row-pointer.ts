import type { DragEvent, MouseEvent } from 'react'
import { catalogueRow } from '../../stores/catalogue-store'
import { setActiveRow, useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { endDraggedProducts } from '../../stores/dragged-products'
import { togglePicked } from '../../stores/product-selection'
import { dragRow } from './add-to-category-store'
import { pickRange } from './pick-range'
import { openRowMenu } from './row-menu-store'
import type { RowActions } from './use-row-actions'

/** The row of the list that an event happened in. */
export function rowIndexAt(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}

/**
 * A click opens the product; on the tick, or with Ctrl or Shift, it selects. A drag takes it to a category, with all that are selected where it
 * is one of them; from the tick it selects rows. The right button (or the dots, or the menu key) its menu.
 */
export function useRowPointer(actions: RowActions, isDrawing: () => boolean) {
  return {
    /** A row is dragged onto a category, in the tree that appears beside the list. */
    onDragStart: (event: DragEvent) => {
      const index = rowIndexAt(event.target)
      const row = index === null ? undefined : catalogueRow(index)
      if (row && actions.canUpdate && !isDrawing()) dragRow(event, row)
      else event.preventDefault()
    },
    onDragEnd: endDraggedProducts,
    onClick: (event: MouseEvent) => {
      const index = rowIndexAt(event.target)
      const row = index === null ? undefined : catalogueRow(index)
      if (index === null || !row) return
      setActiveRow(index, row.id)
      if (event.shiftKey) return void pickRange(index)
      const isTick = event.target instanceof Element && event.target.closest('[data-pick]') !== null
      if (isTick || event.ctrlKey || event.metaKey) return togglePicked(row.id, index)
      const dots = event.target instanceof Element ? event.target.closest('[data-more]') : null
      if (!dots) return actions.open(row)
      const { right, bottom } = dots.getBoundingClientRect()
      openRowMenu(row, right, bottom)
    },
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      const pointed = rowIndexAt(event.target)
      const index = pointed ?? useCatalogueViewStore.getState().activeIndex
      const row = catalogueRow(index)
      if (!row) return
      setActiveRow(index, row.id)
      if (pointed !== null) return openRowMenu(row, event.clientX, event.clientY)
      const box = event.currentTarget.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect()
      openRowMenu(row, (box?.left ?? 0) + 60, (box?.top ?? 0) + 40)
    },
  }
}
