import { doubtAbout } from '../../../electron/shared/fields/doubts-of'
import { doubtText } from '../../../electron/shared/words/doubt'
import { discountPercent, marginPercent } from './margin'

type Prices = { price: number; compareToPrice: number | null; costPrice: number }

/** What the prices mean for each other. Of a price that is not understood as typed (`unparsed`) nothing is said. */
export function priceHints(prices: Prices, unparsed: Partial<Record<keyof Prices, string>>) {
  const { price, compareToPrice, costPrice } = prices
  const isUnknown = (field: keyof Prices) => unparsed[field] !== undefined
  const margin = marginPercent(price, costPrice)
  return {
    compareToPrice:
      isUnknown('price') || isUnknown('compareToPrice') ? formerPrice : compareHint(price, compareToPrice),
    costPrice: isUnknown('price') || isUnknown('costPrice') || margin === null ? unseen : `Margin ${margin} %`,
  }
}

export const formerPrice = 'The former price, struck through.'
const unseen = 'Shoppers never see it.'

function compareHint(price: number, compareToPrice: number | null): string {
  const discount = discountPercent(price, compareToPrice)
  if (discount !== null) return `Shown as ${discount} % off.`
  const doubt = doubtAbout('compareToPrice', { price, compareToPrice })
  return doubt === null ? formerPrice : doubtText(doubt)
}
