import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ImportMatched } from '../../../electron/shared/import'
import { countOf } from '../../../electron/shared/words/counts'
import type { ColumnDamage, TableSeparator } from '../../../electron/shared/table'

export const separatorNames: Record<TableSeparator, string> = {
  ',': 'Commas',
  ';': 'Semicolons',
  '\t': 'Tabs',
  '|': 'Bars',
}

const damages: Record<ColumnDamage['kind'], string> = {
  scientific: 'long numbers that lost digits',
  'lost-zeros': 'numbers that lost zeros in front',
  'dates-of-texts': 'dates among texts',
  'broken-letters': 'broken letters; try another encoding',
}

export function damageText({ kind, count, examples }: ColumnDamage): string {
  const [first] = examples
  return `${formatNumber(count)} × ${damages[kind]}${first ? `, such as ${first.text} in row ${first.row}` : ''}`
}

export function leftOutText({ unmatched, rows, products }: ImportMatched): string {
  const left = countOf(unmatched, 'row is', 'rows are')
  const found = countOf(products, 'product is', 'products are')
  return `${left} left out of ${formatNumber(rows)}. ${products === 0 ? 'There is nothing to review.' : `${found} in the review.`}`
}
