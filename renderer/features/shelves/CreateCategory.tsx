import { useState } from 'react'
import { categoryFields } from '../../../electron/shared/fields/category-fields'
import { CategorySelect } from '../../components/CategorySelect'
import { categoryWithKey, type CategoryTree } from '../../format/category-rows'
import { activateCategory, turnCategory } from '../../stores/category-view-store'
import { createCategory } from './category-acts'
import { CreateNamed } from './CreateNamed'

/** `below`: the key of its parent, 0 for the top of the tree. */
export function CreateCategory({ tree, below, onClose }: { tree: CategoryTree; below: number; onClose: () => void }) {
  const [parent, setParent] = useState(below === 0 ? 0 : (categoryWithKey(tree.categories, below)?.id ?? 0))
  const show = (made: number) => {
    turnCategory(parent === below ? below : parent, true)
    activateCategory(made)
  }
  return (
    <CreateNamed
      check={(name) => categoryFields.name.problem(name, {})}
      make={(name) => createCategory(name, parent)}
      onMade={show}
      onClose={onClose}
    >
      <CategorySelect hasTop tree={tree} label="Parent category" value={parent} onChange={setParent} />
    </CreateNamed>
  )
}
