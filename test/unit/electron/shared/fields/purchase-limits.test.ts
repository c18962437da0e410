import { expect, it } from 'vitest'
import { fieldOf, readField, writeFields } from '../../../../../electron/shared/fields/product-fields'

it.each(['minPurchaseQuantity', 'maxPurchaseQuantity'] as const)('%s is a count of 1 or more, or none', (field) => {
  expect(readField({ id: 1, [field]: null }, field)).toBeNull()
  // Ecwid takes null for none here.
  expect(writeFields({ [field]: null })).toEqual({ [field]: null })
  const { problem: problemBeside, kind } = fieldOf(field)
  const problem = (value: unknown) => problemBeside(value, {})
  expect([problem(null), problem(1)]).toEqual([null, null])
  expect(problem(0)).toMatch(/-below-one$/)
  expect(problem(2 ** 40)).toMatch(/-too-large$/)
  expect(kind.typed?.(null).read('1.5')).toMatchObject({ kind: 'problem' })
})
