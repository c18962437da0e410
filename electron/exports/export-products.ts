import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { currentProduct } from '../changes/reindex'
import { writeWhole } from '../disk/write-whole'
import type { ExportAsked } from '../shared/export'
import type { StoreWords } from '../shared/fields/kind'
import type { RemoteProduct } from '../shared/remote-product'
import { cellWords, type CellWords } from '../shared/product-table/written-cell'
import type { WrittenCell } from '../shared/table'
import { ecwidColumns } from './ecwid-columns'
import { ecwidRows } from './ecwid-rows'
import { noteFound, nothingFound } from './found'
import { spreadsheetRows, type ExportColumn } from './row'
import { spreadsheetColumns } from './spreadsheet-columns'
import { csvForEcwid, csvForSpreadsheet } from './write-csv'
import { xlsx } from './write-xlsx'

type Parts = {
  catalogue: Catalogue
  words: StoreWords
  /** The store's, its first one first. */
  languages: readonly string[]
  signal: AbortSignal
  onStep: () => void
}

type What = Pick<ExportAsked, 'format' | 'decimal'> & { ids: readonly number[]; path: string }

/**
 * Writes products into a file, whole or not at all: two steps each, since what they have decides on the columns. Each is written as it is
 * when its turn comes. Returns how many there were, and how many texts no cell could hold.
 */
export async function exportProducts(
  parts: Parts,
  { ids, format, decimal, path }: What,
): Promise<{ products: number; leftOut: number }> {
  const words = cellWords(parts.words)
  let [products, leftOut] = [0, 0]
  const found = nothingFound()
  for await (const product of each(parts, ids)) {
    noteFound(found, product, words)
    products += 1
  }
  const rowsOf = <Row>(columns: readonly ExportColumn<Row>[], of: (product: RemoteProduct) => Row[]) =>
    cellsOf(each(parts, ids), columns, of, words)

  if (format === 'ecwid') {
    await writeWhole(path, csvForEcwid(withHeader(ecwidColumns(found, words), (all) => rowsOf(all, ecwidRows))))
    return { products, leftOut }
  }
  const columns = spreadsheetColumns(found, parts.languages)
  if (format === 'xlsx') {
    const sheet = { name: 'Products', columns }
    await writeWhole(
      path,
      xlsx(rowsOf(columns, spreadsheetRows), sheet, () => (leftOut += 1)),
    )
    return { products, leftOut }
  }
  const way = { decimal, separator: decimal === ',' ? ';' : ',' } as const
  await writeWhole(
    path,
    csvForSpreadsheet(
      withHeader(columns, (all) => rowsOf(all, spreadsheetRows)),
      way,
    ),
  )
  return { products, leftOut }
}

/** As their owner sees them; one that went meanwhile is left out. The rest of the engine has its turns. */
async function* each({ catalogue, signal, onStep }: Parts, ids: readonly number[]): AsyncIterable<RemoteProduct> {
  const pace = createPacer()
  for (const id of ids) {
    await pace()
    signal.throwIfAborted()
    const product = currentProduct(catalogue, id)
    onStep()
    if (product) yield product
  }
}

async function* cellsOf<Row>(
  products: AsyncIterable<RemoteProduct>,
  columns: readonly ExportColumn<Row>[],
  rowsOf: (product: RemoteProduct) => Row[],
  words: CellWords,
): AsyncIterable<WrittenCell[]> {
  for await (const product of products) {
    for (const row of rowsOf(product)) yield columns.map(({ cell }) => cell(row, words))
  }
}

async function* withHeader<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: (columns: readonly ExportColumn<Row>[]) => AsyncIterable<WrittenCell[]>,
): AsyncIterable<WrittenCell[]> {
  yield columns.map(({ title }) => title)
  yield* rows(columns)
}
