import { unlimitedWord } from '../../../electron/shared/fields/product-stock'
import { foldText } from '../../../electron/shared/fold-text'
import { numberColumn } from './kind-columns'
import type { SheetColumn } from './sheet-column'

const { typing: asNumber, ...column } = numberColumn('quantity')

/** A number, or as many as are wanted. */
export const stockColumn: SheetColumn = {
  ...column,
  fields: ['quantity', 'unlimited'],
  shown: (values, words) => (values.unlimited ? unlimitedWord : column.shown(values, words)),
  amount: (values) => (values.unlimited ? [] : (column.amount?.(values) ?? [])),
  typing: asNumber && {
    ...asNumber,
    text: (values, words) => (values.unlimited ? unlimitedWord : asNumber.text(values, words)),
    read: (text, values, words) => {
      // The number goes back to what it was: nobody sees it.
      if (isUnlimited(text)) return { values: { unlimited: true, quantity: undefined } }
      const read = asNumber.read(text, values, words)
      return 'text' in read ? read : { values: { unlimited: false, ...read.values } }
    },
    unread: () => 'Enter a whole number, or Unlimited.',
    choices: () => [unlimitedWord],
  },
}

const isUnlimited = (text: string): boolean => {
  const typed = foldText(text.trim())
  return typed === '∞' || (typed !== '' && foldText(unlimitedWord).startsWith(typed))
}
