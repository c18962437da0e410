// @vitest-environment jsdom
import { rendersOf } from '../../../../support/count-renders'
import { MantineProvider } from '@mantine/core'
import { act, createRef } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { CategoryTree, type TreeHandle } from '../../../../../renderer/features/shelves/CategoryTree'
import { treeOf } from '../../../../../renderer/format/category-rows'
import { useCategoryCounts } from '../../../../../renderer/stores/category-counts-store'
import { activateCategory, enterCategories } from '../../../../../renderer/stores/category-view-store'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
beforeEach(() => {
  // So tall that some twenty lines are in view.
  Object.defineProperties(Element.prototype, {
    clientWidth: { configurable: true, value: 400 },
    clientHeight: { configurable: true, value: 700 },
  })
  installFakeBridge({})
})

/** Ten levels deep. */
const categories = Array.from({ length: 5000 }, (_, at) => ({
  id: at + 1,
  parentId: at < 500 ? 0 : at - 499,
  name: `Category ${at + 1}`,
  enabled: true,
  orderBy: at,
}))

it('of five thousand categories draws the lines in view, and of each event what it is about', async () => {
  enterCategories('shop', 100)
  const tree = treeOf(categories)
  const ref = createRef<TreeHandle>()
  const draw = () =>
    act(() =>
      root.render(
        <MantineProvider>
          <CategoryTree ref={ref} tree={tree} />
        </MantineProvider>,
      ),
    )
  const all = await rendersOf(draw)
  const lines = () => document.querySelectorAll('[role="treeitem"]').length
  expect(lines()).toBeGreaterThan(15)
  expect(lines()).toBeLessThan(60)
  // The first click gives the tree the focus as well.
  act(() => document.querySelector<HTMLElement>('[data-key="501"]')?.click())
  expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('Category 501')
  act(() => activateCategory(1))
  const chosen = await rendersOf(() => act(() => activateCategory(501)))
  expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('Category 501')
  const counted = await rendersOf(() => act(() => useCategoryCounts.setState({ counts: { 501: 7 } })))
  expect(document.querySelector('[aria-selected="true"]')?.textContent).toContain('7 products')
  // Two lines, and one, of those in view.
  expect(chosen).toBeLessThan(all / 3)
  expect(counted).toBeLessThan(all / 8)
})
