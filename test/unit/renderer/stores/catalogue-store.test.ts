import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RequestInput } from '../../../../electron/shared/contract'
import type { ProductPage, ProductRow } from '../../../../electron/shared/product-query'
import { noteCatalogue } from '../../../../renderer/stores/catalogue-revision-store'
import {
  askAhead,
  catalogueRow,
  clearFilters,
  forgetCatalogue,
  openCatalogue,
  refresh,
  setFilters,
  setSearchText,
  setSort,
  showRows,
  useCatalogueStore,
} from '../../../../renderer/stores/catalogue-store'

type Asked = RequestInput<'catalogue.search'> & {
  answer(total: number): Promise<void>
  fail(): Promise<void>
}

/** Main as the window sees it, with answers held back until the test gives them. */
function fakeMain() {
  const asked: Asked[] = []
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  const main = {
    asked,
    last: () => asked.at(-1)!,
    call: (_name: string, input: RequestInput<'catalogue.search'>) =>
      new Promise((resolve) => {
        const answer = (total: number) => {
          const count = Math.max(0, Math.min(input.limit, total - input.offset))
          const rows = Array.from({ length: count }, (_, at) => ({ id: input.offset + at + 1 }) as ProductRow)
          const instead = input.meant ? { instead: { text: 'ceramic', total: 1 } } : {}
          resolve({ ok: true, value: { total, rows, hints: [], ...instead } satisfies ProductPage })
          return settled()
        }
        const fail = () => {
          resolve({ ok: false, error: { code: 'storage', message: 'The disk is full.' } })
          return settled()
        }
        asked.push({ ...input, answer, fail })
      }),
  }
  vi.stubGlobal('window', { stockroom: main })
  return main
}

function changed(connectionId: string, revision: number) {
  noteCatalogue({ connectionId, revision, productCount: 1000, productIds: null })
}

let stores = 0
const state = () => useCatalogueStore.getState()

it('what may be meant is asked for once the letters rest, where nothing is found', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const main = fakeMain()
  const close = openCatalogue(`store-${++stores}`)
  await main.last().answer(1000)
  for (const text of ['cerami', 'ceramik']) {
    setSearchText(text)
    await main.last().answer(0)
    vi.advanceTimersByTime(300)
  }
  expect(main.asked.map(({ query, meant }) => [query.text, meant])).toEqual([
    [undefined, undefined],
    ['cerami', undefined],
    ['ceramik', undefined],
  ])
  vi.advanceTimersByTime(200)
  expect(main.last()).toMatchObject({ query: { text: 'ceramik' }, meant: true })
  await main.last().answer(0)
  expect(state().instead).toEqual({ text: 'ceramic', total: 1 })
  setSearchText('cer')
  await main.last().answer(3)
  expect(state().instead).toBeUndefined()
  vi.advanceTimersByTime(1000)
  expect(main.asked).toHaveLength(5)
  close()
  vi.useRealTimers()
})

describe('a store that is being opened', () => {
  it('is asked for its first rows at once, and not again when its list is shown', async () => {
    const main = fakeMain()
    const connectionId = `store-${++stores}`
    askAhead(connectionId)
    expect(main.asked.map((ask) => [ask.connectionId, ask.offset])).toEqual([[connectionId, 0]])
    openCatalogue(connectionId)
    await main.last().answer(1000)
    expect(main.asked).toHaveLength(1)
    expect(catalogueRow(0)?.id).toBe(1)
  })

  it('is asked once more when it changed before its list was shown', async () => {
    const main = fakeMain()
    const connectionId = `store-${++stores}`
    askAhead(connectionId)
    changed(connectionId, 2)
    openCatalogue(connectionId)
    await main.last().answer(1000)
    expect(main.asked).toHaveLength(2)
  })

  it('shows no rows and no problem of the list where it cannot be opened', async () => {
    const main = fakeMain()
    const connectionId = `store-${++stores}`
    askAhead(connectionId)
    forgetCatalogue(connectionId)
    await main.last().fail()
    expect(state()).toMatchObject({ connectionId: null, total: null, problem: null })
  })
})

