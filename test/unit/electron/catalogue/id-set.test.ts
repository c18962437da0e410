import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toNumbers } from '../../../../electron/catalogue/number-list'
import {
  addId,
  both,
  either,
  emptySet,
  except,
  hasId,
  idsIn,
  removeId,
  setOf,
  setOfList,
  sizeOf,
} from '../../../../electron/catalogue/search/id-set'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 70_000 }), { maxLength: 60 })
const ascending = (values: Iterable<number>) => [...values].sort((a, b) => a - b)

describe('sets of product ids', () => {
  it('join as sets do, also when one was made before the highest ids existed', () => {
    fc.assert(
      fc.property(ids, ids, (left, right) => {
        const a = setOf(left, Math.max(0, ...left))
        const b = setOf(right, Math.max(0, ...right))
        expect(idsIn(both(a, b))).toEqual(ascending(left.filter((id) => right.includes(id))))
        expect(idsIn(either(a, b))).toEqual(ascending(new Set([...left, ...right])))
        expect(idsIn(except(a, b))).toEqual(ascending(left.filter((id) => !right.includes(id))))
        expect(sizeOf(a)).toBe(left.length)
        expect(idsIn(a)).toEqual(ascending(left))
      }),
    )
  })

  it('hold what was put in and not taken out', () => {
    const set = emptySet(100)
    for (const id of [31, 32, 63, 64]) addId(set, id)
    removeId(set, 32)
    expect([30, 31, 32, 63, 64, 9_999_999].map((id) => hasId(set, id))).toEqual([false, true, false, true, true, false])
  })

  it("are read from SQLite's lists", () => {
    const list = (text: string) => new TextEncoder().encode(text)
    expect(toNumbers(list('7,4503599627370497,0'))).toEqual([7, 4503599627370497, 0])
    expect(toNumbers(null)).toEqual([])
    expect(idsIn(setOfList(list('5,3,4000'), 4000))).toEqual([3, 5, 4000])
  })
})
