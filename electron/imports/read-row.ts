import { foldText } from '../shared/fold-text'
import { isAboutRow, optionPrefix, type ImportKey } from '../shared/product-table/import-keys'
import { picturePlace } from '../shared/product-table/picture-columns'
import { numberedPlace, variationPicture } from '../shared/product-table/rows-of-one'
import type { TableRow } from '../shared/table'
import { isCategoryPlace, listedCategories } from './listed-categories'
import { listedPictures } from './listed-pictures'
import type { Known } from './match-row'
import type { NumberedOption } from './named-options'
import { saidOfOption } from './option-row'
import { emptied, readCell, textOf, type Reading } from './read-cell'
import { rowCommand } from './row-command'

/** Products in files of WooCommerce, whose columns for options list what shoppers filter by, too. */
const wholeProduct: ReadonlySet<string> = new Set(['simple', 'variable', 'grouped', 'external'])
/** What Ecwid calls rows that are no products. */
const ofEcwid = /^(product_|category)/
const kindsOfEcwid: Readonly<Record<string, Known['kind']>> = {
  product_variation: 'ecwid-variation',
  product_option: 'ecwid-option',
}

/** What rows are matched by; `codes`: the columns of UPCs. `replacesPictures`: those that a row does not name go. */
export type RowKey = {
  key: ImportKey
  codes: readonly string[]
  replacesPictures: boolean
  /** Each row is about a category, whatever it says. */
  isOfCategories: boolean
}

/** What stands at a place of each row, and how it is read. */
export type RowColumn = { target: string; at: number; empties: boolean; reading: Reading }

const textsOf =
  ({ cells }: Pick<TableRow, 'cells'>, columns: readonly RowColumn[]) =>
  (target: string): string => {
    const column = columns.find((one) => one.target === target)
    return column ? textOf(cells[column.at] ?? null).trim() : ''
  }

/** What a row is known by, but for options whose names stand in other rows. */
export function knownBy(row: TableRow, columns: readonly RowColumn[], { codes }: Pick<RowKey, 'codes'>): Known {
  const textAt = textsOf(row, columns)
  const code = codes.find((path) => textAt(path) !== '')
  return {
    kind: kindOf(textAt('row')),
    id: textAt('id'),
    variationId: textAt('variationId'),
    sku: textAt('sku'),
    variationSku: textAt('variationSku'),
    code: code === undefined ? '' : textAt(code),
    name: textAt('name'),
    group: textAt('group'),
    parent: textAt('parent'),
    options: columns.flatMap(({ target }) => {
      const value = target.startsWith(optionPrefix) ? textAt(target) : ''
      return value === '' ? [] : [{ name: target.slice(optionPrefix.length), value }]
    }),
  }
}

const wordOf = (row: string): string => (foldText(row).split(',')[0] ?? '').trim()
const kindOf = (row: string): Known['kind'] =>
  kindsOfEcwid[foldText(row)] ?? (wordOf(row) === 'variation' ? 'variation' : 'product')

export const commandOf = (row: TableRow, columns: readonly RowColumn[]) => rowCommand(textsOf(row, columns)('command'))

/** What a row says, and what it is known by: `news` is what is said without that. */
export function readRow(row: TableRow, columns: readonly RowColumn[], of: RowKey) {
  const { cells } = row
  const { key, codes, replacesPictures } = of
  const textAt = textsOf(row, columns)
  const known = knownBy(row, columns, of)
  const said = columns.flatMap(({ target, at, empties, reading }) =>
    isAboutRow(target) || isCategoryPlace(target) || picturePlace(target)
      ? []
      : (readCell(target, cells[at] ?? null, reading) ?? (empties ? emptied(target) : [])),
  )
  const listed = columns[0] && readCell('categoryIds', listedCategories({ cells }, columns), columns[0].reading)
  if (listed) said.push(listed)
  const { id, group, kind } = known
  const pictures = listedPictures({ cells }, columns, replacesPictures)
  const ofVariation = columns.flatMap((one) =>
    one.target === variationPicture.path ? [{ ...one, target: 'picture.1' }] : [],
  )
  said.push(...(group === '' ? pictures : []))
  const [is, code] = [textAt('row'), codes.find((path) => textAt(path) !== '')]
  const ofEcwids = kindsOfEcwid[foldText(is)]
  const isOfCategory = of.isOfCategories || foldText(is) === 'category'
  // What a row is known by is no news.
  const isKnownBy = (path: string): boolean =>
    path === 'sku'
      ? ofEcwids !== undefined || key === 'sku' || (key === 'id' && id === '')
      : path === (key === 'upc' ? code : key)
  return {
    command: commandOf(row, columns),
    isUnread: ofEcwid.test(is) && ofEcwids === undefined && !isOfCategory,
    isCategory: isOfCategory,
    ...known,
    numbered: numberedOptions(row, columns),
    said,
    /** Of the product of a row, whatever else it is about: rows of one list its pictures one after the other. */
    pictures: group === '' ? [] : pictures,
    picturesOfVariation: listedPictures({ cells }, ofVariation, replacesPictures),
    ofOption: kind === 'ecwid-option' ? saidOfOption({ cells }, columns) : [],
    news: said.filter(({ path }) => !isKnownBy(path)),
  }
}

/** Options by their places, some without the names that stand in other rows of the product. */
export function numberedOptions(row: TableRow, columns: readonly RowColumn[]): NumberedOption[] {
  const textAt = textsOf(row, columns)
  if (wholeProduct.has(wordOf(textAt('row')))) return []
  return columns.flatMap(({ target }) => {
    const { what, place } = numberedPlace(target) ?? {}
    if (what !== 'optionValue' || place === undefined) return []
    return [{ place, name: textAt(`optionName.${place}`), value: textAt(target) }]
  })
}
