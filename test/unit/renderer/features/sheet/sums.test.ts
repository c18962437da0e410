import { expect, it } from 'vitest'
import { noWords } from '../../../../../electron/shared/fields/kind'
import { sheetColumnsOf } from '../../../../../renderer/features/sheet/sheet-columns'
import { sumText } from '../../../../../renderer/features/sheet/sums'
import { euros } from '../../../../support/store-in-euros'

const column = sheetColumnsOf([]).find(({ path }) => path === 'price')!

it('what selected prices come to is written as money, the average to the smallest coin', () => {
  const sums = { count: 3, sum: 131.9, lowest: 11.9, highest: 84 }
  const texts = sumText(sums, column, { ...noWords, profile: euros })
  expect(texts).toEqual(['Count 3', 'Sum 131,90 €', 'Average 43,97 €', 'Lowest 11,90 €', 'Highest 84,00 €'])
})
