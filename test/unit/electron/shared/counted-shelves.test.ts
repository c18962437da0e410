import { expect, it } from 'vitest'
import { riskOf } from '../../../../electron/bulk/risk'
import { occasionText } from '../../../../electron/shared/words/snapshot'
import { dueText, timedTitle } from '../../../../electron/shared/words/timed'

const action = { kind: 'put-back', snapshotId: 1, fields: null, stock: false, deletes: false } as const
const text = 'Put back 102 products and 3 categories from a snapshot'

it('tells categories and product types from products before what a snapshot was taken', () => {
  expect(occasionText(riskOf(action, { products: 105, categories: 3, productTypes: 0 })!)).toBe(`Before: ${text}`)
  expect(riskOf({ kind: 'delete' }, { products: 105, categories: 0, productTypes: 0 })).not.toHaveProperty('categories')
})

it('tells them in what has a time', () => {
  expect(timedTitle({ action, products: 105, categories: 3, productTypes: 0 })).toBe(text)
  expect(dueText('start', { action, products: 105, categories: 3, productTypes: 0 })).toBe(
    `Its time has come: ${text}.`,
  )
})
