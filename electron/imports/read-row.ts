import { foldText } from '../shared/fold-text'
import { isAboutRow, optionPrefix, type ImportKey } from '../shared/product-table/import-keys'
import { picturePlace } from '../shared/product-table/picture-columns'
import type { TableRow } from '../shared/table'
import { isCategoryPlace, listedCategories } from './listed-categories'
import { listedPictures } from './listed-pictures'
import type { Known } from './match-row'
import { emptied, readCell, textOf, type Reading } from './read-cell'
import { rowCommand } from './row-command'

/** What Ecwid calls rows that are no products. */
const ofEcwid = /^(product_|category)/
const ofEcwidsVariation = 'product_variation'

/** What rows are matched by; `codes`: the columns of UPCs. `replacesPictures`: those that a row does not name go. */
export type RowKey = { key: ImportKey; codes: readonly string[]; replacesPictures: boolean }

/** What stands at a place of each row, and how it is read. */
export type RowColumn = { target: string; at: number; empties: boolean; reading: Reading }

/** What a row says, and what it is known by: `news` is what is said without that. */
export function readRow({ cells }: TableRow, columns: readonly RowColumn[], { key, codes, replacesPictures }: RowKey) {
  const textAt = (target: string) => {
    const column = columns.find((one) => one.target === target)
    return column ? textOf(cells[column.at] ?? null).trim() : ''
  }
  const said = columns.flatMap(({ target, at, empties, reading }) =>
    isAboutRow(target) || isCategoryPlace(target) || picturePlace(target)
      ? []
      : (readCell(target, cells[at] ?? null, reading) ?? (empties ? emptied(target) : [])),
  )
  const listed = columns[0] && readCell('categoryIds', listedCategories({ cells }, columns), columns[0].reading)
  if (listed) said.push(listed)
  said.push(...listedPictures({ cells }, columns, replacesPictures))
  const [id, row, code] = [textAt('id'), textAt('row'), codes.find((path) => textAt(path) !== '')]
  const isEcwids = foldText(row) === ofEcwidsVariation
  const kind = isEcwids ? 'ecwid-variation' : foldText(row) === 'variation' ? 'variation' : 'product'
  // What a row is known by is no news.
  const isKnownBy = (path: string): boolean =>
    path === 'sku' ? isEcwids || key === 'sku' || (key === 'id' && id === '') : path === (key === 'upc' ? code : key)
  return {
    command: rowCommand(textAt('command')),
    isUnread: ofEcwid.test(row) && !isEcwids,
    kind: kind as Known['kind'],
    id,
    variationId: textAt('variationId'),
    sku: textAt('sku'),
    variationSku: textAt('variationSku'),
    code: code === undefined ? '' : textAt(code),
    name: textAt('name'),
    options: columns.flatMap(({ target }) => {
      const value = target.startsWith(optionPrefix) ? textAt(target) : ''
      return value === '' ? [] : [{ name: target.slice(optionPrefix.length), value }]
    }),
    said,
    news: said.filter(({ path }) => !isKnownBy(path)),
  }
}
