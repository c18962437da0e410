import { useEffect, useRef } from 'react'
import { isComposing } from '../../components/keys'
import { closesOverlay, isDialogOpen } from '../../overlays/overlay-stack'
import { closeProduct, showProductTab, useViewStore } from '../../stores/view-store'
import type { FormError } from './form-errors'
import { problemsNow } from './form-problems'
import { wantCell } from './variations/grid-store'
import { isCellPath } from './variations/variation-errors'

/** Ctrl or Cmd+S saves, F8 and Shift+F8 go to the next and the previous error, Escape leaves a field, then closes. */
export function useFormKeys(save: () => void): void {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    let isForAnother = false
    const look = (event: KeyboardEvent) => void (isForAnother = isDialogOpen() || closesOverlay(event))
    const press = (event: KeyboardEvent) => !isForAnother && handle(event, latest.current)
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', press)
    }
  }, [])
}

function handle(event: KeyboardEvent, save: () => void): void {
  if (event.defaultPrevented || isComposing(event) || useViewStore.getState().screen !== 'catalogue') return
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's') {
    // Prevented, or the menu would answer the same key with a second save.
    event.preventDefault()
    save()
  } else if (event.key === 'F8') {
    event.preventDefault()
    goToProblem(event.shiftKey ? -1 : 1)
  } else if (event.key === 'Escape') {
    if (isTyping(event.target)) leaveField()
    else closeProduct()
  }
}

/** Goes to the problem after (or before) the field that has the focus. */
function goToProblem(step: 1 | -1): void {
  const problems = problemsNow()
  if (problems.length === 0) return
  // Of a field with parts one part has the focus, and the problem may be of the whole.
  const index = problems.findIndex(({ path }) => document.activeElement?.closest(`[data-field="${CSS.escape(path)}"]`))
  const next = index < 0 ? (step > 0 ? 0 : problems.length - 1) : (index + step + problems.length) % problems.length
  const problem = problems[next]
  if (problem) goToField(problem)
}

export function goToField({ path, tab }: Pick<FormError, 'path' | 'tab'>): void {
  if (tab) showProductTab(tab)
  if (isCellPath(path)) return wantCell(path)
  focusWhenThere(path, 10)
}

/** The first Escape out of a text only leaves it: nobody means to close a form while typing. */
function leaveField(): void {
  if (!document.activeElement?.closest('[data-field]')) return
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  goToTabs()
}

/** The form of a product just made is another one than that of the new product: its tabs take the focus over. */
export function goToTabs(tries = 30): void {
  if (document.activeElement !== document.body) return
  const tab = document.querySelector<HTMLElement>('[data-product-tabs] [role="tab"][aria-selected="true"]')
  if (tab) tab.focus()
  else if (tries > 0) requestAnimationFrame(() => goToTabs(tries - 1))
}

/** The tab that holds the field may have to be drawn first. */
function focusWhenThere(path: string, tries: number): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')]
  const box = fields.find(({ dataset }) => dataset.field === path)
  const input = box?.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], button')
  if (input) {
    input.focus()
    input.scrollIntoView({ block: 'center' })
  } else if (tries > 0) {
    requestAnimationFrame(() => focusWhenThere(path, tries - 1))
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}
