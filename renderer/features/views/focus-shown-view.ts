/** What was pressed is gone with its work: the keys go on at the name of what is shown. */
export function focusShownView(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-shown-view]')?.focus())
}
