import { expect, it } from 'vitest'
import type { ComparedThing, Comparison } from '../../../../../electron/shared/snapshot'
import { createComparing, type Compared } from '../../../../../renderer/features/snapshots/comparing'

const things = (products: number) => ({ products, categories: 0, productTypes: 0 })
const thing = (id: number) => ({ id, thing: 'product', name: `Mug ${id}` }) as ComparedThing

/** A store in which so many things differ; an answer comes when it is let come. */
function differing(count: number) {
  const state = { count }
  const asked: { offset: number; limit: number }[] = []
  const waiting: (() => void)[] = []
  const told: Compared[] = []
  const answer = ({ offset, limit }: { offset: number; limit: number }): Comparison => ({
    total: state.count,
    tally: { changed: things(state.count), new: things(0), gone: things(0), goBack: state.count },
    things: Array.from({ length: state.count }, (_, at) => thing(at)).slice(offset, offset + limit),
    called: { categories: [], types: [] },
  })
  const comparing = createComparing(
    (page) => {
      asked.push(page)
      return new Promise((resolve) => waiting.push(() => resolve(answer(page))))
    },
    (compared) => void told.push(compared),
  )
  const rest = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const answered = async () => {
    await rest()
    waiting.shift()?.()
    await rest()
  }
  const shown = () => told.at(-1)?.found?.things.length
  return { comparing, state, asked, told, answered, shown, rest }
}

it('lets what is being looked for come to its end however many news come, and looks once more then', async () => {
  const { comparing, asked, told, answered, rest } = differing(3)
  comparing.look()
  await rest()
  for (let news = 0; news < 5; news++) comparing.look()
  await rest()
  expect(asked).toHaveLength(1)
  await answered()
  expect(told).toHaveLength(1)
  await answered()
  expect(asked).toHaveLength(2)
  expect(told).toHaveLength(2)
})

it('keeps as many in sight as were shown, when more were asked for while it looked anew', async () => {
  const { comparing, state, answered, shown, told } = differing(120)
  comparing.look()
  await answered()
  comparing.look()
  comparing.showMore()
  state.count = 110
  await answered()
  await answered()
  expect(shown()).toBe(100)
  comparing.look()
  await answered()
  expect(shown()).toBe(100)
  expect(told.at(-1)?.found?.total).toBe(110)
})

it('tells nobody who has gone', async () => {
  const { comparing, answered, told } = differing(1)
  comparing.look()
  comparing.end()
  await answered()
  expect(told).toEqual([])
})
