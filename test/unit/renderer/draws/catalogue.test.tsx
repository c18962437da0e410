// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../support/draws-per-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ProductRow } from '../../../../electron/shared/product-query'
import { CataloguePane } from '../../../../renderer/features/catalogue/CataloguePane'
import { refresh, useCatalogueStore } from '../../../../renderer/stores/catalogue-store'
import { setActiveRow } from '../../../../renderer/stores/catalogue-view-store'
import { aProductRow } from '../../../support/a-product-row'
import { aSummary, newsOfTheStore, openShopWindow } from '../../../support/a-shop-window'

let rows: ProductRow[] = []
let shop: ReturnType<typeof openShopWindow>

beforeEach(() => {
  vi.useFakeTimers()
  shop = openShopWindow({
    'catalogue.search': ({ offset, limit }) => ({
      total: rows.length,
      rows: rows.slice(offset, offset + limit),
      hints: [],
    }),
  })
})
afterEach(() => {
  shop.close()
  vi.useRealTimers()
})

let revision = 0
const catalogue = () =>
  shop.emit('catalogue.changed', { connectionId: 'a', revision: ++revision, productIds: [3], productCount: 400 })

it('news of the catalogue draw the rows they are about, however many are in view', async () => {
  const draws = await drawsPerEvent({
    show: (count) => {
      rows = Array.from({ length: count }, (_, n) => aProductRow(n + 1))
      if (useCatalogueStore.getState().connectionId !== null) refresh()
      setActiveRow(0, null)
      return <CataloguePane sheet={() => null} view={{ name: null, actions: null }} />
    },
    entry: '[role="row"][data-index]',
    happenings: [
      { name: 'news that change nothing', happen: catalogue },
      {
        name: 'a product with another price',
        happen: () => {
          rows = rows.map((row) => (row.id === 3 ? { ...row, price: 77 } : row))
          catalogue()
        },
      },
      { name: 'the next row becomes the active one', happen: () => setActiveRow(1, 2) },
      { name: 'a number of the queue', happen: () => shop.emit('changes.changed', aSummary({ waiting: 3 })) },
      ...newsOfTheStore(shop),
    ],
  })
  expect(growing(draws)).toEqual([])
  expect(draws[1]?.drawn[0]).toBeGreaterThan(0)
}, 120_000)
