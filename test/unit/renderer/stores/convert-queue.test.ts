import { describe, expect, it } from 'vitest'
import { createConvertQueue, type ConvertBench } from '../../../../renderer/stores/convert-queue'
import type { ConvertAnswer, ConvertRequest } from '../../../../renderer/stores/convert-worker'

/** Workers that answer when the test says so. */
function setUp({ benches = 2, pixelsAtOnce = 100 } = {}) {
  const working = new Map<number, { answer: (more?: object) => void; fail: () => void }>()
  const timers = new Set<() => void>()
  let opened = 0
  let ended = 0
  const newBench = (): ConvertBench => {
    opened++
    let onMessage: (event: { data: ConvertAnswer }) => void = () => {}
    let onError: () => void = () => {}
    return {
      onMessage: (listener) => (onMessage = listener),
      onError: (listener) => (onError = listener),
      terminate: () => void ended++,
      postMessage: ({ id, bytes }) => {
        const answer = (more = {}) => {
          working.delete(id)
          onMessage({ data: { id, ok: true, bytes, type: 'image/jpeg', ...more } })
        }
        working.set(id, { answer, fail: onError })
      },
    }
  }
  const after = (act: () => void) => {
    timers.add(act)
    return () => timers.delete(act)
  }
  const queue = createConvertQueue({ newBench, benches, pixelsAtOnce, after })
  let lastId = 0
  const add = (pixels: number) => {
    const request: ConvertRequest = { id: ++lastId, bytes: new Uint8Array(1), type: 'image/webp', wish: null }
    return queue.add(request, pixels)
  }
  const ids = () => [...working.keys()]
  return { add, ids, of: (id: number) => working.get(id)!, timers, counts: () => ({ opened, ended }) }
}

describe('pictures in work', () => {
  it('are as many as there are workers, in their order', async () => {
    const { add, ids, of, counts } = setUp()
    const all = [add(1), add(1), add(1)]
    expect(ids()).toEqual([1, 2])
    of(2).answer()
    expect(ids()).toEqual([1, 3])
    of(1).answer()
    of(3).answer()
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true)
    expect(counts()).toEqual({ opened: 2, ended: 0 })
  })

  it('are fewer when they are large; one above the limit is alone', () => {
    const { add, ids, of } = setUp({ benches: 3 })
    for (const pixels of [60, 60, 500, 10]) void add(pixels)
    expect(ids()).toEqual([1])
    of(1).answer()
    expect(ids()).toEqual([2])
    of(2).answer()
    expect(ids()).toEqual([3])
    of(3).answer()
    expect(ids()).toEqual([4])
  })
})

describe('a worker', () => {
  it('that hangs is ended with a sentence, and the next picture gets another one', async () => {
    const { add, ids, timers, counts } = setUp({ benches: 1 })
    const first = add(1)
    void add(1)
    for (const act of [...timers]) act()
    expect(await first).toMatchObject({ ok: false, reason: { says: 'opens-too-long' } })
    expect(ids()).toContain(2)
    expect(counts()).toEqual({ opened: 2, ended: 1 })
  })

  it('that breaks is ended with a sentence', async () => {
    const { add, of, timers } = setUp()
    const answer = add(1)
    of(1).fail()
    expect(await answer).toMatchObject({ ok: false, reason: { says: 'memory-too-small' } })
    expect(timers.size).toBe(0)
  })

  it('that has grown is ended after its picture is done', async () => {
    const { add, of, counts } = setUp()
    const answer = add(1)
    of(1).answer({ isSpent: true })
    expect(await answer).toMatchObject({ ok: true })
    expect(counts()).toEqual({ opened: 1, ended: 1 })
  })
})
