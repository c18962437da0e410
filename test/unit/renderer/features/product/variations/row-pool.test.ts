import { describe, expect, it } from 'vitest'
import { createRowPool } from '../../../../../../renderer/features/product/variations/row-pool'

const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => ({ id: from + at }))
const shown = (placed: { row: { id: number } }[]) => placed.map(({ row }) => row.id)
const keyOf = (placed: { row: { id: number }; key: number }[], wanted: number) =>
  placed.find(({ row }) => row.id === wanted)?.key

describe('the elements of the table’s rows', () => {
  it('stay where they are while it scrolls, and stand for what came into view', () => {
    const pool = createRowPool()
    const before = pool.place(rows(0, 10), false)
    const after = pool.place(rows(4, 14), true)
    expect(shown(after)).toEqual([10, 11, 12, 13, 4, 5, 6, 7, 8, 9])
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  })

  it('are in the order of the rows at rest, each with the row that it had', () => {
    const pool = createRowPool()
    pool.place(rows(0, 10), false)
    const scrolled = pool.place(rows(4, 14), true)
    const atRest = pool.place(rows(4, 14), false)
    expect(shown(atRest)).toEqual(shown(rows(4, 14).map((row) => ({ row }))))
    for (const { row, key } of scrolled) expect(keyOf(atRest, row.id)).toBe(key)
  })

  it('are made for more rows, and go with fewer', () => {
    const pool = createRowPool()
    pool.place(rows(0, 3), false)
    expect(shown(pool.place(rows(2, 8), true))).toEqual([3, 4, 2, 5, 6, 7])
    expect(shown(pool.place(rows(7, 9), true))).toEqual([8, 7])
    expect(new Set(pool.place(rows(0, 20), false).map(({ key }) => key)).size).toBe(20)
  })

  it('are made anew at rest, for what came into the table or another order of it', () => {
    const pool = createRowPool()
    const before = pool.place(rows(0, 3), false)
    const after = pool.place([{ id: 2 }, { id: 9 }, { id: 0 }], false)
    expect(shown(after)).toEqual([2, 9, 0])
    expect(before.map(({ key }) => key)).not.toContain(keyOf(after, 9))
    expect(keyOf(after, 2)).toBe(keyOf(before, 2))
  })
})
