import { expect, it } from 'vitest'
import { proposedEdits } from '../../../../electron/bulk/planners'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { noWords } from '../../../../electron/shared/fields/kind'
import { newProductFields } from '../../../../electron/shared/fields/product-fields'

const inCategories = (categoryIds: number[]) => ({
  id: 1,
  namedBy: 1001,
  fields: { ...newProductFields, categoryIds },
  variations: [],
})

it.each<[string, number[], BulkAction, number[]]>([
  ['adds those that it is not in', [1], { kind: 'add-to-categories', categoryIds: [1, 2] }, [1, 2]],
  ['takes it out of some', [1, 2, 3], { kind: 'remove-from-categories', categoryIds: [1, 3, 9] }, [2]],
  ['moves it, and keeps the others', [1, 2, 3], { kind: 'move-to-category', from: 2, to: 4 }, [1, 3, 4]],
  ['moves it into one that it is in', [1, 2], { kind: 'move-to-category', from: 1, to: 2 }, [2]],
  ['leaves one alone that is not there', [1], { kind: 'move-to-category', from: 2, to: 3 }, [1]],
  ['moves it out of all', [1, 2], { kind: 'move-to-category', from: null, to: 3 }, [3]],
])('%s', (_, now, action, after) => {
  expect(
    proposedEdits(inCategories(now), action, {
      words: noWords,
      draft: null,
      imported: null,
      was: null,
      place: 0,
      isTaken: () => false,
    }),
  ).toEqual([{ variationId: null, field: 'categoryIds', before: now, after }])
})
