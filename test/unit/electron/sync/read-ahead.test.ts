import { beforeEach, describe, expect, it } from 'vitest'
import { createReadAhead } from '../../../../electron/sync/read-ahead'

let time: number
let due: number[]
let asked: (number | number[])[]
let missing: Set<number>
let answering: Promise<void>

const productOf = (id: number) => ({ raw: { id }, product: { id } })
const ecwid = {
  getProduct: (id: number) => {
    asked.push(id)
    return Promise.resolve(productOf(id))
  },
  getProducts: (ids: number[]) => {
    asked.push(ids)
    const items = ids.filter((id) => !missing.has(id)).map(productOf)
    return answering.then(() => ({ items, unread: [] }) as never)
  },
}
const open = () => createReadAhead({ ecwid, now: () => time })((limit) => due.slice(0, limit))

beforeEach(() => {
  time = 1_000_000
  due = []
  asked = []
  missing = new Set()
  answering = Promise.resolve()
})

describe('reading right before a write', () => {
  it('asks for one product by its id, and for those that start together in one request', async () => {
    const ahead = open()
    await ahead.read(1)
    await Promise.all([ahead.read(2), ahead.read(3)])
    expect(asked).toEqual([1, [2, 3]])
  })

  it('brings those whose turn comes next, which are used for five seconds and once', async () => {
    const ahead = open()
    due = [2, 3, 4]
    await ahead.read(1)
    due = []
    time += 4_000
    await ahead.read(2)
    await ahead.read(2)
    time += 2_000
    await ahead.read(3)
    expect(asked).toEqual([[1, 2, 3, 4], 2, 3])
  })

  it('brings more when all were used in time, and fewer when some were not', async () => {
    const ahead = open()
    due = Array.from({ length: 100 }, (_, at) => at + 100)
    await ahead.read(1)
    const first = (asked[0] as number[]).length - 1
    for (const id of due.slice(0, first)) await ahead.read(id)
    due = due.slice(first)
    await ahead.read(2)
    const second = (asked[1] as number[]).length - 1
    expect(second).toBe(2 * first)
    time += 10_000
    await ahead.read(3)
    expect((asked[2] as number[]).length - 1).toBeLessThan(second)
  })

  it('counts what is being read already as read ahead', async () => {
    const ahead = open()
    due = Array.from({ length: 100 }, (_, at) => at + 100)
    let answer = () => {}
    answering = new Promise((resolve) => (answer = resolve))
    const first = ahead.read(1)
    await expect.poll(() => asked).toHaveLength(1)
    const second = ahead.read(2)
    await expect.poll(() => asked).toHaveLength(2)
    answer()
    await Promise.all([first, second])
    const [its, others] = asked as number[][]
    // The first went well so far: twenty may be on their way now.
    expect(its!.length + others!.length - 1).toBe(20)
  })

  it('keeps nothing of a product that is written to, though its answer is still to come', async () => {
    const ahead = open()
    due = [2, 3]
    await ahead.read(1)
    ahead.forget(2)
    await ahead.read(2)
    due = [4, 5]
    time += 6_000
    const reading = ahead.read(6)
    await Promise.resolve()
    await Promise.resolve()
    ahead.forget(4)
    await reading
    due = []
    await ahead.read(4)
    await ahead.read(5)
    expect(asked).toEqual([[1, 2, 3], 2, [6, 4, 5], 4])
  })

  it('believes that a product is gone by its own answer alone', async () => {
    const ahead = open()
    missing.add(2)
    await Promise.all([ahead.read(1), ahead.read(2)])
    expect(asked).toEqual([[1, 2], 2])
  })
})
