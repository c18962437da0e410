// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../support/draws-per-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ImportLook } from '../../../../electron/shared/import'
import { TableColumns } from '../../../../renderer/features/imports/TableColumns'
import { lookAtCells, noteImportProgress, useImportsStore } from '../../../../renderer/stores/imports-store'
import { openShopWindow } from '../../../support/a-shop-window'

let look: ImportLook
let shop: ReturnType<typeof openShopWindow>

beforeEach(() => {
  vi.useFakeTimers()
  shop = openShopWindow({ 'imports.look': () => look })
})
afterEach(() => {
  shop.close()
  vi.useRealTimers()
})

function lookOf(count: number): ImportLook {
  const columns = Array.from({ length: count }, (_, n) => `Column ${n}`)
  const notes = {
    filled: 2,
    numbers: { count: 0, decimal: 'any' as const, against: 0, examples: [] },
    dates: { count: 0, order: 'any' as const, examples: [] },
    yesNo: 0,
    damage: [],
  }
  const how = { sheets: [], sheet: null, encoding: 'utf-8', separator: ';', headerRow: 1 } as const
  return {
    name: 'prices.csv',
    shape: { format: 'text', ...how, header: columns, columns },
    targets: columns.map(() => null),
    known: [],
    listsAll: false,
    asLast: null,
    notes: columns.map(() => notes),
    examples: columns.map(() => ['Mug']),
    rows: 2,
  }
}

it('how far picture files are looked at draws no column of the table anew', async () => {
  const told = (done: number) => noteImportProgress({ connectionId: 'a', progress: { done, total: 9 } })
  const draws = await drawsPerEvent({
    show: async (count) => {
      look = lookOf(count)
      await lookAtCells('a')
      const { importing } = useImportsStore.getState()
      useImportsStore.setState({ isBusy: true })
      return importing && <TableColumns importing={importing} />
    },
    entry: 'li',
    counts: [2, 10, 20],
    happenings: [
      { name: 'the first files', happen: () => told(1) },
      { name: 'more of them', happen: () => told(2) },
    ],
  })
  expect(growing(draws)).toEqual([])
  expect(draws[0]?.drawn[0]).toBeGreaterThan(0)
}, 120_000)
