import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ImportMatched, ImportWhat } from '../../../electron/shared/import'
import { countOf, productsText } from '../../../electron/shared/words/counts'
import type { ColumnDamage, TableQuotes, TableSeparator } from '../../../electron/shared/table'

export const separatorNames: Record<TableSeparator, string> = {
  ',': 'Commas',
  ';': 'Semicolons',
  '\t': 'Tabs',
  '|': 'Bars',
}

export const quoteNames: Record<TableQuotes, string> = {
  heeded: 'Around cells, odd ones asked',
  trusted: 'Around cells, as they stand',
  ignored: 'Signs as others',
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

export function leftOutText({ unmatched, rows, products, added }: ImportMatched): string {
  const left = countOf(unmatched, 'row is', 'rows are')
  const found = countOf(products, 'product is', 'products are')
  if (added > 0) return `${left} left out of ${formatNumber(rows)}.`
  return `${left} left out of ${formatNumber(rows)}. ${products === 0 ? 'There is nothing to review.' : `${found} in the review.`}`
}

/** Why a column is left out whose name says what it holds. */
export const heldByText = (other: string, title: string): string => `“${other}” holds ${title} already.`

/** A column holds what others hold as well. */
export function holdsTooText([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return `“${first}” holds the same.`
  return `“${first}” and ${countOf(others.length, 'other column', 'other columns')} hold the same.`
}

/** New products of which Ecwid makes up the SKU. */
export function withoutSkuText({ count, first }: ImportMatched['withoutSku']): string {
  const more = count - first.length
  const named = [...first.map((row) => formatNumber(row)), ...(more > 0 ? [`${formatNumber(more)} more`] : [])]
  const last = named.pop() ?? ''
  if (named.length === 0) return `Row ${last} has no SKU. Ecwid gives it one.`
  return `Rows ${named.join(', ')} and ${last} have no SKU. Ecwid gives each of them one.`
}

/** What becomes of rows, as far as there are such. */
export const whatChoices = ({ products, added }: ImportMatched): { value: ImportWhat; label: string }[] => [
  ...(products > 0 ? [{ value: 'update' as const, label: `Update ${productsText(products)}` }] : []),
  { value: 'add', label: `Add ${productsText(added)}` },
  ...(products > 0 ? [{ value: 'both' as const, label: 'Both' }] : []),
]
