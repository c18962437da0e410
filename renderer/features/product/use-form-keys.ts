import { useEffect, useRef } from 'react'
import { closeProduct, showProductTab, useViewStore } from '../../stores/view-store'
import type { FormError } from './form-errors'

type Keys = { problems: FormError[]; save: () => void }

/** Ctrl or Cmd+S saves, F8 and Shift+F8 go to the next and the previous error, Escape outside of a field closes. */
export function useFormKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => handle(event, latest.current)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function handle(event: KeyboardEvent, { problems, save }: Keys): void {
  if (event.defaultPrevented || useViewStore.getState().screen !== 'catalogue') return
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 's') {
    // Prevented, or the menu would answer the same key with a second save.
    event.preventDefault()
    save()
  } else if (event.key === 'F8') {
    event.preventDefault()
    goToProblem(problems, event.shiftKey ? -1 : 1)
  } else if (event.key === 'Escape' && !isTyping(event.target) && !somethingIsOpen()) {
    closeProduct()
  }
}

/** Goes to the problem after (or before) the field that has the focus. */
export function goToProblem(problems: FormError[], step: 1 | -1 = 1): void {
  if (problems.length === 0) return
  const here = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field
  const index = problems.findIndex(({ path }) => path === here)
  const next = index < 0 ? (step > 0 ? 0 : problems.length - 1) : (index + step + problems.length) % problems.length
  const problem = problems[next]
  if (problem) goToField(problem)
}

export function goToField({ path, tab }: Pick<FormError, 'path' | 'tab'>): void {
  if (tab) showProductTab(tab)
  focusWhenThere(path, 10)
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

/** An open menu or dialog takes Escape for itself. */
function somethingIsOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null
}
