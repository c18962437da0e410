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
  heeded: 'Enclose a cell; ask where unclear',
  trusted: 'Enclose a cell, always',
  ignored: 'Are part of the text',
}

const damages: Record<ColumnDamage['kind'], string> = {
  scientific: 'long numbers that lost digits',
  'lost-zeros': 'numbers that lost their leading zeros',
  'dates-of-texts': 'texts that may have become dates',
  'broken-letters': 'broken letters; try another encoding',
}

export function damageText({ kind, count, examples }: ColumnDamage): string {
  const [first] = examples
  return `${formatNumber(count)} × ${damages[kind]}${first ? `, such as ${first.text} in row ${first.row}` : ''}`
}

export function leftOutText({ unmatched, rows, products, added, variations }: ImportMatched): string {
  const left = countOf(unmatched, 'row is', 'rows are')
  const found = countOf(products, 'product is', 'products are')
  if (added > 0 || variations > 0) return `${left} left out of ${formatNumber(rows)}.`
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
/** What of a table is not here. */
export function newText({ added, variations }: ImportMatched): string {
  const products =
    added === 1
      ? '1 product of the table is not here. It can be added as a new one.'
      : `${formatNumber(added)} products of the table are not here. They can be added as new ones.`
  const lacking =
    variations === 1
      ? '1 row is of a variation that its product does not have. It can be added to it.'
      : `${formatNumber(variations)} rows are of variations that their products do not have. They can be added to them.`
  return [added > 0 && products, variations > 0 && lacking].filter(Boolean).join(' ')
}

const addLabel = ({ added, variations }: ImportMatched): string =>
  [added > 0 && productsText(added), variations > 0 && countOf(variations, 'variation')].filter(Boolean).join(', ')

export const whatChoices = (matched: ImportMatched): { value: ImportWhat; label: string }[] => [
  ...(matched.products > 0 ? [{ value: 'update' as const, label: `Update ${productsText(matched.products)}` }] : []),
  { value: 'add', label: `Add ${addLabel(matched)}` },
  ...(matched.products > 0 ? [{ value: 'both' as const, label: 'Both' }] : []),
]
