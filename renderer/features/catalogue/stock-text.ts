import type { ProductRow } from '../../../electron/shared/product-query'
import { formatNumber, type NumberStyle } from '../../../electron/shared/numbers/numbers'

export type StockText = { text: string; tone: 'plain' | 'low' | 'out' }

type Stocked = Pick<ProductRow, 'quantity' | 'inStock' | 'lowStock' | 'variationCount'>

/** The stock of a product in a word or a number. Products whose variations hold stock of their own can be in stock at 0. */
export function stockText(row: Stocked, style?: NumberStyle): StockText {
  if (!row.inStock) return { text: 'Out of stock', tone: 'out' }
  if (row.quantity === null) return { text: 'Unlimited', tone: 'plain' }
  if (row.quantity <= 0) return { text: 'In stock', tone: 'plain' }
  // The sheet and the form have the number that the product has of its own.
  const all = row.variationCount > 0 ? ' in all' : ''
  return { text: `${formatNumber(row.quantity, style)}${all}`, tone: row.lowStock ? 'low' : 'plain' }
}
