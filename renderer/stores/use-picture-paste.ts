import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isDialogOpen } from '../overlays/overlay-stack'
import { picturesIn, type DroppedPictures } from './dropped-pictures'
import { isTextPlace } from './text-place'

/** Ctrl+V anywhere while the element is on screen: files, a copied picture, or a link. A text field keeps its own paste. */
export function usePicturePaste(element: RefObject<HTMLElement | null>, onPaste: (pasted: DroppedPictures) => void) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!event.clipboardData || !element.current?.checkVisibility()) return
    // Whoever answers for the whole window says that a dialog is in the way.
    if (isTextPlace(event.target) || isDialogOpen()) return
    event.preventDefault()
    onPaste(picturesIn(event.clipboardData))
  })
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}
