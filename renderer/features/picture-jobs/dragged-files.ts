import type { DragEvent } from 'react'
import classes from './dragged.module.css'

const kind = 'application/x-stockroom-files'

/** Takes files of the review along on a drag inside the window. */
export function dragFiles(event: DragEvent, fileIds: readonly number[]): void {
  event.dataTransfer.setData(kind, fileIds.join(' '))
  event.dataTransfer.effectAllowed = 'move'
  if (fileIds.length > 1) showCount(event, fileIds.length)
}

/** Several files are dragged as their number; the picture of one would say that only it moves. */
function showCount({ dataTransfer }: DragEvent, count: number): void {
  const label = document.createElement('div')
  label.className = classes.dragged ?? ''
  label.textContent = `${count} files`
  document.body.append(label)
  dataTransfer.setDragImage(label, -12, -8)
  // The browser has taken its picture by then.
  setTimeout(() => label.remove())
}

export const carriesReviewed = (event: DragEvent): boolean => event.dataTransfer.types.includes(kind)

/** Can be read only once they were dropped. */
export function draggedIds(event: DragEvent): number[] {
  return event.dataTransfer.getData(kind).split(' ').filter(Boolean).map(Number)
}
