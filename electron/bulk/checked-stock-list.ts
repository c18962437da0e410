import type { Catalogue } from '../catalogue/catalogue'
import type { MoneyFormat } from '../shared/numbers/money'
import type { StockList } from '../shared/stock-rule'
import { readStockList } from './rules/stock-list'

/** A pasted list of SKUs and numbers; a SKU that no product or more than one has is told with its line. */
export function checkedStockList(
  { products }: Pick<Catalogue, 'products'>,
  pasted: string,
  profile: MoneyFormat,
  answers: Readonly<Record<string, number>>,
): StockList {
  const { lines, odd, asked } = readStockList(pasted, profile, answers)
  const whyNot = new Map(lines.map(({ line, sku }) => [line, ownerProblem(sku)]))
  const unmatched = lines.flatMap(({ line, sku, amount }) => {
    const why = whyNot.get(line) ?? null
    return why === null ? [] : [{ line, sku, typed: String(amount), why }]
  })
  return {
    lines: lines.filter(({ line }) => whyNot.get(line) === null),
    odd: [...odd, ...unmatched].sort((one, other) => one.line - other.line),
    asked,
  }

  function ownerProblem(sku: string): string | null {
    const owner = products.onlyOwner('sku', sku)
    if (owner === 'none') return 'No product has this SKU.'
    return owner === 'several' ? 'More than one product has this SKU.' : null
  }
}
