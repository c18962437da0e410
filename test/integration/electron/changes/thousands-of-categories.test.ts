import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { growth } from '../../../support/growth'
import { manyCategories } from '../../../support/many-categories'
import { categoriesAre } from '../../../support/shelves'
import { openMugs } from './catalogue-of-mugs'

/** A shop with so many categories; `turn` counts what is done with them, so that each time something changes. */
function shopOf(count: number) {
  const mugs = openMugs()
  const items = manyCategories(count).categories.map((each) => ({ ...each }))
  expect(categoriesAre(mugs.catalogue, items)).toBe(true)
  let turns = 0
  return { ...{ count, mugs, items }, turn: () => (turns += 1) }
}
type Shop = ReturnType<typeof shopOf>

const otherOf = ({ mugs }: Shop): number => {
  const find = () => mugs.catalogue.categories.list().find(({ name }) => name === 'Other')
  if (!find()) mugs.apply({ kind: 'category.create', name: 'Other', parentId: 0 })
  return find()!.id
}

const works: [string, (shop: Shop) => unknown][] = [
  [
    'a pull of one that was renamed',
    ({ mugs, items, turn }) => {
      const renamed = { ...items.at(-1)!, name: `Renamed ${turn()}` }
      expect(categoriesAre(mugs.catalogue, [...items.slice(0, -1), renamed])).toBe(true)
    },
  ],
  [
    'a move of the one that all others are below',
    (shop) => {
      const parentId = shop.turn() % 2 === 0 ? 0 : otherOf(shop)
      shop.mugs.apply({ kind: 'category.move', categoryId: 1, parentId, before: null })
    },
  ],
  [
    'a move up or down',
    ({ mugs, count, turn }) =>
      mugs.apply({ kind: 'category.shift', categoryId: count, way: turn() % 2 === 0 ? 'down' : 'up' }),
  ],
  [
    'what the window shows',
    ({ mugs, count }) => expect(mugs.catalogue.categories.list().length).toBeGreaterThanOrEqual(count),
  ],
]

// What takes some milliseconds says nothing of how it grows.
const [limit, leastMs] = [3, 35]

describe('five thousand categories, ten levels deep, take twice the time of half as many', () => {
  let [some, double]: Shop[] = []
  beforeAll(() => void ([some, double] = [shopOf(2500), shopOf(5000)]))
  afterAll(() => [some, double].forEach((shop) => shop?.mugs.close()))

  it('for the first pull', async () => {
    const pull = (count: number) => () => shopOf(count).mugs.close()
    expect(await growth({ small: pull(2500), large: pull(5000), limit, leastMs })).toBeLessThan(limit)
  })

  it.each(works)('for %s', async (_, work) => {
    expect(await growth({ small: () => work(some!), large: () => work(double!), limit, leastMs })).toBeLessThan(limit)
  })
})
