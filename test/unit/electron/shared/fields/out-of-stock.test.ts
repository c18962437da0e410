import { expect, it } from 'vitest'
import { mergeField } from '../../../../../electron/changes/merge'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { readField, writeFields } from '../../../../../electron/shared/fields/product-fields'
import { shownField } from '../../../../../electron/shared/fields/shown'

const field = 'outOfStockVisibilityBehaviour'

it('what becomes of a product without stock is read, sent, merged and shown', () => {
  expect(readField({ id: 1 }, field)).toBe('SHOW')
  expect(readField({ id: 1, [field]: 'MADE_UP_LATER' }, field)).toBe('SHOW')
  expect(writeFields({ [field]: 'ALLOW_PREORDER' })).toEqual({ [field]: 'ALLOW_PREORDER' })
  expect(mergeField(field, 'SHOW', 'HIDE', 'ALLOW_PREORDER')).toEqual({ outcome: 'conflict', value: 'HIDE' })
  expect(shownField(field, 'HIDE', noWords)).toBe('Hide it from shoppers')
})
