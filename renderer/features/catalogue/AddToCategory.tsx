import { Button, Group, Stack } from '@mantine/core'
import { memo, useMemo, useState } from 'react'
import type { Category } from '../../../electron/shared/store'
import { CategorySelect } from '../../components/CategorySelect'
import { tellDone } from '../../components/offer-undo'
import { treeOf } from '../../format/category-rows'
import { Modal } from '../../overlays/Modal'
import { putInCategory } from '../../stores/category-actions'
import { useStoreStore } from '../../stores/store-store'
import { askForCategory, useAddToCategoryStore } from './add-to-category-store'

const none: Category[] = []

/** Asks into which category products come, by any word of its path. */
export const AddToCategory = memo(function AddToCategory({ focusList }: { focusList: () => void }) {
  const products = useAddToCategoryStore((state) => state.products)
  const close = () => {
    askForCategory(null)
    requestAnimationFrame(focusList)
  }
  const title = products?.length === 1 ? `Add ${products[0]?.name} to a category` : 'Add products to a category'
  return (
    <Modal opened={products !== null} onClose={close} title={title} returnFocus={false}>
      {products && <Choose products={products} onClose={close} />}
    </Modal>
  )
})

type Props = { products: readonly { id: number; name: string }[]; onClose: () => void }

function Choose({ products, onClose }: Props) {
  const categories = useStoreStore((state) => state.snapshot?.categories) ?? none
  const tree = useMemo(() => treeOf(categories), [categories])
  const [chosen, choose] = useState<number | null>(null)
  const category = categories.find(({ id }) => id === chosen)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!category) return
        void putInCategory(products, category).then(tellDone)
        onClose()
      }}
    >
      <Stack gap="md">
        <CategorySelect tree={tree} hasTop={false} hasFocus label="Category" value={chosen} onChange={choose} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!category}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
