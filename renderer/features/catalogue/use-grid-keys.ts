import type { KeyboardEvent } from 'react'
import { catalogueRow, useCatalogueStore } from '../../stores/catalogue-store'
import { useCatalogueViewStore } from '../../stores/catalogue-view-store'
import { rowAfterKey } from './grid-keys'
import type { RowActions } from './use-row-actions'

type Keys = { actions: RowActions; moveTo: (index: number) => void; rowsInView: number; toHeader: () => void }

/** Arrows, Page and Home/End move, Enter opens, Delete deletes, Ctrl or Cmd+D copies, N adds. */
export function useGridKeys({ actions, moveTo, rowsInView, toHeader }: Keys) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return
    const { activeIndex } = useCatalogueViewStore.getState()
    const row = catalogueRow(activeIndex)
    const total = useCatalogueStore.getState().total ?? 0
    const handled = () => event.preventDefault()

    if (event.ctrlKey || event.metaKey) {
      // Prevented, so that the menu does not answer the same keys for the product that is open.
      if (event.key.toLowerCase() !== 'd' || !row) return
      handled()
      return actions.duplicate(row)
    }
    if (event.key === 'ArrowUp' && activeIndex === 0) {
      handled()
      return toHeader()
    }
    const next = rowAfterKey(event.key, activeIndex, total, rowsInView)
    if (next !== null) {
      handled()
      return moveTo(next)
    }
    if (event.key === 'n' || event.key === 'N') {
      handled()
      return actions.create()
    }
    if (!row) return
    if (event.key === 'Enter' || event.key === ' ') {
      handled()
      actions.open(row)
    } else if (event.key === 'Delete' || (event.key === 'Backspace' && !event.shiftKey)) {
      handled()
      actions.remove(row)
    }
  }
}
