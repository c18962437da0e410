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
  heeded: 'Around cells',
  trusted: 'Around cells, unchecked',
  ignored: 'Part of the text',
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

export function leftOutText(matched: ImportMatched): string {
  const { unmatched, rows, added, variations } = matched
  const left = `${countOf(unmatched, 'row is', 'rows are')} left out of ${formatNumber(rows)}.`
  if (added > 0 || variations > 0) return left
  const found = hereText(matched)
  if (found === '') return `${left} There is nothing to review.`
  return `${left} ${found} ${matched.products + matched.categories === 1 ? 'is' : 'are'} in the review.`
}

/** Products and categories that are here: "3 products and 1 category" */
const hereText = ({ products, categories }: ImportMatched): string =>
  [products > 0 && productsText(products), categories > 0 && countOf(categories, 'category', 'categories')]
    .filter(Boolean)
    .join(' and ')

const columnsNamed = 3
const longestColumn = 30

/** “Notes” is left out. */
export function leftOutColumnsText(names: readonly string[]): string {
  const shown = names
    .slice(0, columnsNamed)
    .map((name) => `“${name.length > longestColumn ? `${name.slice(0, longestColumn - 1)}…` : name}”`)
  const more = names.length - shown.length
  const all = more > 0 ? [...shown, `${formatNumber(more)} more`] : shown
  const last = all.pop() ?? ''
  const said = all.length === 0 ? last : `${all.join(', ')} and ${last}`
  return `${said} ${names.length === 1 ? 'is' : 'are'} left out.`
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

/** What columns with several things in a cell hold: "categories or taxes" */
function inLists(paths: readonly string[]): string {
  const isShipping = (path: string) => path.startsWith('shipping.')
  const names = [
    paths.some((path) => path.startsWith('category')) && 'categories',
    paths.some((path) => path.startsWith('tax.')) && 'taxes',
    paths.some(isShipping) && 'shipping methods',
  ].filter((name) => name !== false)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`
}

/** `listsAll`: such a table names all of them. */
export function listsText(paths: readonly string[], listsAll: boolean): string {
  const names = inLists(paths).replace(' or ', ' and ')
  return listsAll
    ? `This table is an export, with all ${names} of each product: what is missing in a row is meant to go.`
    : `Unless ticked, the ${names} that a row names are added to those that its product has.`
}

export function othersGoText(paths: readonly string[]): string {
  const names = inLists(paths)
  const others = names === 'categories' ? 'take the product out of its others' : 'remove the product’s others'
  return `Where a row names ${names}, ${others}`
}

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

export const isAnyHere = ({ products, categories }: ImportMatched): boolean => products + categories > 0

export const whatChoices = (matched: ImportMatched): { value: ImportWhat; label: string }[] => [
  ...(isAnyHere(matched) ? [{ value: 'update' as const, label: `Update ${hereText(matched)}` }] : []),
  { value: 'add', label: `Add ${addLabel(matched)}` },
  ...(isAnyHere(matched) ? [{ value: 'both' as const, label: 'Both' }] : []),
]
