import type { DragEvent } from 'react'
import { fileSelectionSchema, type FileSelection } from '../../../electron/shared/picture-job'
import { showDragCount } from '../../components/drag-count'
import { countOf } from '../../../electron/shared/words/counts'

const kind = 'application/x-stockroom-files'

/** Takes files of the review along on a drag inside the window. `total`: how many their list has. */
export function dragFiles(event: DragEvent, files: FileSelection, total: number): void {
  event.dataTransfer.setData(kind, JSON.stringify(files))
  event.dataTransfer.effectAllowed = 'move'
  const count = 'ids' in files ? files.ids.length : total - files.except.length
  if (count > 1) showDragCount(event, countOf(count, 'file'))
}

export const carriesReviewed = (event: DragEvent): boolean => event.dataTransfer.types.includes(kind)

/** Can be read only once they were dropped. */
export const draggedFiles = (event: DragEvent): FileSelection =>
  fileSelectionSchema.parse(JSON.parse(event.dataTransfer.getData(kind)))
