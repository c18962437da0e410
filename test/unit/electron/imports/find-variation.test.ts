import { expect, it } from 'vitest'
import { createVariationFinder } from '../../../../electron/imports/find-variation'

it('finds variations by their ids and codes, whose codes are read once for all rows', () => {
  const codes = new Map([
    [1, ['111']],
    [2, ['222', '222']],
    [3, ['111']],
  ])
  let read = 0
  const finder = createVariationFinder([{ id: 1 }, { id: 2 }, { id: 3 }], ({ id }) => {
    read += 1
    return codes.get(id) ?? []
  })
  expect([finder.byId('2')?.id, finder.byId('02'), finder.byId('4'), read]).toEqual([2, undefined, undefined, 0])
  const idsOf = (code: string) => finder.byCode(code).map(({ id }) => id)
  expect([idsOf('111'), idsOf('222'), idsOf('333')]).toEqual([[1, 3], [2], []])
  expect(read).toBe(3)
})
