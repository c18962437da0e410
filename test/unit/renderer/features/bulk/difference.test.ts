import { expect, it } from 'vitest'
import { noWords, type StoreWords } from '../../../../../electron/shared/fields/kind'
import type { ProposedRow } from '../../../../../electron/shared/proposal'
import { euros } from '../../../../support/store-in-euros'
import { differenceText, partingTexts, textsThatDiffer } from '../../../../../renderer/features/bulk/difference'

const row = (field: ProposedRow['field'], before: unknown, after: unknown) => ({ field, before, after })

it.each([
  ['a higher price', row('price', 10, 12.5), '+2.50 (+25 %)'],
  ['a lower one', row('price', 10, 9.95), '−0.05 (−0.5 %)'],
  ['one from nothing', row('price', 0, 5), '+5.00'],
  ['more stock', row('quantity', 4, 10), '+6 (+150 %)'],
  ['stock that was not counted', row('quantity', null, 10), null],
  ['a text', row('subtitle', 'Old', 'New'), null],
  ['another category', row('defaultCategoryId', 0, 6), null],
  ['a product that goes', row(null, null, null), null],
])('says how much %s is', (_, edit, text) => expect(differenceText(edit, null)).toBe(text))

it('writes how many percent that is as the store writes numbers', () => {
  expect(differenceText(row('price', 1000, 1005), euros)).toBe('+5,00 € (+0,5 %)')
  expect(differenceText(row('quantity', 1, 144), euros)).toContain('(+14 300 %)')
})

it.each([
  ['short texts whole', ['Red, Blue', 'Red, Blue, Green'], ['Red, Blue', 'Red, Blue, Green']],
  [
    'a long list from its last part that stays',
    ['Size: List, Small, Medium', 'Size: List, Small, Medium, Engraving: Text'],
    ['…, Medium', '…, Medium, Engraving: Text'],
  ],
  [
    'what differs in the middle',
    ['Size: List, Small, Medium, Large, Huge', 'Size: List, Small, Tiny, Large, Huge'],
    ['…, Medium, Large, Huge', '…, Tiny, Large, Huge'],
  ],
  [
    'texts that begin differently, cut at their end',
    ['A text that is much too long for it', 'One that is quite as long as the other'],
    ['A text that is much too long …', 'One that is quite as long as …'],
  ],
  ['nothing before', ['', 'x'.repeat(40)], ['', `${'x'.repeat(29)}…`]],
])('shows %s', (_, [before, after], shown) => expect(partingTexts(before!, after!, 30)).toEqual(shown))

it('shows of attributes those that differ, and all other values as a whole', () => {
  const attributes = ['UPC', 'Brand', 'Glaze'].map((name, at) => ({
    id: at + 1,
    name,
    type: 'CUSTOM',
    show: 'NOTSHOW',
  }))
  const words = { ...noWords, productTypes: [{ id: 0, name: '', attributes }] } as StoreWords
  const sides = [
    { 1: '400', 2: 'Harbour Clay' },
    { 1: '400', 2: 'Hafenware', 3: 'Celadon' },
  ] as const
  expect(textsThatDiffer('attributes', sides, words)).toEqual([
    'Brand: Harbour Clay',
    'Brand: Hafenware, Glaze: Celadon',
  ])
  expect(textsThatDiffer('name', ['Mug', 'Cup'], words)).toBeNull()
})

it('shows of options those that differ, and their order as a whole', () => {
  const option = (name: string, ...texts: string[]) => ({
    type: 'SELECT',
    name,
    choices: texts.map((text) => ({ text, priceModifier: 0, priceModifierType: 'ABSOLUTE' })),
  })
  const [size, glaze] = [option('Size', 'S', 'L'), option('Glaze', 'Sand')]
  const [old, now] =
    textsThatDiffer(
      'options',
      [
        [size, glaze],
        [size, option('Glaze', 'Sand', 'Moss')],
      ],
      noWords,
    ) ?? []
  expect(old).toMatch(/^Glaze: .*Sand$/)
  expect(now).toMatch(/^Glaze: .*Sand, Moss$/)
  expect(
    textsThatDiffer(
      'options',
      [
        [size, glaze],
        [glaze, size],
      ],
      noWords,
    ),
  ).toBeNull()
})
