import { describe, expect, it } from 'vitest'
import { below, inOrder, placeAfterShift, placedLast, placesFor } from '../../../../electron/changes/category-places'
import { growth } from '../../../support/many-categories'

const category = (id: number, orderBy: number, parentId = 0) => ({
  id,
  parentId,
  name: `Category ${id}`,
  enabled: true,
  orderBy,
})
const moving = category(9, 70)
const places = (others: [id: number, orderBy: number][], at: number, coming = [moving]) =>
  Object.fromEntries(
    placesFor(
      others.map(([id, orderBy]) => category(id, orderBy)),
      coming,
      at,
    ),
  )

describe('a category that comes to stand among others', () => {
  it('takes a place between two, as long as there is one', () => {
    expect(
      places(
        [
          [1, 10],
          [2, 20],
        ],
        1,
      ),
    ).toEqual({ 9: 15 })
    expect(
      places(
        [
          [1, 10],
          [2, 12],
        ],
        1,
      ),
    ).toEqual({ 9: 11 })
    expect(places([[1, 10]], 1)).toEqual({ 9: 20 })
    expect(places([[1, 10]], 0)).toEqual({ 9: 5 })
    expect(places([], 0)).toEqual({ 9: 10 })
  })

  it('has all numbered anew where there is none', () => {
    expect(
      places(
        [
          [1, 10],
          [2, 11],
          [3, 40],
        ],
        1,
      ),
    ).toEqual({ 9: 20, 2: 30 })
    expect(
      places(
        [
          [1, 10],
          [2, 10],
        ],
        1,
      ),
    ).toEqual({ 9: 20, 2: 30 })
    expect(
      places(
        [
          [1, 0],
          [2, 0],
        ],
        0,
      ),
    ).toEqual({ 9: 10, 1: 20, 2: 30 })
  })

  it('has one numbered that was made here and has no place yet', () => {
    expect(
      places(
        [
          [1, 10],
          [-4, placedLast],
        ],
        1,
      ),
    ).toEqual({ 9: 20, '-4': 30 })
    expect(
      places(
        [
          [1, 10],
          [-4, placedLast],
        ],
        2,
      ),
    ).toEqual({ 9: 30, '-4': 20 })
  })

  it('stays without a change where it stands already', () => {
    expect(
      places(
        [
          [1, 10],
          [2, 30],
        ],
        1,
        [category(9, 20)],
      ),
    ).toEqual({})
  })

  it('comes with others in their order', () => {
    expect(
      places(
        [
          [1, 10],
          [2, 20],
        ],
        1,
        [moving, category(8, 80)],
      ),
    ).toEqual({ 9: 13, 8: 16 })
  })
})

it('what is below a category comes parents first, also where two are each other’s parent', () => {
  const all = [
    category(1, 10),
    category(2, 20, 1),
    category(3, 10, 1),
    category(4, 10, 2),
    category(5, 1, 6),
    category(6, 1, 5),
  ]
  expect(below(all, 1).map(({ id }) => id)).toEqual([3, 2, 4])
  expect(below(all, 5).map(({ id }) => id)).toEqual([6, 5])
  expect(inOrder([category(3, 5), category(2, 5), category(1, 9)]).map(({ id }) => id)).toEqual([2, 3, 1])
})

it('of five thousand, ten levels deep, what is below one and where it goes by a step takes twice what it takes of half as many', () => {
  const sizes: number[] = []
  const ofBelow = growth((categories) => sizes.push(below(categories, 1).length))
  expect(sizes).toEqual([2499, 4999])
  expect(ofBelow).toBeLessThan(2.5)
  const ofStep = growth((categories) => {
    const deepest = categories.at(-1)
    expect(deepest && placeAfterShift(categories, deepest, 'out')).toBeDefined()
  })
  expect(ofStep).toBeLessThan(2.5)
})
