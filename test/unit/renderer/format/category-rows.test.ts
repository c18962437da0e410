import { describe, expect, it } from 'vitest'
import { belowOf, categoryRows, treeOf } from '../../../../renderer/format/category-rows'
import { growth } from '../../../support/growth'

const category = (id: number, name: string, parentId = 0, orderBy = id, enabled = true) => ({
  id,
  parentId,
  name,
  enabled,
  orderBy,
})
const categories = [
  category(1, 'Kitchen', 0, 20),
  category(2, 'Garden', 0, 10, false),
  category(3, 'Mugs', 1),
  category(4, 'Large mugs', 3),
  category(5, 'Rakes', 2),
  { ...category(7, 'Made here'), madeAs: -3 },
]
const tree = treeOf(categories)
const all = () => true
const names = (rows: ReturnType<typeof categoryRows>) => rows.map(({ category: { name }, depth }) => [depth, name])

describe('the tree of categories as lines', () => {
  it('stands in the owner’s order, and shows what is open', () => {
    expect(names(categoryRows(tree, all, { text: '' }))).toEqual([
      [0, 'Made here'],
      [0, 'Garden'],
      [1, 'Rakes'],
      [0, 'Kitchen'],
      [1, 'Mugs'],
      [2, 'Large mugs'],
    ])
    expect(names(categoryRows(tree, (key) => key === 1, { text: '' }))).toEqual([
      [0, 'Made here'],
      [0, 'Garden'],
      [0, 'Kitchen'],
      [1, 'Mugs'],
    ])
  })

  it('finds by any word of a path, with what is above', () => {
    expect(names(categoryRows(tree, () => false, { text: 'large' }))).toEqual([
      [0, 'Kitchen'],
      [1, 'Mugs'],
      [2, 'Large mugs'],
    ])
    expect(names(categoryRows(tree, () => false, { text: 'garden' }))).toEqual([
      [0, 'Garden'],
      [1, 'Rakes'],
    ])
    expect(categoryRows(tree, all, { text: 'spade' })).toEqual([])
  })

  it('finds those that miss a text in a language, with what is above', () => {
    const lacking = treeOf(categories.map((each) => (each.id === 4 ? { ...each, untranslated: ['de', 'fr'] } : each)))
    const missing = (untranslated: string, text = '') =>
      names(categoryRows(lacking, () => false, { text, untranslated }))
    expect(missing('fr')).toEqual([
      [0, 'Kitchen'],
      [1, 'Mugs'],
      [2, 'Large mugs'],
    ])
    expect(missing('es')).toEqual([])
    expect(missing('fr', 'garden')).toEqual([])
  })

  it('says what shoppers do not see, and where each stands', () => {
    const [made, garden, rakes] = categoryRows(tree, all, { text: '' })
    expect([garden?.isHidden, rakes?.isHidden, made?.isHidden]).toEqual([true, true, false])
    expect(rakes).toMatchObject({ key: 5, parent: 2, position: 1, siblings: 1, path: ['Garden', 'Rakes'] })
    expect(made).toMatchObject({ key: -3, hasChildren: false, isOpen: false, position: 1, siblings: 3 })
  })

  it('shows what is below one that is not here, and no circle twice', () => {
    expect(names(categoryRows(treeOf([category(9, 'Lost', 99)]), all, { text: '' }))).toEqual([[0, 'Lost']])
    expect(belowOf(treeOf([category(1, 'A', 2), category(2, 'B', 1)]), 1).map(({ id }) => id)).toEqual([2])
  })

  it('of five thousand, ten levels deep, takes as much longer as they are more', async () => {
    const listed = (count: number) => {
      const many = Array.from({ length: count }, (_, at) =>
        category(at + 1, `Category ${at}`, at < count / 10 ? 0 : at + 1 - count / 10),
      )
      const tree = treeOf(many)
      return () => expect(categoryRows(tree, all, { text: '' })).toHaveLength(count)
    }
    // Ten times as many: the square would take a hundred times as long.
    const [small, large] = [listed(500), listed(5000)]
    expect(await growth({ small, large, limit: 30, rounds: 3 })).toBeLessThan(30)
  })
})
