import { useRef, useState, type DragEvent } from 'react'
import { isDialogOpen } from '../overlays/overlay-stack'
import { isForPictures, isPictureOnText, picturesIn, type DroppedPictures } from './dropped-pictures'

/**
 * Makes an element a place to drop pictures on. `isOver` is true while some hover above it. A dialog that the element opened
 * is below it for React, and hears the drop for itself.
 */
export function usePictureDrop(onDrop: ((dropped: DroppedPictures) => void) | null) {
  const [isOver, setOver] = useState(false)
  // Entering a child comes before leaving its parent: only the balance says whether the pointer is still inside.
  const depth = useRef(0)

  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  const heed = (event: DragEvent, isMeant = isForPictures(event)): boolean => {
    if (!onDrop || isDialogOpen() || !isMeant) return false
    event.preventDefault()
    return true
  }

  return {
    isOver,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!heed(event)) return
        depth.current++
        setOver(true)
      },
      onDragOver: (event: DragEvent) => {
        if (heed(event)) event.dataTransfer.dropEffect = 'copy'
      },
      onDragLeave: () => {
        depth.current = Math.max(0, depth.current - 1)
        if (depth.current === 0) leave()
      },
      onDrop: (event: DragEvent) => {
        leave()
        if (heed(event, isForPictures(event) || isPictureOnText(event))) onDrop?.(picturesIn(event.dataTransfer))
      },
    },
  }
}
