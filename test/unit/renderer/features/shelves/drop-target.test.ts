import { describe, expect, it } from 'vitest'
import { dropTarget, type DropPlace } from '../../../../../renderer/features/shelves/drop-target'
import { belowOf, categoryRows, treeOf } from '../../../../../renderer/format/category-rows'
import { growth, levels } from '../../../../support/many-categories'

const names = ['Mugs', 'Bowls', 'Cups', 'Plates'] as const
const categories = [
  ...names.map((name, at) => ({ id: at + 1, parentId: 0, name, enabled: true, orderBy: at })),
  { id: 11, parentId: 1, name: 'Tall', enabled: true, orderBy: 0 },
  { id: 12, parentId: 1, name: 'Small', enabled: true, orderBy: 1 },
]
const tree = treeOf(categories)
const drop = (dragged: string, over: string, where: DropPlace, { search = '', open = false } = {}) => {
  const rows = categoryRows(tree, () => open, { text: search })
  return dropTarget(
    tree,
    categories.find(({ name }) => name === dragged)!,
    rows.find(({ category }) => category.name === over)!,
    where,
  )
}

describe('a category that is dropped', () => {
  it('on another goes into it, at the end', () => {
    expect(drop('Cups', 'Mugs', 'into')).toEqual({ parentId: 1, before: null })
  })

  it('behind another stands before what follows that', () => {
    expect(drop('Mugs', 'Bowls', 'after')).toEqual({ parentId: 0, before: 3 })
    expect(drop('Mugs', 'Plates', 'after')).toEqual({ parentId: 0, before: null })
  })

  it('behind the one it follows already stays there', () => {
    expect(drop('Bowls', 'Mugs', 'after')).toEqual({ parentId: 0, before: 3 })
  })

  it('behind one that is open goes into it, to the top', () => {
    expect(drop('Cups', 'Mugs', 'after', { open: true })).toEqual({ parentId: 1, before: 11 })
    expect(drop('Tall', 'Mugs', 'after', { open: true })).toEqual({ parentId: 1, before: 12 })
  })

  it('stands among all that are there, also where a search shows few of them', () => {
    expect(drop('Plates', 'Bowls', 'after', { search: 'l' })).toEqual({ parentId: 0, before: 3 })
  })
})

it('of five thousand, ten levels deep, a drag and a list to choose a parent from take twice what they take of half as many', () => {
  const ofDrag = growth((many) => {
    const large = treeOf(many)
    const rows = categoryRows(large, () => true, { text: '' })
    const [dragged, over] = [rows[0]?.category, rows.find(({ category: { id } }) => id === many.length)]
    expect(over?.depth).toBe(levels - 1)
    expect(dragged && belowOf(large, dragged.id)).toHaveLength(many.length - 1)
    expect(dragged && over && dropTarget(large, dragged, over, 'after')).toBeDefined()
  })
  expect(ofDrag).toBeLessThan(2.5)
  const ofChoosing = growth((many) => {
    const found = categoryRows(treeOf(many), () => false, { text: `Category ${many.length}` })
    expect(found).toHaveLength(levels)
  })
  expect(ofChoosing).toBeLessThan(2.5)
})
