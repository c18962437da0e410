// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import type { DragEvent } from 'react'
import { dragRow, dropInCategory } from '../../../../../renderer/features/catalogue/add-to-category-store'
import { useCatalogueStore } from '../../../../../renderer/stores/catalogue-store'
import { productsIn, useDraggedProducts } from '../../../../../renderer/stores/dragged-products'
import { clearPicked, pickAllFound, togglePicked } from '../../../../../renderer/stores/product-selection'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'

const lamps = { id: 5, name: 'Lamps' }
let bridge: FakeBridge

beforeEach(() => {
  bridge = installFakeBridge({})
  useCatalogueStore.setState({ connectionId: 'shop', filters: { text: 'mug' }, sort: null, total: 20_000 })
  clearPicked()
})

/** A drag of a row onto a category: what was drawn under the mouse, what others were told, and what was asked for then. */
async function dragged(id: number) {
  const data = new Map<string, string>()
  let drawn: string | null = null
  const event = {
    dataTransfer: {
      setData: (kind: string, text: string) => data.set(kind, text),
      getData: (kind: string) => data.get(kind),
      setDragImage: (label: Element) => (drawn = label.textContent),
    },
  } as unknown as DragEvent
  dragRow(event, aProductRow(id))
  await new Promise(requestAnimationFrame)
  await dropInCategory(productsIn(event), lamps)
  const selection = bridge.asked.filter(({ name }) => name === 'bulk.propose').map(({ input }) => input)
  return { drawn, count: useDraggedProducts.getState().count, selection }
}

const action = { kind: 'add-to-categories', categoryIds: [lamps.id] }

it('a row that is selected takes all selected ones along, and says how many', async () => {
  for (const id of [3, 4, 9]) togglePicked(id, id)
  expect(await dragged(4)).toEqual({
    drawn: '3 products',
    count: 3,
    selection: [{ connectionId: 'shop', selection: { ids: [3, 4, 9] }, action }],
  })
  expect(document.body.textContent).toBe('')
})

it('a row that is not selected goes alone', async () => {
  for (const id of [3, 4, 9]) togglePicked(id, id)
  expect(await dragged(5)).toEqual({ drawn: null, count: 1, selection: [] })
})

it('all that is found but some goes along without being named', async () => {
  pickAllFound()
  togglePicked(7, 6)
  const selection = { query: { text: 'mug' }, except: [7] }
  expect(await dragged(8)).toEqual({
    drawn: '19,999 products',
    count: 19_999,
    selection: [{ connectionId: 'shop', selection, action }],
  })
  expect(await dragged(7)).toMatchObject({ drawn: null, count: 1 })
})
