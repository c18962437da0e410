import { describe, expect, it } from 'vitest'
import {
  allFiles,
  chosenCount,
  isChosen,
  noFiles,
  toSelection,
  withChosen,
  withoutFiles,
} from '../../../../../renderer/features/picture-jobs/chosen-files'

const query = { filter: 'doubtful', search: 'mug' } as const

describe('files chosen', () => {
  it('one by one are named by their ids', () => {
    const chosen = withChosen(withChosen(noFiles, [1, 2, 3], true), [2], false)
    expect(toSelection(chosen, query)).toEqual({ ids: [1, 3] })
    expect([1, 2, 3, 4].map((id) => isChosen(chosen, id))).toEqual([true, false, true, false])
    expect(chosenCount(chosen, 12_430)).toBe(2)
  })

  it('all at once but for some are named by what finds them', () => {
    const chosen = withChosen(withChosen(allFiles, [1, 2, 3], false), [2], true)
    expect(toSelection(chosen, query)).toEqual({ query, except: [1, 3] })
    expect([1, 2, 3, 4].map((id) => isChosen(chosen, id))).toEqual([false, true, false, true])
    expect(chosenCount(chosen, 12_430)).toBe(12_428)
  })

  it('are counted without those that were decided about', () => {
    expect(chosenCount(withoutFiles(withChosen(noFiles, [1, 2], true), [1]), 9)).toBe(1)
    // Left out of all, and then decided by itself: the list is shorter by it.
    expect(chosenCount(withoutFiles(withChosen(allFiles, [1], false), [1]), 9)).toBe(9)
  })
})
