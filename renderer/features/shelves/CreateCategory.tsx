import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { isBlank } from '../../../electron/shared/fold-text'
import { CategorySelect } from '../../components/CategorySelect'
import { categoryWithKey, type CategoryTree } from '../../format/category-rows'
import { activateCategory, turnCategory } from '../../stores/category-view-store'
import { createCategory } from './category-acts'

/** `below`: the key of its parent, 0 for the top of the tree. */
export function CreateCategory({ tree, below, onClose }: { tree: CategoryTree; below: number; onClose: () => void }) {
  const [name, setName] = useState('')
  const [parent, setParent] = useState(below === 0 ? 0 : (categoryWithKey(tree.categories, below)?.id ?? 0))
  const [problem, setProblem] = useState<string | null>(null)
  const isUnderWay = useRef(false)

  async function make(): Promise<void> {
    if (isUnderWay.current || isBlank(name)) return
    isUnderWay.current = true
    const done = await createCategory(name, parent)
    isUnderWay.current = false
    if ('message' in done) return setProblem(done.message)
    turnCategory(parent === below ? below : parent, true)
    activateCategory(done.made)
    onClose()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          data-autofocus
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
        <CategorySelect hasTop tree={tree} label="Parent category" value={parent} onChange={setParent} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={isBlank(name)}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
