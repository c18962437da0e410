// @vitest-environment jsdom
import { rendersOf } from '../../../../support/count-renders'
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProductPage } from '../../../../../electron/shared/product-query'
import { initialSyncStatus, type StoreSnapshot } from '../../../../../electron/shared/store'
import { CataloguePane } from '../../../../../renderer/features/catalogue/CataloguePane'
import { setSearchText } from '../../../../../renderer/stores/catalogue-store'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { giveJsdomSizes } from '../../../../support/mantine-in-jsdom'

let root: Root

beforeEach(() => {
  giveJsdomSizes()
  // So tall that some twenty rows are in view.
  Object.defineProperties(Element.prototype, {
    clientWidth: { configurable: true, value: 1200 },
    clientHeight: { configurable: true, value: 800 },
  })
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
})

const snapshot: StoreSnapshot = {
  connectionId: 'list',
  profile: null,
  categories: [],
  productTypes: [],
  productCount: 60,
  sync: initialSyncStatus,
  notice: null,
}

/** Shows the list; what it gives back answers the latest search, with products from a number on. */
async function showList(): Promise<(from: number) => Promise<void>> {
  let resolve = (_page: ProductPage) => {}
  installFakeBridge({ 'catalogue.search': () => new Promise((settle) => (resolve = settle)) })
  useStoreStore.setState({ snapshot })
  act(() =>
    root.render(
      <MantineProvider env="test">
        <CataloguePane />
      </MantineProvider>,
    ),
  )
  // Made anew each time, as they come from main.
  const rows = (from: number) => Array.from({ length: 60 }, (_, n) => aProductRow(from + n))
  const answer = (from: number) => act(async () => resolve({ total: 60, rows: rows(from), hints: [] }))
  await answer(0)
  expect(document.querySelectorAll('[role="row"][data-index]').length).toBeGreaterThan(15)
  return answer
}

describe('a letter typed into the search', () => {
  it('draws the rows with their answer, not before, and of the same products their texts alone', async () => {
    const answer = await showList()
    const typed = await rendersOf(() => act(() => setSearchText('m')))
    expect(document.querySelectorAll('mark')).toHaveLength(0)
    const same = await rendersOf(() => answer(0))
    expect(document.querySelectorAll('mark').length).toBeGreaterThan(15)
    act(() => setSearchText('mu'))
    const others = await rendersOf(() => answer(500))
    // The search box and the line of filters.
    expect(typed).toBeLessThan(60)
    expect(same).toBeLessThan(others * 0.75)
  })

  it('asks for the pictures of its rows when the typing rests', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'], now: 10_000 })
    // Past every real moment that the test before noted.
    vi.advanceTimersByTime(10_000_000)
    const answer = await showList()
    const pictures = () => document.querySelectorAll('img').length
    expect(pictures()).toBeGreaterThan(15)
    act(() => setSearchText('mug'))
    await answer(500)
    expect(pictures()).toBeGreaterThan(15)
    // The next letter comes at once.
    act(() => setSearchText('mugs'))
    await answer(900)
    expect(pictures()).toBe(0)
    act(() => void vi.advanceTimersByTime(300))
    expect(pictures()).toBeGreaterThan(15)
  })
})
