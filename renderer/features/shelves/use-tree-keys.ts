import type { KeyboardEvent } from 'react'
import { keyOf, type CategoryRow, type CategoryTree } from '../../format/category-rows'
import { tellNotAllowed } from '../../components/notify'
import { useAccess } from '../../stores/access'
import { activateCategory, askAboutCategory, renameInPlace, turnCategory } from '../../stores/category-view-store'
import { focusPage } from './focus-page'
import { shiftCategory, showCategory, type Way } from './category-acts'

type Keys = { rows: readonly CategoryRow[]; at: number; pageLines: number; tree: CategoryTree; isSearch: boolean }

/**
 * Arrows, Page and Home/End move, left and right close and open, F2 renames, N makes one below, H hides and shows, M moves
 * elsewhere, Delete deletes; with Alt the arrows move the category itself.
 */
export function useTreeKeys({ rows, at, pageLines, tree, isSearch }: Keys) {
  const { canUpdate, canCreate, reason } = useAccess()
  return (event: KeyboardEvent) => {
    const row = rows[at]
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || !row) return
    const act = actionOf(event, row)
    if (!act) return
    event.preventDefault()
    act()
  }

  function actionOf({ key, altKey }: KeyboardEvent, row: CategoryRow): (() => void) | null {
    const way = ways[key]
    if (altKey) return way ? allowed(() => shift(row, way)) : null
    const next = lineAfterKey(key, row)
    if (next !== null) return () => activateCategory(rows[Math.min(rows.length - 1, Math.max(0, next))]?.key ?? null)
    switch (key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        // What a search shows is open.
        return isSearch ? () => {} : () => turnCategory(row.key, key === 'ArrowRight')
      case 'F2':
        return allowed(() => renameInPlace(row.key))
      case 'Delete':
      case 'Backspace':
        return allowed(() => askAboutCategory({ kind: 'delete', key: row.key }))
      case 'm':
        return allowed(() => askAboutCategory({ kind: 'move', key: row.key }))
      case 'h':
        return allowed(() => void showCategory(row.category, !row.category.enabled))
      case 'n':
        return canCreate ? () => askAboutCategory({ kind: 'create', below: row.key }) : () => tellNotAllowed(reason)
      case 'Enter':
        return () => focusPage()
      default:
        return null
    }
  }

  function lineAfterKey(key: string, row: CategoryRow): number | null {
    const page = Math.max(1, pageLines - 1)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }
    if (key === 'ArrowRight' && row.isOpen) return at + 1
    if (key === 'ArrowLeft' && (isSearch || !row.isOpen)) {
      const parent = rows.findIndex((each) => each.key === row.parent)
      return parent < 0 ? at : parent
    }
    return moves[key] ?? null
  }

  function shift({ category, position, parent }: CategoryRow, way: Way): void {
    if (way === 'in') {
      // It must not go out of sight.
      const parentId = rows.find((each) => each.key === parent)?.category.id ?? 0
      const above = tree.children.get(parentId)?.[position - 2]
      if (above) turnCategory(keyOf(above), true)
    }
    void shiftCategory(category, way)
  }

  function allowed(act: () => void): () => void {
    return canUpdate ? act : () => tellNotAllowed(reason)
  }
}

const ways: Partial<Record<string, Way>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }
