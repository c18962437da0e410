// @vitest-environment jsdom
import { aSnapshot } from '../../../../support/a-snapshot'
import { rendersOf, seenAtEachDraw } from '../../../../support/count-renders'
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProductPage } from '../../../../../electron/shared/product-query'
import { CataloguePane } from '../../../../../renderer/features/catalogue/CataloguePane'
import { setSearchText } from '../../../../../renderer/stores/catalogue-store'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { aProductRow } from '../../../../support/a-product-row'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let hours = 0

beforeEach(() => {
  // Pictures ask the clock; each test begins long after the one before it.
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] })
  vi.advanceTimersByTime((hours += 1) * 3_600_000)
  // So tall that some twenty rows are in view.
  Object.defineProperties(Element.prototype, {
    clientWidth: { configurable: true, value: 1200 },
    clientHeight: { configurable: true, value: 800 },
  })
})
afterEach(() => void vi.useRealTimers())

const snapshot = aSnapshot({ connectionId: 'list', productCount: 60 })

/** Shows the list; what it gives back answers the latest search, with products from a number on. */
async function showList(): Promise<(from: number) => Promise<void>> {
  let resolve = (_page: ProductPage) => {}
  installFakeBridge({ 'catalogue.search': () => new Promise((settle) => (resolve = settle)) })
  useStoreStore.setState({ snapshot })
  act(() =>
    root.render(
      <MantineProvider env="test">
        <CataloguePane sheet={() => null} view={{ name: null, actions: null }} />
      </MantineProvider>,
    ),
  )
  // Made anew each time, as they come from main.
  const rows = (from: number) => Array.from({ length: 60 }, (_, n) => aProductRow(from + n))
  const answer = (from: number) => act(async () => resolve({ total: 60, rows: rows(from), hints: [] }))
  await answer(0)
  act(() => void vi.advanceTimersByTime(300))
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
    const answer = await showList()
    const pictures = () => document.querySelectorAll('img').length
    expect(pictures()).toBeGreaterThan(15)
    act(() => setSearchText('mug'))
    await answer(500)
    // Those in view; what is out of sight is drawn after them, and waits.
    expect(pictures()).toBe(15)
    // The next letter comes at once.
    act(() => setSearchText('mugs'))
    await answer(900)
    expect(pictures()).toBe(0)
    act(() => void vi.advanceTimersByTime(300))
    expect(pictures()).toBeGreaterThan(15)
  })

  it('draws the rows in view first, and those out of sight after them', async () => {
    const answer = await showList()
    act(() => setSearchText('mug 5'))
    const rows = () => [...document.querySelectorAll('[role="row"][data-index]')].map((row) => row.textContent ?? '')
    const isNew = (text: string | undefined) => /Mug [56]\d\d/.test(text ?? '')
    const seen = await seenAtEachDraw(
      () => ({ first: isNew(rows()[0]), last: isNew(rows().at(-1)) }),
      () => answer(500),
    )
    expect(seen.find(({ first }) => first)).toEqual({ first: true, last: false })
    expect(seen.at(-1)).toEqual({ first: true, last: true })
  })
})
