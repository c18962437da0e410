import type { Proposal } from '../../../electron/shared/proposal'
import { countOf, productsText } from '../../../electron/shared/words/counts'

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
