import type { KeyboardEvent } from 'react'

/**
 * Up, Down, Page, Home and End move the focus between rows that are made only while in view. A row has `data-index` and one
 * element with `data-primary`, which takes the focus.
 */
export function useRowKeys(count: number, scrollTo: (index: number) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
    const list = event.currentTarget
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null
    const from = row ? Number(row.getAttribute('data-index')) : -1
    const to = Math.max(0, Math.min(count - 1, from + step))
    if (count === 0) return
    event.preventDefault()
    scrollTo(to)
    focusRow(list, to, 10)
  }
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
}

/** The row comes with one of the next frames. */
function focusRow(list: HTMLElement, index: number, tries: number): void {
  const row = list.querySelector<HTMLElement>(`[data-index="${index}"] [data-primary]`)
  if (row) row.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusRow(list, index, tries - 1))
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
