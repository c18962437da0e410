import type { ProductRow } from '../../../electron/shared/product-query'
import { formatNumber, type NumberStyle } from '../../../electron/shared/numbers/numbers'

export type StockText = { text: string; tone: 'plain' | 'low' | 'out' }

/** The stock of a product in a word or a number. Products whose variations hold stock of their own can be in stock at 0. */
export function stockText(row: Pick<ProductRow, 'quantity' | 'inStock' | 'lowStock'>, style?: NumberStyle): StockText {
  if (!row.inStock) return { text: 'Out of stock', tone: 'out' }
  if (row.quantity === null) return { text: 'Unlimited', tone: 'plain' }
  if (row.quantity <= 0) return { text: 'In stock', tone: 'plain' }
  return { text: formatNumber(row.quantity, style), tone: row.lowStock ? 'low' : 'plain' }
}
