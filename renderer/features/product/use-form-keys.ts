import { useEffect, useRef } from 'react'
import { fieldOfPath } from '../../../electron/shared/fields/typed'
import { isComposing } from '../../components/keys'
import { closesOverlay, isDialogOpen } from '../../overlays/overlay-stack'
import { resetField } from '../../stores/product-store'
import { closeProduct, useViewStore } from '../../stores/view-store'
import { problemsNow } from './form-problems'
import { goToField, goToTabs } from './go-to-field'
import type { FormActions } from './use-form-actions'

/** Ctrl or Cmd+S saves, with Enter it goes on to the next product, F8 and Shift+F8 go to the next and the previous error, Escape leaves a field, then closes, Shift+Escape takes back what was typed into it. */
export function useFormKeys(actions: Pick<FormActions, 'save' | 'saveAndNext'>): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
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

function handle(event: KeyboardEvent, { save, saveAndNext }: Pick<FormActions, 'save' | 'saveAndNext'>): void {
  if (event.defaultPrevented || isComposing(event) || useViewStore.getState().screen !== 'catalogue') return
  const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
  if (isCommand && (event.key === 'Enter' || event.key.toLowerCase() === 's')) {
    // Prevented, or the menu would answer the same key with a second save.
    event.preventDefault()
    if (event.key === 'Enter') saveAndNext()
    else save()
  } else if (event.key === 'F8') {
    event.preventDefault()
    goToProblem(event.shiftKey ? -1 : 1)
  } else if (event.key === 'Escape' && event.shiftKey) {
    resetFocused()
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

/** The box that has the focus says what it did before it was edited; what else its field has stays. */
function resetFocused(): void {
  const path = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field ?? ''
  const field = fieldOfPath(path)
  if (field) resetField(field, path)
}

/** The first Escape out of a text only leaves it: nobody means to close a form while typing. */
function leaveField(): void {
  if (!document.activeElement?.closest('[data-field]')) return
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  goToTabs()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}
