import { countStyle, formatExactMoney } from '../numbers/money'
import { everyDecimal, formatDecimal, formatNumber } from '../numbers/numbers'
import { choice, flag } from './choice-kinds'
import { anything } from './field'
import type { Kind, StoreWords } from './kind'
import { listOf, readEntry, type EntryOf } from './list-kind'
import { money, whole } from './number-kinds'
import { plainField } from './plain-field'
import { text } from './text-kinds'

const optionTypes: Record<string, string> = {
  SELECT: 'Drop-down list',
  RADIO: 'Radio buttons',
  SIZE: 'Size buttons',
  SWATCHES: 'Swatches',
  CHECKBOX: 'Checkboxes',
  TEXTFIELD: 'Text field',
  TEXTAREA: 'Text area',
  DATE: 'Date',
  FILES: 'File upload',
}

/** One that this version does not know is shown as the store calls it. */
const optionType: Kind<string> = { ...text, shown: (type) => optionTypes[type] ?? type }

const size: Kind<number> = {
  ...whole(undefined, 'Enter a whole number.'),
  shown: (bytes, { profile }) => `${formatNumber(Math.max(1, Math.round(bytes / 1024)), countStyle(profile))} KB`,
}

const plain = { problem: anything, isTranslated: false }

const choiceFields = {
  text: plainField({ label: 'Choice', kind: text, empty: '', problem: anything, isTranslated: true }),
  priceModifier: plainField({ label: 'Price change', kind: money(0), empty: 0, ...plain }),
  priceModifierType: plainField({
    label: 'Price change in',
    kind: choice({ ABSOLUTE: 'The currency', PERCENT: 'Percent' }),
    empty: 'ABSOLUTE',
    ...plain,
  }),
}

const listOfChoices = listOf({ key: 'text', fields: choiceFields, isOrdered: true, shown: priceChange })

/** `Sand, Slate (+3,00 €)` */
const choices = {
  ...listOfChoices,
  shown: (all, words) =>
    all
      .map((entry) => readEntry(choiceFields, entry))
      .map((entry) => [entry.text, priceChange(entry, words)].filter(Boolean).join(' '))
      .join(', '),
} satisfies typeof listOfChoices

function priceChange(entry: EntryOf<typeof choiceFields>, { profile }: StoreWords): string {
  const { priceModifier, priceModifierType } = entry
  if (priceModifier === 0) return ''
  const many = { fewest: 0, most: everyDecimal }
  const amount =
    priceModifierType === 'PERCENT'
      ? `${formatDecimal(Math.abs(priceModifier), many, countStyle(profile))} %`
      : formatExactMoney(Math.abs(priceModifier), profile)
  return `(${priceModifier < 0 ? '−' : '+'}${amount})`
}

/** Lists inside of a product that its form shows and does not change yet, under Ecwid's names. */
export const productLists = {
  options: {
    title: 'Options',
    kind: listOf({
      key: 'name',
      fields: {
        name: plainField({ label: 'Option', kind: text, empty: '', problem: anything, isTranslated: true }),
        type: plainField({ label: 'Shown as', kind: optionType, empty: '', ...plain }),
        choices: plainField({ label: 'Choices', kind: choices, empty: [], ...plain }),
        required: plainField({ label: 'Required', kind: flag, empty: false, ...plain }),
      },
      isOrdered: true,
    }),
  },
  files: {
    title: 'Files for buyers',
    kind: listOf({
      key: 'name',
      fields: {
        name: plainField({ label: 'Name', kind: text, empty: '', ...plain }),
        size: plainField({ label: 'Size', kind: size, empty: 0, ...plain }),
      },
      isOrdered: true,
    }),
  },
}

export type ProductList = keyof typeof productLists
export type EntryOfList<Name extends ProductList> = EntryOf<(typeof productLists)[Name]['kind']['list']['fields']>
