import { ownPictureKey } from '../changes/own-picture'
import { withoutHost } from '../changes/pictures'
import { readOwn } from '../shared/fields/own-fields'
import { textsOf } from '../shared/fields/attribute-texts'
import { fieldOf, readField, type ProductField } from '../shared/fields/product-fields'
import type { Texts } from '../shared/fields/translations'
import type { RemoteVariation } from '../shared/remote-product'
import type { WrittenCell } from '../shared/table'
import type { ChosenColumn } from '../shared/product-table/chosen-columns'
import { partOf, tableColumns, type TableColumn } from '../shared/product-table/table-column'
import { tiersIn } from '../shared/product-table/tiers'
import { titles } from '../shared/product-table/titles'
import { attributeTextTitle, translatedAttributes, translatedTexts } from '../shared/product-table/translated-texts'
import { betweenNames, writtenCell, type CellWords } from '../shared/product-table/written-cell'
import { attributeIdBy, attributesBy, picturesOf, type Found } from './found'
import { onceARow } from './once-a-row'
import type { ExportColumn, Row, WrittenPictures } from './row'

type Column = ExportColumn<Row>

/** A row a product, and one below it for each of its variations, with what these have of their own. */
export function spreadsheetColumns(found: Found, { words }: CellWords, languages: readonly string[]): Column[] {
  const translated = translatedAttributes(words)
  const of = <One>(all: Iterable<One>, column: (one: One) => Column) => [...all].map(column)
  return [
    ...whoseColumns(found),
    ...of(
      tableColumns.filter(({ path }) => found.paths.has(path)),
      fieldColumn,
    ),
    ...of(
      [...found.tiers].toSorted((one, other) => one - other),
      tierColumn,
    ),
    ...of(found.options, optionColumn),
    ...attributeColumns(found.attributes),
    ...languages.slice(1).flatMap((language) => [
      ...of(translatedTexts, (text) => translationColumn(text, language)),
      ...of(
        [...found.attributes].filter((name) => translated.has(name)),
        (name) => attributeTextColumn(name, language),
      ),
    ]),
    ...pictureColumns(found),
    ...(found.hasFiles ? [filesColumn] : []),
    pageColumn,
  ]
}

/** The same with the columns that somebody chose in a sheet, in their order. What a row is about goes along, or it could not come back. */
export const columnsOfSheet = (found: Found, chosen: readonly ChosenColumn[]): Column[] => [
  ...whoseColumns(found),
  ...chosen.flatMap(({ title, column }) => (column ? fieldColumn(column) : attributeColumns([title]))),
  ...[...found.options].map(optionColumn),
  ...pictureColumns(found),
]

const whoseColumns = ({ variations }: Found): Column[] =>
  variations > 0 ? [kindOfRow, idColumn, variationId] : [idColumn]

const kindOfRow: Column = {
  title: titles.row,
  width: 10,
  cell: ({ variation }) => (variation ? 'Variation' : 'Product'),
}

// One that was made here has none yet.
const idOrNone = (id: number): WrittenCell => (id > 0 ? id : null)
const idColumn: Column = { title: titles.id, width: 12, cell: ({ product }) => idOrNone(product.id) }
const variationId: Column = {
  title: titles.variationId,
  width: 12,
  cell: ({ variation }) => (variation ? idOrNone(variation.id) : null),
}

function fieldColumn(column: TableColumn): Column {
  const { field, kind, title } = column
  const { isInherited } = fieldOf(field)
  const read = (of: ProductField, { product, variation }: Row): unknown => {
    // What an owner knows a variation by.
    if (of === 'name' || !variation) return readField(product, of)
    return isInherited ? readOwn(variation, product, of) : null
  }
  // A number beside an unlimited stock would be set when the table comes back.
  const isLeftOut = (row: Row): boolean => field === 'quantity' && read('unlimited', row) === true
  return {
    title,
    width: kind.name === 'html' || kind.name === 'longText' ? 40 : field === 'name' ? 36 : 16,
    cell: (row, words) => (isLeftOut(row) ? null : writtenCell(kind, partOf(column, read(field, row)), words)),
  }
}

const optionColumn = (name: string): Column => ({
  title: titles.option(name),
  width: 16,
  cell: ({ variation }) => (variation && chosen(variation, name)) || null,
})

export const chosen = ({ options = [] }: RemoteVariation, name: string): string | undefined =>
  options.find((one) => one.name === name)?.value

const tierColumn = (quantity: number): Column => ({
  title: titles.tier(quantity),
  width: 16,
  cell({ product, variation }) {
    const tiers = variation ? readOwn(variation, product, 'wholesalePrices') : readField(product, 'wholesalePrices')
    const price = tiersIn(tiers).get(quantity)?.['price']
    return typeof price === 'number' ? price : null
  },
})

function attributeColumns(names: Iterable<string>): Column[] {
  const values = onceARow(({ product, variation }: Row, words: CellWords) =>
    attributesBy(variation ? readOwn(variation, product, 'attributes') : readField(product, 'attributes'), words),
  )
  return [...names].map((name) => ({
    title: titles.attribute(name),
    width: 16,
    cell: (row, words) => values(row, words).get(name) ?? null,
  }))
}

const translationColumn = ({ field, titleIn }: (typeof translatedTexts)[number], language: string): Column => ({
  title: titleIn(language),
  width: 24,
  // Texts by their languages: the field's kind says so.
  cell: ({ product, variation }) => (variation ? null : (readField(product, field) as Texts)[language] || null),
})

const attributeTextColumn = (name: string, language: string): Column => ({
  title: attributeTextTitle(name, language),
  width: 16,
  cell({ product, variation }, words) {
    const read = (field: ProductField) => (variation ? readOwn(variation, product, field) : readField(product, field))
    const id = attributeIdBy(read('attributes'), words, name)
    // Texts by their attributes and languages: the field's kind says so.
    const texts = id === undefined ? {} : textsOf((read('attributesTranslated') ?? {}) as Texts, id)
    return texts[language] || null
  },
})

function pictureColumns({ mostPictures }: Found): Column[] {
  const urls = onceARow(({ product, variation, written }: Row, _: CellWords) =>
    variation ? [pictureOfVariation(variation, written)] : picturesOf(product, written).map(({ url }) => url),
  )
  return Array.from({ length: mostPictures }, (_, at) => ({
    title: titles.picture(at + 1),
    width: 24,
    cell: (row, words) => urls(row, words)[at] ?? null,
  }))
}

/** The file that it was written into, or its address. */
function pictureOfVariation(variation: RemoteVariation, written: WrittenPictures): string | null {
  const key = ownPictureKey(variation)
  const url = variation.originalImageUrl ?? variation.imageUrl
  return written.get(withoutHost(key ?? '')) ?? (/^https?:/.test(url ?? '') ? (url ?? null) : null)
}

/** Ecwid gives files no address but one that takes its key: their names say which they are. */
const filesColumn: Column = {
  title: titles.files,
  width: 24,
  cell: ({ product, variation }) =>
    (!variation &&
      product.files
        ?.map(({ name }) => name)
        .filter(Boolean)
        .join(betweenNames)) ||
    null,
}

const pageColumn: Column = {
  title: titles.page,
  width: 24,
  cell: ({ product, variation }) => (variation ? null : (product.url ?? null)),
}
