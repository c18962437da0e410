import { useEffect, useEffectEvent, type RefObject } from 'react'
import { takePictures } from '../../components/take-pictures'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { picturesIn, type DroppedPictures } from '../../stores/dropped-pictures'

/** Ctrl+V anywhere while the element is on screen: files, a copied picture, or a link. A text field keeps its own paste. */
export function usePicturePaste(element: RefObject<HTMLElement | null>, onPaste: (pasted: DroppedPictures) => void) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!event.clipboardData || !element.current?.checkVisibility()) return
    if (isTextField(event.target) || isDialogOpen()) return
    event.preventDefault()
    takePictures(onPaste, 'pasted')(picturesIn(event.clipboardData))
  })
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}

/** Switches and choices are inputs too, and hold no text. */
const textField = 'textarea, input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"])'

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(textField))
}
