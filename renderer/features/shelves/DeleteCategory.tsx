import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Category } from '../../../electron/shared/store'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { belowOf, type CategoryTree } from '../../format/category-rows'
import { YesOrNo } from '../../overlays/Question'
import { deleteCategory } from './category-acts'
import { useFiledIn } from './use-filed-in'

type Props = { tree: CategoryTree; category: Category; onClose: () => void }

/** Says what becomes of its products and of what is below it. */
export function DeleteCategory({ tree, category, onClose }: Props) {
  const below = belowOf(tree, category.id)
  const [fate, setFate] = useState<'delete' | 'keep'>('keep')
  const gone = below.length > 0 && fate === 'delete' ? [category, ...below] : [category]
  const above = tree.categories.find(({ id }) => id === category.parentId)
  const filed = useFiledIn(gone.map(({ id }) => id))
  const others = below.length === 1 ? '1 subcategory' : `${formatNumber(below.length)} subcategories`
  const act = () => {
    void deleteCategory(category, fate)
    onClose()
  }
  return (
    <YesOrNo
      onNo={onClose}
      yes={{ label: gone.length === 1 ? 'Delete' : `Delete ${formatNumber(gone.length)} categories`, act }}
    >
      {below.length > 0 && (
        <Radio.Group label={others} value={fate} onChange={(value) => setFate(value === 'delete' ? 'delete' : 'keep')}>
          <Stack gap={6} mt={6}>
            <Radio value="keep" label={above ? `Move up to ${above.name}` : 'Move up to the top'} />
            <Radio value="delete" label={below.length === 1 ? 'Delete it too' : 'Delete them too'} />
          </Stack>
        </Radio.Group>
      )}
      <Text>{productsText(filed, gone.length === 1 ? 'in it' : 'in them')}</Text>
    </YesOrNo>
  )
}

const whatStays =
  'Products stay in the catalogue and in their other categories; one that is in no other is on the front page of the store then.'

/** `filed` null: not counted yet. */
function productsText(filed: number | null, where: string): string {
  if (filed === null) return whatStays
  if (filed === 0) return `No product is ${where}.`
  const products = filed === 1 ? '1 product is' : `${formatNumber(filed)} products are`
  return `${products} ${where}. ${whatStays}`
}
