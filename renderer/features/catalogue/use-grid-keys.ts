import type { KeyboardEvent } from 'react'
import { catalogueRow, useCatalogueStore } from '../../stores/catalogue-store'
import { useCatalogueViewStore } from '../../stores/catalogue-view-store'
import {
  anchorAt,
  clearPicked,
  pickAllFound,
  pickedCount,
  togglePicked,
  useProductSelection,
} from '../../stores/product-selection'
import { rowAfterKey } from './grid-keys'
import { pickRange } from './pick-range'
import type { ManyActions } from './use-many-actions'
import type { RowActions } from './use-row-actions'

type Keys = {
  actions: RowActions
  many: ManyActions
  moveTo: (index: number) => void
  rowsInView: number
  toHeader: () => void
}

/**
 * Arrows, Page and Home/End move, with Shift they select; Enter opens, Delete deletes, Ctrl or Cmd+D copies, N adds, C puts into a category. Space and X select, Ctrl
 * or Cmd+A selects all that is found, Escape none; what is done with a selection has a letter each.
 */
export function useGridKeys({ actions, many, moveTo, rowsInView, toHeader }: Keys) {
  const withCommand = (key: string, row: ReturnType<typeof catalogueRow>): boolean => {
    if (key === 'a') pickAllFound()
    else if (key === 'd' && row) actions.duplicate(row)
    else return false
    return true
  }

  const withMany = (key: string): boolean => {
    const acts: Record<string, () => void> = {
      Escape: clearPicked,
      e: many.setField,
      c: many.categories,
      p: many.prices,
      s: many.stock,
      r: many.replace,
      f: many.fill,
      o: many.options,
      Delete: many.remove,
      Backspace: many.remove,
    }
    acts[key]?.()
    return key in acts
  }

  return (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget) return
    const { activeIndex } = useCatalogueViewStore.getState()
    const row = catalogueRow(activeIndex)
    const total = useCatalogueStore.getState().total ?? 0
    const handled = () => {
      event.preventDefault()
      // Escape would close the product as well.
      event.stopPropagation()
    }
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key

    if (event.ctrlKey || event.metaKey) {
      // Prevented, so that the menu does not answer the same keys for the product that is open.
      if (withCommand(key, row)) handled()
      return
    }
    if (key === 'ArrowUp' && activeIndex === 0 && !event.shiftKey) {
      handled()
      return toHeader()
    }
    const next = rowAfterKey(key, activeIndex, total, rowsInView)
    if (next !== null) {
      handled()
      if (event.shiftKey) anchorAt(activeIndex)
      moveTo(next)
      return event.shiftKey ? void pickRange(next) : undefined
    }
    const isPicking = pickedCount(useProductSelection.getState().picked, total) > 0
    if (isPicking && !event.shiftKey && withMany(key)) return handled()
    if (key === 'n') {
      handled()
      return actions.create()
    }
    if (!row) return
    if (key === ' ' || key === 'x') {
      handled()
      togglePicked(row.id, activeIndex)
    } else if (key === 'Enter') {
      handled()
      actions.open(row)
    } else if (key === 'Delete' || (key === 'Backspace' && !event.shiftKey)) {
      handled()
      actions.remove(row)
    } else if (key === 'c') {
      handled()
      actions.addToCategory(row)
    }
  }
}
