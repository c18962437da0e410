import type { DragEvent } from 'react'
import classes from './drag-count.module.css'

/** Several things are dragged as their number; the picture of one would say that only it moves. */
export function showDragCount({ dataTransfer }: DragEvent, text: string): void {
  const label = document.createElement('div')
  label.className = classes['count'] ?? ''
  label.textContent = text
  document.body.append(label)
  dataTransfer.setDragImage(label, -12, -8)
  // The browser has taken its picture by then.
  setTimeout(() => label.remove())
}
