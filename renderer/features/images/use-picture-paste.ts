import { useEffect, useEffectEvent, type RefObject } from 'react'
import { picturesIn, type DroppedPictures } from '../../stores/dropped-pictures'

/** Ctrl+V anywhere while the element is on screen: files, a copied picture, or a link. A text field keeps its own paste. */
export function usePicturePaste(
  element: RefObject<HTMLElement | null>,
  onPaste: ((pasted: DroppedPictures) => void) | null,
) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!onPaste || !event.clipboardData || !element.current?.checkVisibility()) return
    if (isTextField(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return
    const pasted = picturesIn(event.clipboardData)
    if (pasted.files.length + pasted.urls.length === 0) return
    event.preventDefault()
    onPaste(pasted)
  })
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))
}
