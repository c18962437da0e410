import type { KeyboardEvent } from 'react'
import type { CategoryRow } from '../../format/category-rows'
import { tellNotAllowed } from '../../components/notify'
import { useAccess } from '../../stores/access'
import { activateCategory, askAboutCategory, renameInPlace, turnCategory } from '../../stores/category-view-store'
import { showCategory } from './category-acts'
import { moveByKey, type MoveKey } from './move-by-key'

type Keys = { rows: readonly CategoryRow[]; at: number; pageLines: number }

/**
 * Arrows, Page and Home/End move, left and right close and open, F2 renames, N makes one below, H hides and shows, M moves
 * elsewhere, Delete deletes; with Alt the arrows move the category itself.
 */
export function useTreeKeys({ rows, at, pageLines }: Keys) {
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
    if (altKey) return key in moveKeys ? allowed(() => moveByKey(rows, row, moveKeys[key] ?? 'up')) : null
    const next = lineAfterKey(key, row)
    if (next !== null) return () => activateCategory(rows[Math.min(rows.length - 1, Math.max(0, next))]?.key ?? null)
    switch (key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        return () => turnCategory(row.key, key === 'ArrowRight')
      case 'F2':
        return allowed(() => renameInPlace(row.key))
      case 'Delete':
      case 'Backspace':
        return allowed(() => askAboutCategory({ kind: 'delete', key: row.key }))
      case 'm':
        return allowed(() => askAboutCategory({ kind: 'move', key: row.key }))
      case 'h':
        return allowed(() => showCategory(row.category, !row.category.enabled))
      case 'n':
        return canCreate ? () => askAboutCategory({ kind: 'create', below: row.key }) : () => tellNotAllowed(reason)
      case 'Enter':
        return () => document.querySelector<HTMLElement>('[data-category-page] input')?.focus()
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
    if (key === 'ArrowLeft' && !row.isOpen) return rows.findIndex((each) => each.key === row.parent)
    return moves[key] ?? null
  }

  function allowed(act: () => void): () => void {
    return canUpdate ? act : () => tellNotAllowed(reason)
  }
}

const moveKeys: Record<string, MoveKey> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }
