/** A dialog covers the window, a menu takes the keys, a panel stands beside what it is about. */
export type OverlayKind = 'dialog' | 'menu' | 'panel'
type Overlay = { kind: OverlayKind; close: (() => void) | null }

/** What lies over the window, the topmost last. Whoever hears a key, a paste or a drop asks here whom it is for. */
let overlays: readonly Overlay[] = []

/** Lies over the window until the answer is called. Without `close` it hears Escape by itself. */
export function putOnTop(overlay: Overlay): () => void {
  if (overlays.length === 0) window.addEventListener('keydown', closeTop, { capture: true })
  overlays = [...overlays, overlay]
  return () => {
    overlays = overlays.filter((other) => other !== overlay)
    if (overlays.length === 0) window.removeEventListener('keydown', closeTop, { capture: true })
  }
}

/** Nothing below a dialog is meant by a shortcut, a command, a paste or a drop. */
export function isDialogOpen(): boolean {
  return overlays.some(({ kind }) => kind === 'dialog')
}

/** Whether Escape is for what lies over the window. Ask while the event comes down: what it closes is gone afterwards. */
export function closesOverlay(event: KeyboardEvent): boolean {
  return event.key === 'Escape' && (overlays.length > 0 || hasOpenList(event.target))
}

function closeTop(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || hasOpenList(event.target)) return
  const close = overlays.at(-1)?.close
  if (!close) return
  event.preventDefault()
  event.stopImmediatePropagation()
  close()
}

/** The list of a field belongs to the field, which closes it. One that always stands below its field cannot be closed. */
function hasOpenList(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[aria-haspopup="listbox"][data-expanded]:not([data-list-stays])')
}
