import { useState, type DragEvent } from 'react'
import type { Category } from '../../../electron/shared/store'
import { belowOf, type CategoryRow, type CategoryTree } from '../../format/category-rows'
import { tellDone } from '../../components/offer-undo'
import { takePictures } from '../../components/take-pictures'
import { putInCategory } from '../../stores/category-actions'
import { isForPictures, picturesIn, type DroppedPictures } from '../../stores/dropped-pictures'
import { carriesProducts, productsIn } from '../../stores/dragged-products'
import { turnCategory } from '../../stores/category-view-store'
import { moveCategory } from './category-acts'
import { dropTarget, type DropPlace } from './drop-target'

type Target = { key: number; where: DropPlace }

/** What is dragged is a category of this tree, a product that comes into one, or a picture for one: nothing else can be dropped here. */
export function useTreeDrag(
  rows: readonly CategoryRow[],
  tree: CategoryTree,
  onPicture: ((category: Category, dropped: DroppedPictures) => void) | null,
) {
  const [dragged, setDragged] = useState<CategoryRow | null>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const end = () => {
    setDragged(null)
    setTarget(null)
  }
  const rowOf = ({ target: over }: DragEvent) => {
    const key = over instanceof Element ? over.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined
    return rows.find((each) => String(each.key) === key)
  }

  return {
    target,
    handlers: {
      onDragStart(event: DragEvent) {
        const row = rowOf(event)
        if (!row) return
        event.dataTransfer.effectAllowed = 'move'
        setDragged(row)
      },
      onDragOver(event: DragEvent) {
        const over = rowOf(event)
        if (over && (carriesProducts(event) || (onPicture && isForPictures(event)))) {
          event.preventDefault()
          event.dataTransfer.dropEffect = 'copy'
          return setTarget({ key: over.key, where: 'into' })
        }
        if (!dragged || !over || isWithin(tree, dragged, over)) return setTarget(null)
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const where = placeAt(event)
        if (target?.key !== over.key || target.where !== where) setTarget({ key: over.key, where })
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setTarget(null)
      },
      onDrop(event: DragEvent) {
        const over = rowOf(event)
        if (over && carriesProducts(event)) {
          event.preventDefault()
          void putInCategory(productsIn(event), over.category).then(tellDone)
        } else if (over && onPicture && isForPictures(event)) {
          event.preventDefault()
          takePictures((dropped: DroppedPictures) => onPicture(over.category, dropped))(picturesIn(event.dataTransfer))
        } else if (dragged && over && target) {
          event.preventDefault()
          const { parentId, before } = dropTarget(tree, dragged.category, over, target.where)
          if (target.where === 'into') turnCategory(over.key, true)
          void moveCategory(dragged.category, parentId, before)
        }
        end()
      },
      onDragEnd: end,
    },
  }
}

/** The upper and the lower quarter of a line mean beside it, the rest means into it. */
function placeAt(event: DragEvent): DropPlace {
  const line = event.target instanceof Element ? event.target.closest('[data-key]') : null
  if (!line) return 'into'
  const { top, height } = line.getBoundingClientRect()
  const part = (event.clientY - top) / height
  return part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'into'
}

const isWithin = (tree: CategoryTree, dragged: CategoryRow, over: CategoryRow): boolean =>
  over.key === dragged.key || belowOf(tree, dragged.category.id).some(({ id }) => id === over.category.id)
