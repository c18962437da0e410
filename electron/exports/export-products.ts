import { basename } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { filesOf } from '../changes/files'
import { imagesOf } from '../changes/pictures'
import { currentProducts } from '../changes/reindex'
import { createFolderBeside, type FolderBeside, type PlaceOfFolder } from '../disk/folder-beside'
import { writeWhole } from '../disk/write-whole'
import { indexCatalogue } from '../pictures/jobs/scan/catalogue-index'
import type { afterMs } from '../shared/after-ms'
import type { Export, ExportAsked } from '../shared/export'
import type { StoreWords } from '../shared/fields/kind'
import type { RemoteProduct } from '../shared/remote-product'
import { cellWords, type CellWords } from '../shared/product-table/written-cell'
import type { WrittenCell } from '../shared/table'
import { categoriesInFile } from './category-rows'
import { ecwidColumns } from './ecwid-columns'
import { ecwidFile } from './ecwid-file'
import { ecwidRows } from './ecwid-rows'
import { createFinder } from './found'
import { sourcedPictures } from '../changes/sourced-pictures'
import type { PictureSources } from './original-picture'
import { createPictureNames, type Exported } from './picture-names'
import { spreadsheetRows, type ExportColumn, type WrittenPictures } from './row'
import { chosenColumns } from '../shared/product-table/chosen-columns'
import { columnsOfSheet, spreadsheetColumns } from './spreadsheet-columns'
import { writeBuyersFiles, type BuyersFileSources } from './write-buyers-files'
import { csvForEcwid, csvForSpreadsheet } from './write-csv'
import { writePictures } from './write-pictures'
import { xlsx } from './write-xlsx'

type Parts = PictureSources &
  BuyersFileSources & {
    catalogue: Catalogue
    words: StoreWords
    /** The store's, its first one first. */
    languages: readonly string[]
    signal: AbortSignal
    after?: typeof afterMs
    onStep: () => void
    /** So many steps more, once it is known. */
    onBeside: (count: number) => void
  }

/** `folder`: for the pictures and files for buyers; null: they are not wanted. */
type What = Pick<ExportAsked, 'format' | 'decimal' | 'columns' | 'withCategories'> & {
  ids: readonly number[]
  path: string
  folder: PlaceOfFolder | null
}

/** `leftOut`: texts that no cell could hold. */
type Written = Pick<Export, 'products' | 'categories' | 'leftOut' | 'pictures' | 'files' | 'missing'>

const missingNamed = 3
/** Few enough that those of a thousand variations keep nobody waiting. */
const atOnce = 32
const nothingWritten = { products: 0, categories: 0, leftOut: 0, pictures: 0, files: 0 }

/** By product. */
type Files = ReadonlyMap<number, WrittenPictures>
type RowsOf<Row> = (product: RemoteProduct, written: WrittenPictures) => Row[]

/**
 * Writes products into a file, and their pictures and files into a folder beside it before, whole or not at all: two steps each, since what they have
 * decides on the columns. Each is written as it is when its turn comes.
 */
export async function exportProducts(parts: Parts, what: What): Promise<Written> {
  const beside = what.folder === null ? null : await createFolderBeside(what.folder)
  try {
    const written = await writeAll(parts, what, beside)
    await beside?.settle()
    return written
  } catch (error) {
    await beside?.drop()
    throw error
  }
}

async function writeAll(
  parts: Parts,
  { ids, format, decimal, path, columns: wanted, withCategories = false }: What,
  beside: FolderBeside | null,
) {
  const words = cellWords(parts.words)
  const written: Written = { ...nothingWritten, missing: { count: 0, first: [] } }
  const { found, note } = createFinder(words)
  let more = 0
  for await (const { product } of each(parts, ids)) {
    note(product)
    written.products += 1
    if (!beside) continue
    more += sourcedPictures(product).length + filesOf(product).length
    // Those that wait to be sent have no address, and a file.
    found.mostPictures = Math.max(found.mostPictures, imagesOf(product).length)
  }
  parts.onBeside(more)
  const files: Files = beside ? await writtenBeside(parts, ids, { beside, written }) : new Map()
  const products = each(parts, ids)
  const noFiles: WrittenPictures = new Map()
  const rowsOf = <Row>(columns: readonly ExportColumn<Row>[], of: RowsOf<Row>, hasHeader = false) =>
    cellsOf(products, columns, ({ id, product }) => of(product, files.get(id) ?? noFiles), { words, hasHeader })
  const place = async () => beside?.place()

  if (format === 'ecwid') {
    const columns = ecwidColumns(found, words)
    const ofProducts = { titles: columns.map(({ title }) => title), rows: rowsOf(columns, ecwidRows) }
    const categories = withCategories ? await categoriesInFile(parts.catalogue, words, parts.signal) : null
    const rows = ecwidFile(ofProducts, categories, () => (written.categories += 1))
    await writeWhole(path, csvForEcwid(rows), place)
    return written
  }
  const columns = wanted
    ? columnsOfSheet(beside ? found : { ...found, mostPictures: 0 }, chosenColumns(wanted, words.attributes))
    : spreadsheetColumns(found, words, parts.languages)
  if (format === 'xlsx') {
    const sheet = { name: 'Products', columns }
    const pieces = xlsx(rowsOf(columns, spreadsheetRows), sheet, () => (written.leftOut += 1))
    await writeWhole(path, pieces, place)
    return written
  }
  const way = { decimal, separator: decimal === ',' ? ';' : ',' } as const
  await writeWhole(path, csvForSpreadsheet(rowsOf(columns, spreadsheetRows, true), way), place)
  return written
}

/** All of them before the table, whose cells name those that are there in the end. */
async function writtenBeside(
  parts: Parts,
  ids: readonly number[],
  { beside, written }: { beside: FolderBeside; written: Written },
): Promise<Files> {
  const nameOf = createPictureNames(await indexCatalogue(parts.catalogue, parts.signal), basename(beside.path))
  const note = (what: 'pictures' | 'files') => (isWritten: boolean, title: string) => {
    parts.onStep()
    written[what] += isWritten ? 1 : 0
    written.missing.count += isWritten ? 0 : 1
    if (!isWritten && written.missing.first.length < missingNamed) written.missing.first.push(title)
  }
  const products = () => each({ ...parts, onStep: () => {} }, ids)
  const { ecwidIdOf } = parts.catalogue.products
  const pictures = await writePictures({ ...parts, folder: beside, nameOf, onPicture: note('pictures') }, products())
  await writeBuyersFiles({ ...parts, ecwidIdOf, folder: beside, onFile: note('files') }, products())
  return pictures
}

/** As their owner sees them; one that went meanwhile is left out. The rest of the engine has its turns. */
async function* each({ catalogue, signal, onStep }: Parts, ids: readonly number[]): AsyncIterable<Exported> {
  const pace = createPacer()
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce)
    const found = currentProducts(catalogue, part)
    for (const each of found) {
      await pace()
      signal.throwIfAborted()
      yield each
      onStep()
    }
    for (let gone = found.length; gone < part.length; gone += 1) onStep()
  }
}

/** In one step from products to cells: each step between costs as much for a row as some of its cells. */
async function* cellsOf<Row>(
  products: AsyncIterable<Exported>,
  columns: readonly ExportColumn<Row>[],
  rowsOf: (of: Exported) => Row[],
  { words, hasHeader }: { words: CellWords; hasHeader: boolean },
): AsyncIterable<WrittenCell[]> {
  if (hasHeader) yield columns.map(({ title }) => title)
  for await (const each of products) {
    for (const row of rowsOf(each)) yield columns.map(({ cell }) => cell(row, words))
  }
}
