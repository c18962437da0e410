// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import type { Category } from '../../../../../electron/shared/store'
import { DeleteCategory } from '../../../../../renderer/features/shelves/DeleteCategory'
import { treeOf } from '../../../../../renderer/format/category-rows'
import { useCategoryCounts } from '../../../../../renderer/stores/category-counts-store'
import { useViewStore } from '../../../../../renderer/stores/view-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()

it('counts a product once that is in several of the categories that go', async () => {
  const filed: Record<number, number[]> = { 1: [10, 11], 2: [11, 12] }
  installFakeBridge({
    'catalogue.search': ({ query: { categoryIds = [] } }) => {
      const total = new Set(categoryIds.flatMap((id) => filed[id] ?? [])).size
      return { total, rows: [], hints: [] }
    },
  })
  useViewStore.setState({ connectionId: 'a' })
  useCategoryCounts.setState({ connectionId: 'a', counts: { 1: 2, 2: 2 } })
  const category = (id: number, parentId: number) =>
    ({ id, parentId, name: `Category ${id}`, orderBy: id, enabled: true }) as Category
  const [pots, small] = [category(1, 0), category(2, 1)]
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <DeleteCategory tree={treeOf([pots, small])} category={pots} onClose={() => {}} />
      </MantineProvider>,
    ),
  )
  expect(document.body.textContent).toContain('2 products are in it.')
  await act(async () => document.querySelector<HTMLInputElement>('input[value="delete"]')?.click())
  expect(document.body.textContent).toContain('3 products are in them.')
})
