import type { KeyboardEvent, MouseEvent } from 'react'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { cornersOf, placesIn } from './keyboard-place'
import {
  actedOn,
  beginRangeAt,
  selectAll,
  selectNothing,
  selectOnly,
  selectUpTo,
  toggleSelected,
  usePictureSelection,
} from './picture-selection'
import { openPictureMenu } from './picture-menu-store'
import { isArrow, noneBeside, placeBeside } from './place-beside'
import type { PictureMoves } from './use-picture-moves'

type Grid = {
  /** What the pictures were made as, in the order shown. */
  order: readonly string[]
  canUpdate: boolean
  moves: PictureMoves
  onSpoken: (text: string) => void
}

/**
 * Clicks and keys in the grid, as in a file manager: a click selects one picture, with Ctrl or Cmd one more, with Shift all up to it; the right
 * button opens the menu of what it is on. Arrows, Home
 * and End go from one to the other, with Shift they select; X and Ctrl with Space take one in or out, Ctrl or Cmd+A selects all, Escape none. Alt with an
 * arrow moves, Delete or Backspace deletes what is selected, or else the one with the focus.
 */
export function usePictureKeys({ order, canUpdate, moves, onSpoken }: Grid) {
  function onClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as Element
    const name = nameAt(target)
    if (target === event.currentTarget) selectNothing()
    else if (name === null || !target.closest('[data-handle], [data-select]')) return
    else if (event.shiftKey) selectUpTo(order, name, event.ctrlKey || event.metaKey)
    else if (event.ctrlKey || event.metaKey || target.closest('[data-select]')) toggleSelected(name)
    else selectOnly(name)
  }

  /** On one that is not selected, it is about that one alone. */
  function onContextMenu(event: MouseEvent<HTMLElement>): void {
    const target = event.target as Element
    const name = nameAt(target)
    if (name === null || isText(target)) return
    event.preventDefault()
    if (canUpdate && !usePictureSelection.getState().ids.has(name)) selectOnly(name)
    const isOfMany = actedOn(order, name).length > 1
    openPictureMenu({ id: name, isOfMany, x: event.clientX, y: event.clientY })
  }

  function selectedOr(name: string): readonly string[] {
    const { ids } = usePictureSelection.getState()
    return ids.size > 0 ? order.filter((each) => ids.has(each)) : [name]
  }

  function goTo(grid: Element, key: string, name: string, isRange: boolean): void {
    const places = placesIn(grid)
    const at = order.indexOf(name)
    const next = isArrow(key) ? placeBeside(key, at, cornersOf(places)) : key === 'Home' ? 0 : order.length - 1
    const wanted = next === null ? undefined : order[next]
    if (wanted === undefined) return onSpoken(isArrow(key) ? noneBeside[key] : '')
    if (isRange) {
      beginRangeAt(name)
      selectUpTo(order, wanted, false)
    }
    moves.focus(wanted)
  }

  /** Of a picture that has the focus. False: the key means nothing to it. */
  function pressedAt(name: string, event: KeyboardEvent<HTMLElement>): boolean {
    const { key, altKey, shiftKey } = event
    const isCommand = event.ctrlKey || event.metaKey
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[key] as -1 | 1 | undefined
    if (altKey) {
      if (step) void moves.step(actedOn(order, name), name, step)
      return step !== undefined
    }
    if (key === 'Delete' || key === 'Backspace') void moves.remove(selectedOr(name))
    else if ((isCommand && key === ' ') || (!isCommand && key.toLowerCase() === 'x')) toggleSelected(name)
    else if (!isCommand && (isArrow(key) || key === 'Home' || key === 'End')) {
      goTo(event.currentTarget, key, name, shiftKey)
    } else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { ids, moving } = usePictureSelection.getState()
    // Whoever moves a picture by keys is heard by the sensor.
    if (!canUpdate || moving !== null || event.defaultPrevented) return
    const target = event.target as HTMLElement
    // What lies over the window stands elsewhere in it, and is heard here all the same.
    if (isText(target) || isDialogOpen()) return
    const name = target.closest('[data-handle], [data-select]') && nameAt(target)
    if (event.key === 'Escape' && ids.size > 0) selectNothing()
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') selectAll(order)
    else if (!name || !pressedAt(name, event)) return
    event.preventDefault()
  }

  return { onClick, onContextMenu, onKeyDown }
}

const nameAt = (target: Element): string | null =>
  target.closest<HTMLElement>('[data-picture]')?.dataset['picture'] ?? null

const isText = (target: Element): boolean => target.closest('input:not([type="checkbox"]), textarea') !== null
