import { foldText } from '../shared/fold-text'
import { skuKey } from '../shared/sku-key'
import type { Said } from '../shared/imported'
import { isAboutRow, optionPrefix, type ImportKey } from '../shared/product-table/import-keys'
import { picturePlace } from '../shared/product-table/picture-columns'
import { numberedPlace, variationPicture } from '../shared/product-table/rows-of-one'
import { isList } from '../shared/product-table/whole-lists'
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

/** What rows are matched by; `codes`: the columns of UPCs. `replacesPictures`, `replacesLists`: those that a row does not name go. */
export type RowKey = {
  key: ImportKey
  codes: readonly string[]
  replacesPictures: boolean
  replacesLists: boolean
  /** Each row is about a category, whatever it says. */
  isOfCategories: boolean
}

/** What stands at a place of each row, and how it is read. */
export type RowColumn = { target: string; at: number; empties: boolean; reading: Reading }

const wordOf = (row: string): string => (foldText(row).split(',')[0] ?? '').trim()
/** `parent`: who names a product is a variation of it, unless the row says itself what it is. */
function kindOf(row: string, parent: string): Known['kind'] {
  const [ofEcwids, word] = [kindsOfEcwid[foldText(row)], wordOf(row)]
  if (ofEcwids) return ofEcwids
  const isWhole = word === 'product' || wholeProduct.has(word)
  return word === 'variation' || (parent !== '' && !isWhole) ? 'variation' : 'product'
}

/** Some name each product as its own, and write 0 for none. `own`: the row's own numbers. */
const otherThan = (sku: string, own: readonly string[], parent: string): string =>
  parent === '0' || skuKey(parent) === skuKey(sku) || own.includes(parent) ? '' : parent

/** As WooCommerce says it beside SKUs. */
const idOfParent = (id: string, own: readonly string[]): string =>
  id === '' || id === '0' || own.includes(id) ? '' : `id:${id}`

/** Reads the rows of one table. What a column is for is found out once, for a table has many more rows than columns. */
export function createRowReader(columns: readonly RowColumn[], { key, codes, ...of }: RowKey) {
  const places = new Map(columns.toReversed().map(({ target, at }) => [target, at]))
  const those = (is: (target: string) => unknown) => columns.filter(({ target }) => is(target))
  const values = those((target) => !isAboutRow(target) && !isCategoryPlace(target) && !picturePlace(target))
  const [categories, pictured] = [those(isCategoryPlace), those(picturePlace)]
  const picturedVariation = those((target) => target === variationPicture.path).map((one) => ({
    ...one,
    target: 'picture.1',
  }))
  const named = those((target) => target.startsWith(optionPrefix))
  const numbered = those((target) => numberedPlace(target)?.what === 'optionValue')

  const textAt = ({ cells }: Pick<TableRow, 'cells'>, target: string): string => {
    const at = places.get(target)
    return at === undefined ? '' : textOf(cells[at] ?? null).trim()
  }
  const codeOf = (row: TableRow) => codes.find((path) => textAt(row, path) !== '')
  const commandOf = (row: TableRow) => rowCommand(textAt(row, 'command'))

  /** What a row is known by, but for options whose names stand in other rows. */
  function knownBy(row: TableRow): Known {
    const text = (target: string) => textAt(row, target)
    const code = codeOf(row)
    const own = [text('id'), text('number')]
    const said = wordOf(text('row')) === 'variation' ? text('parent') : otherThan(text('sku'), own, text('parent'))
    const parent = said || idOfParent(text('parentId'), own)
    return {
      kind: kindOf(text('row'), parent),
      id: text('id'),
      variationId: text('variationId'),
      sku: text('sku'),
      variationSku: text('variationSku'),
      code: code === undefined ? '' : text(code),
      name: text('name'),
      group: text('group'),
      number: text('number'),
      parent,
      options: named.flatMap(({ target }) => {
        const value = text(target)
        return value === '' ? [] : [{ name: target.slice(optionPrefix.length), value }]
      }),
    }
  }

  /** Options by their places, some without the names that stand in other rows of the product. */
  function numberedOptions(row: TableRow): NumberedOption[] {
    if (numbered.length === 0 || wholeProduct.has(wordOf(textAt(row, 'row')))) return []
    return numbered.flatMap(({ target }) => {
      const { place = '' } = numberedPlace(target) ?? {}
      return [{ place, name: textAt(row, `optionName.${place}`), value: textAt(row, target) }]
    })
  }

  const lists = new Set([...values.map(({ target }) => target), 'categoryIds'].filter(isList))
  const laid = (said: Said | null): Said | null =>
    said && !of.replacesLists && lists.has(said.path) ? { ...said, adds: true } : said

  function saidOf(row: TableRow) {
    const said = values.flatMap(
      ({ target, at, empties, reading }) =>
        laid(readCell(target, row.cells[at] ?? null, reading)) ?? (empties ? emptied(target) : []),
    )
    const [first] = categories
    const listed = first && laid(readCell('categoryIds', listedCategories(row, categories), first.reading))
    return listed ? [...said, listed] : said
  }

  /** What a row says, and what it is known by: `news` is what is said without that. */
  function readRow(row: TableRow) {
    const known = knownBy(row)
    const { id, group, kind } = known
    const [pictures, picturesOfVariation] = [pictured, picturedVariation].map((some) =>
      some.length === 0 ? [] : listedPictures(row, some, of.replacesPictures),
    )
    const said = [...saidOf(row), ...(group === '' ? (pictures ?? []) : [])]
    const [is, code] = [textAt(row, 'row'), codeOf(row)]
    const folded = foldText(is)
    const isOfCategory = of.isOfCategories || folded === 'category'
    // What a row is known by is no news.
    const isKnownBy = (path: string): boolean =>
      path === 'sku'
        ? kindsOfEcwid[folded] !== undefined || key === 'sku' || (key === 'id' && id === '')
        : path === (key === 'upc' ? code : key)
    return {
      command: commandOf(row),
      isUnread: ofEcwid.test(is) && kindsOfEcwid[folded] === undefined && !isOfCategory,
      isCategory: isOfCategory,
      ...known,
      numbered: numberedOptions(row),
      said,
      /** Of the product of a row, whatever else it is about: rows of one list its pictures one after the other. */
      pictures: group === '' ? [] : (pictures ?? []),
      picturesOfVariation: picturesOfVariation ?? [],
      ofOption: kind === 'ecwid-option' ? saidOfOption(row, columns) : [],
      news: said.filter(({ path }) => !isKnownBy(path)),
    }
  }

  return { knownBy, commandOf, numberedOptions, readRow }
}
