import { expect, it } from 'vitest'
import type { ProposedRow } from '../../../../../electron/shared/proposal'
import { differenceText } from '../../../../../renderer/features/bulk/difference'

const row = (field: ProposedRow['field'], before: unknown, after: unknown) => ({ field, before, after })

it.each([
  ['a higher price', row('price', 10, 12.5), '+2.50 (+25 %)'],
  ['a lower one', row('price', 10, 9.95), '−0.05 (−0.5 %)'],
  ['one from nothing', row('price', 0, 5), '+5.00'],
  ['more stock', row('quantity', 4, 10), '+6 (+150 %)'],
  ['stock that was not counted', row('quantity', null, 10), null],
  ['a text', row('subtitle', 'Old', 'New'), null],
  ['a product that goes', row(null, null, null), null],
])('says how much %s is', (_, edit, text) => expect(differenceText(edit, null)).toBe(text))
