import { showProductTab } from '../../stores/view-store'
import type { FormError } from './form-errors'
import { wantCell } from './variations/grid-store'
import { isCellPath } from './variations/variation-errors'

export function goToField({ path, tab }: Pick<FormError, 'path' | 'tab'>): void {
  if (tab) showProductTab(tab)
  if (isCellPath(path)) return wantCell(path)
  focusWhenThere(path, 60)
}

/** The form of a product just made is another one than that of the new product: its tabs take the focus over. */
export function goToTabs(tries = 30): void {
  if (document.activeElement !== document.body) return
  const tab = document.querySelector<HTMLElement>('[data-product-tabs] [role="tab"][aria-selected="true"]')
  if (tab) tab.focus()
  else if (tries > 0) requestAnimationFrame(() => goToTabs(tries - 1))
}

/** The tab that holds the field may have to be drawn first. */
export function focusWhenThere(path: string, tries: number): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')]
  const box = fields.find(({ dataset }) => dataset.field === path)
  const input = box?.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], button')
  if (input) {
    input.focus()
    // What is typed takes the place of what stands there; keys keep it.
    if (input instanceof HTMLInputElement) input.select()
    input.scrollIntoView({ block: 'center' })
  } else if (tries > 0) {
    // Of what is out of sight there may be no more than room.
    box?.scrollIntoView({ block: 'center' })
    requestAnimationFrame(() => focusWhenThere(path, tries - 1))
  }
}