describe('the catalogue shown', () => {
  let main: ReturnType<typeof fakeMain>
  let connectionId: string

  beforeEach(async () => {
    main = fakeMain()
    connectionId = `store-${++stores}`
    openCatalogue(connectionId)
    clearFilters()
    setSort(null)
    await main.last().answer(1000)
    main.asked.length = 0
  })

  it('asks with every letter typed and shows only the answer to the last one', async () => {
    setSearchText('m')
    setSearchText('mu')
    expect(main.asked.map((ask) => ask.query.text)).toEqual(['m', 'mu'])
    const [first, second] = main.asked
    await second!.answer(3)
    await first!.answer(40)
    expect(state().total).toBe(3)
  })

  it('keeps the former rows on screen until the new ones are here', async () => {
    setSearchText('mug')
    expect(state().total).toBe(1000)
    expect(catalogueRow(0)?.id).toBe(1)
    await main.last().answer(0)
    expect(state().total).toBe(0)
    expect(catalogueRow(0)).toBeUndefined()
  })

  it('asks for the pages that come into view, two at a time, and for each once', async () => {
    showRows(290, 320)
    showRows(295, 325)
    expect(main.asked.map((ask) => ask.offset)).toEqual([200, 300])
    await main.asked[0]!.answer(1000)
    await main.asked[1]!.answer(1000)
    expect(main.asked).toHaveLength(2)
    expect(catalogueRow(300)?.id).toBe(301)
  })

  it('leaves out the pages that a fast scroll has passed', async () => {
    showRows(110, 120)
    for (let first = 200; first < 900; first += 10) showRows(first, first + 15)
    await main.asked[0]!.answer(1000)
    await main.asked[1]!.answer(1000)
    expect(main.asked.slice(2).map((ask) => ask.offset)).toEqual([800, 900])
  })

  it('asks again only for the rows in view when the catalogue changed, and keeps the others until they are seen', async () => {
    showRows(500, 515)
    for (const ask of [...main.asked]) await ask.answer(1000)
    main.asked.length = 0
    vi.useFakeTimers()
    for (let revision = 2; revision < 20; revision++) changed(connectionId, revision)
    vi.advanceTimersByTime(1000)
    vi.useRealTimers()
    expect(main.asked.map((ask) => ask.offset)).toEqual([500])
    expect(catalogueRow(505)?.id).toBe(506)
    expect(catalogueRow(5)?.id).toBe(6)
    await main.last().answer(1000)
    showRows(0, 15)
    expect(main.last().offset).toBe(0)
  })

  it('waits with newer rows while main has not answered for the ones before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    changed(connectionId, 2)
    vi.advanceTimersByTime(300)
    expect(main.asked).toHaveLength(1)
    changed(connectionId, 3)
    vi.advanceTimersByTime(5000)
    expect(main.asked).toHaveLength(1)
    await main.last().answer(1001)
    vi.advanceTimersByTime(300)
    expect(main.asked).toHaveLength(2)
    vi.useRealTimers()
  })

  it('pays no heed to changes of another store', () => {
    vi.useFakeTimers()
    changed('another', 9)
    vi.advanceTimersByTime(1000)
    vi.useRealTimers()
    expect(main.asked).toEqual([])
  })

  it('takes a filter away when its value is undefined, and asks nothing when nothing changed', () => {
    setFilters({ enabled: true, priceFrom: 5 })
    setFilters({ priceFrom: undefined })
    expect(main.last().query).toEqual({ enabled: true })
    setFilters({ enabled: true })
    expect(main.asked).toHaveLength(2)
  })

  it('keeps what is typed when the filters are cleared', () => {
    setSearchText('mug')
    setFilters({ inStock: true })
    clearFilters()
    expect(main.last().query).toEqual({ text: 'mug' })
  })

  it('keeps the order when another store is opened, and nothing else', () => {
    setFilters({ inStock: true })
    setSort('PRICE_DESC')
    openCatalogue(`store-${++stores}`)
    expect(main.last().query).toEqual({ sort: 'PRICE_DESC' })
    expect(state().total).toBeNull()
  })

  it('keeps its filters and rows when the same store is shown again', async () => {
    setFilters({ inStock: true })
    await main.last().answer(20)
    openCatalogue(connectionId)
    expect(state().filters).toEqual({ inStock: true })
    expect(catalogueRow(3)?.id).toBe(4)
    expect(main.last().query).toEqual({ inStock: true })
  })

  it('stops asking after a failure until it is told to', async () => {
    refresh()
    await main.last().fail()
    const count = main.asked.length
    showRows(400, 415)
    expect(main.asked).toHaveLength(count)
    expect(state().problem?.message).toBe('The disk is full.')
    refresh()
    await main.last().answer(1000)
    expect(state().problem).toBeNull()
  })
})
