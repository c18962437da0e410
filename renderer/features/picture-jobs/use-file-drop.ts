import { useState, type DragEvent } from 'react'
import type { FileSelection } from '../../../electron/shared/picture-job'
import { carriesReviewed, draggedFiles } from './dragged-files'

/** Makes every element with `data-product` a place to put files of the review on. `productId` is the one under the pointer. */
export function useFileDrop(onDrop: (productId: number, files: FileSelection) => void) {
  const [productId, setProductId] = useState<number | null>(null)
  const under = (event: DragEvent): number | null => {
    if (!carriesReviewed(event) || !(event.target instanceof Element)) return null
    const id = Number(event.target.closest('[data-product]')?.getAttribute('data-product'))
    return Number.isInteger(id) && id > 0 ? id : null
  }
  const onDragOver = (event: DragEvent) => {
    const id = under(event)
    setProductId(id)
    if (id === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }
  return {
    productId,
    handlers: {
      onDragEnter: onDragOver,
      onDragOver,
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setProductId(null)
      },
      onDrop: (event: DragEvent) => {
        const id = under(event)
        setProductId(null)
        if (id === null) return
        event.preventDefault()
        onDrop(id, draggedFiles(event))
      },
    },
  }
}
