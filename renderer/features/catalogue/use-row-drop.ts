import { useState, type DragEvent } from 'react'
import { catalogueRow } from '../../stores/catalogue-store'
import { isForPictures, picturesIn, type DroppedPictures } from '../../stores/dropped-pictures'
import { rowIndexAt } from './use-row-pointer'

/** Makes every row a place to drop pictures on. `index` is the row they hover over. */
export function useRowDrop(onDrop: ((productId: number, dropped: DroppedPictures) => void) | null) {
  const [index, setIndex] = useState<number | null>(null)

  const productUnder = (event: DragEvent) => {
    if (!onDrop || !isForPictures(event)) return null
    const at = rowIndexAt(event.target)
    const row = at === null ? undefined : catalogueRow(at)
    return at !== null && row ? { at, row } : null
  }
  const onDragOver = (event: DragEvent) => {
    const under = productUnder(event)
    setIndex(under?.at ?? null)
    if (!under) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  return {
    index,
    handlers: {
      onDragEnter: onDragOver,
      onDragOver,
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setIndex(null)
      },
      onDrop: (event: DragEvent) => {
        const under = productUnder(event)
        setIndex(null)
        if (!under) return
        event.preventDefault()
        onDrop?.(under.row.id, picturesIn(event.dataTransfer))
      },
    },
  }
}
