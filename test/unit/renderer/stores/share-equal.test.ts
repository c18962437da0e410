import { describe, expect, it } from 'vitest'
import { shareEqual } from '../../../../renderer/stores/share-equal'

describe('sharing what is equal', () => {
  it('answers with the very object of before when nothing changed', () => {
    const before = { a: [{ b: 1 }, null], c: { d: undefined } }
    expect(shareEqual(before, structuredClone(before))).toBe(before)
  })

  it('takes over every part that is equal and nothing else', () => {
    const before = { kept: { a: [1] }, list: [{ n: 1 }, { n: 2 }], gone: 1 }
    const shared = shareEqual(before, { kept: { a: [1] }, list: [{ n: 1 }, { n: 3 }, { n: 4 }] })
    expect(shared).toEqual({ kept: { a: [1] }, list: [{ n: 1 }, { n: 3 }, { n: 4 }] })
    expect(shared.kept).toBe(before.kept)
    expect(shared.list[0]).toBe(before.list[0])
  })

  it('tells a missing name from one without a value', () => {
    const before: Record<string, unknown> = { a: undefined }
    expect(shareEqual(before, { b: undefined })).toEqual({ b: undefined })
    expect(shareEqual(before, { b: undefined })).not.toBe(before)
  })

  it('knows an entry with an id again at another place', () => {
    const before = [{ id: 1 }, { id: 2, a: [1] }, { id: 3 }]
    const shared = shareEqual(before, [{ id: 0 }, { id: 2, a: [1] }, { id: 3, b: 1 }, { id: 1 }])
    expect(shared).toEqual([{ id: 0 }, { id: 2, a: [1] }, { id: 3, b: 1 }, { id: 1 }])
    expect(shared[1]).toBe(before[1])
    expect(shared[3]).toBe(before[0])
    expect(shareEqual(before, [{ id: 2, a: [1] }])[0]).toBe(before[1])
  })
})
