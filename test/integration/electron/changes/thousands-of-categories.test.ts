import { expect, it } from 'vitest'
import { manyCategories } from '../../../support/many-categories'
import { categoriesAre } from '../../../support/shelves'
import { openMugs } from './catalogue-of-mugs'

/** What was done with so many categories, and the processor time that each took, ms. */
function spentOn(count: number): Record<string, number> {
  const mugs = openMugs()
  const items = manyCategories(count).categories.map((each) => ({ ...each }))
  const spent: Record<string, number> = {}
  const timed = (what: string, work: () => void) => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    spent[what] = (user + system) / 1000
  }
  timed('the first pull', () => expect(categoriesAre(mugs.catalogue, items)).toBe(true))
  timed('a pull of one that was renamed', () => {
    categoriesAre(mugs.catalogue, [...items.slice(0, -1), { ...items.at(-1)!, name: 'Renamed' }])
  })
  const root = mugs.apply({ kind: 'category.create', name: 'Other', parentId: 0 })
  expect(root).toBeDefined()
  const other = mugs.catalogue.categories.list().find(({ name }) => name === 'Other')!
  timed('a move of the one that all others are below', () => {
    mugs.apply({ kind: 'category.move', categoryId: 1, parentId: other.id, before: null })
  })
  timed('a move up', () => mugs.apply({ kind: 'category.shift', categoryId: count, way: 'up' }))
  timed('what the window shows', () => expect(mugs.catalogue.categories.list()).toHaveLength(count + 1))
  mugs.close()
  return spent
}

it('five thousand categories, ten levels deep, are pulled, moved and shown in twice the time of half as many', () => {
  // What runs first compiles.
  spentOn(500)
  const [some, double] = [spentOn(2500), spentOn(5000)]
  // What takes some milliseconds says nothing of how it grows.
  const grown = Object.entries(double).map(([what, ms]) => [what, ms < 100 ? 1 : ms / (some[what] ?? 0)] as const)
  expect(grown.filter(([, times]) => times > 3)).toEqual([])
}, 120_000)
