import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RequestInput } from '../../../../electron/shared/contract'
import { setFilters, setSort, useCatalogueStore } from '../../../../renderer/stores/catalogue-store'
import {
  clearPicked,
  isPicked,
  pickAllFound,
  pickedCount,
  pickedProducts,
  pickUpTo,
  togglePicked,
  useProductSelection,
} from '../../../../renderer/stores/product-selection'

const total = 20_000
const asked: { name: string; offset: number; limit: number }[] = []

beforeEach(() => {
  asked.length = 0
  const call = (name: string, input: RequestInput<'bulk.ids'>) => {
    asked.push({ name, offset: input.offset, limit: input.limit })
    const ids = Array.from({ length: input.limit }, (_, at) => input.offset + at + 1)
    return Promise.resolve({ ok: true, value: name === 'bulk.ids' ? ids : { total, rows: [], hints: [] } })
  }
  vi.stubGlobal('window', { stockroom: { call } })
  useCatalogueStore.setState({ connectionId: 'shop', filters: {}, sort: null, total, pages: new Map() })
  clearPicked()
})

const picked = () => useProductSelection.getState().picked
const count = () => pickedCount(picked(), total)

describe('a selection', () => {
  it('is a range from the row that was pointed at last, rows that are not here included', async () => {
    togglePicked(101, 100)
    expect(await pickUpTo(3099)).toBe(true)
    expect(count()).toBe(3000)
    expect(asked).toEqual([{ name: 'bulk.ids', offset: 100, limit: 3000 }])
    // Drawn back, the range is as long as it is drawn.
    await pickUpTo(149)
    expect(count()).toBe(50)
  })

  it('is not drawn over more than anybody points at one by one', async () => {
    togglePicked(1, 0)
    expect(await pickUpTo(6000)).toBe(false)
    expect(count()).toBe(1)
  })

  it('is all that is found but for some, without naming them', () => {
    pickAllFound()
    togglePicked(7, 6)
    expect(count()).toBe(total - 1)
    expect([isPicked(picked(), 7), isPicked(picked(), 19_000)]).toEqual([false, true])
    setSort('PRICE_ASC')
    expect(pickedProducts()).toEqual({ query: { sort: 'PRICE_ASC' }, except: [7] })
    expect(asked.filter(({ name }) => name === 'bulk.ids')).toEqual([])
  })

  it('of all that is found ends with another question, one of single products stays', () => {
    pickAllFound()
    setFilters({ enabled: true })
    expect(count()).toBe(0)
    togglePicked(7, 6)
    setFilters({ enabled: undefined })
    expect(pickedProducts()).toEqual({ ids: [7] })
  })

  it('is of one store', () => {
    togglePicked(7, 6)
    useCatalogueStore.setState({ connectionId: 'another' })
    expect(count()).toBe(0)
  })
})
