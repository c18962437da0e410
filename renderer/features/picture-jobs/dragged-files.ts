import type { DragEvent } from 'react'
import { fileSelectionSchema, type FileSelection } from '../../../electron/shared/picture-job'
import { countOf } from './job-text'
import classes from './dragged.module.css'

const kind = 'application/x-stockroom-files'

/** Takes files of the review along on a drag inside the window. `total`: how many their list has. */
export function dragFiles(event: DragEvent, files: FileSelection, total: number): void {
  event.dataTransfer.setData(kind, JSON.stringify(files))
  event.dataTransfer.effectAllowed = 'move'
  const count = 'ids' in files ? files.ids.length : total - files.except.length
  if (count > 1) showCount(event, count)
}

/** Several files are dragged as their number; the picture of one would say that only it moves. */
function showCount({ dataTransfer }: DragEvent, count: number): void {
  const label = document.createElement('div')
  label.className = classes.dragged ?? ''
  label.textContent = countOf(count, 'file')
  document.body.append(label)
  dataTransfer.setDragImage(label, -12, -8)
  // The browser has taken its picture by then.
  setTimeout(() => label.remove())
}

export const carriesReviewed = (event: DragEvent): boolean => event.dataTransfer.types.includes(kind)

/** Can be read only once they were dropped. */
export const draggedFiles = (event: DragEvent): FileSelection =>
  fileSelectionSchema.parse(JSON.parse(event.dataTransfer.getData(kind)))
