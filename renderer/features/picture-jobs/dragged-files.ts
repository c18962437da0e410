import type { DragEvent } from 'react'

const kind = 'application/x-stockroom-files'

/** Takes files of the review along on a drag inside the window. */
export function dragFiles(event: DragEvent, fileIds: readonly number[]): void {
  event.dataTransfer.setData(kind, fileIds.join(' '))
  event.dataTransfer.effectAllowed = 'move'
}

export const carriesReviewed = (event: DragEvent): boolean => event.dataTransfer.types.includes(kind)

/** Can be read only once they were dropped. */
export function draggedIds(event: DragEvent): number[] {
  return event.dataTransfer.getData(kind).split(' ').filter(Boolean).map(Number)
}
