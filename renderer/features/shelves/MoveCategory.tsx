import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Category } from '../../../electron/shared/store'
import { CategorySelect } from '../../components/CategorySelect'
import { keyOf, type CategoryTree } from '../../format/category-rows'
import { moveCategory } from './category-acts'

type Props = { tree: CategoryTree; category: Category; onClose: () => void }

/** For whoever does not drag, and for a tree that is too long for it. */
export function MoveCategory({ tree, category, onClose }: Props) {
  const [parent, setParent] = useState(category.parentId)
  return (
    <Stack gap="md">
      <CategorySelect
        hasTop
        tree={tree}
        hasFocus
        label="Parent category"
        value={parent}
        without={keyOf(category)}
        onChange={setParent}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={parent === category.parentId}
          onClick={() => {
            void moveCategory(category, parent, null)
            onClose()
          }}
        >
          Move
        </Button>
      </Group>
    </Stack>
  )
}
