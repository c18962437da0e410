import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Proposal } from '../../../electron/shared/proposal'

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

export const productsText = (count: number): string => countOf(count, 'product')

/** "212 products, 430 fields, 3 deletions, 7 warnings" */
export function tallyText({ products, fields, deletions, warnings }: Proposal): string {
  const warned = Object.values(warnings).reduce((sum, count) => sum + count, 0)
  const parts = [
    productsText(products),
    ...(fields > 0 ? [countOf(fields, 'field')] : []),
    ...(deletions > 0 ? [countOf(deletions, 'deletion')] : []),
    ...(warned > 0 ? [countOf(warned, 'warning')] : []),
  ]
  return parts.join(', ')
}
