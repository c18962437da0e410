import { categoryWithKey, type CategoryTree } from '../../format/category-rows'
import { Modal } from '../../overlays/Modal'
import { askAboutCategory, useCategoryViewStore } from '../../stores/category-view-store'
import { CreateCategory } from './CreateCategory'
import { DeleteCategory } from './DeleteCategory'
import { MoveCategory } from './MoveCategory'

/** What is asked before a category is made, moved or deleted. */
export function CategoryDialogs({ tree, onClosed }: { tree: CategoryTree; onClosed: () => void }) {
  const asked = useCategoryViewStore((view) => view.asked)
  const close = () => {
    askAboutCategory(null)
    // The dialog gives the focus to what opened it, which may be a line that is gone.
    requestAnimationFrame(onClosed)
  }
  const category = asked && asked.kind !== 'create' ? categoryWithKey(tree.categories, asked.key) : undefined
  const isOpen = asked !== null && (asked.kind === 'create' || category !== undefined)
  const title =
    asked?.kind === 'move'
      ? `Move ${category?.name}`
      : asked?.kind === 'delete'
        ? `Delete ${category?.name}?`
        : 'New category'
  return (
    <Modal opened={isOpen} onClose={close} title={title} returnFocus={false}>
      {asked?.kind === 'create' && <CreateCategory tree={tree} below={asked.below} onClose={close} />}
      {asked?.kind === 'move' && category && <MoveCategory tree={tree} category={category} onClose={close} />}
      {asked?.kind === 'delete' && category && <DeleteCategory tree={tree} category={category} onClose={close} />}
    </Modal>
  )
}
